import type { ReactNode } from 'react';
import type { Components } from '../registry.tsx';

type Content = (properties: { components: Components }) => ReactNode;

// One lazy import per page; the bundler keeps the list up to date while editors work.
const bodies = import.meta.glob<{ default: Content }>('../../content/{pages,news}/**/*.mdx');

/** The body of a page, from the module that `@next/mdx` compiles. `file` is a path from the project's root. */
export async function bodyFromModule(file: string, components: Components): Promise<ReactNode> {
  const load = bodies[`../../${file}`];
  if (!load) throw new Error(`No body in ${file}.`);
  const { default: Content } = await load();
  return <Content components={components} />;
}
