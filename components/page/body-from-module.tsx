import type { ReactNode } from 'react';
import type { Components } from '../registry.tsx';

type Content = (properties: { components: Components }) => ReactNode;

// One lazy import per page; the bundler keeps the list up to date while editors work.
const bodies = import.meta.glob<{ default: Content }>('../../content/pages/**/*.mdx');

/**
 * Renders the body of a page from the module that `@next/mdx` compiles.
 * @param file path from the project's root
 * @throws Error when there is no such file
 */
export async function bodyFromModule(file: string, components: Components): Promise<ReactNode> {
  const load = bodies[`../../${file}`];
  if (!load) throw new Error(`No body in ${file}.`);
  const { default: Content } = await load();
  return <Content components={components} />;
}
