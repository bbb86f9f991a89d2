import type { ReactNode } from 'react';
import type { Components } from '../mdx.tsx';

type Content = (properties: { components: Components }) => ReactNode;

// One lazy import for each page file; the bundler keeps the list up to date while editors work.
const bodies = import.meta.glob<{ default: Content }>('../../content/pages/**/*.mdx');

/**
 * The body of a page as a module, which `@next/mdx` compiles: a saved file shows in the open browser.
 * @param file path from the project's root
 */
export async function bodyFromModule(file: string, components: Components): Promise<ReactNode> {
  const load = bodies[`../../${file}`];
  if (!load) throw new Error(`No body in ${file}.`);
  const { default: Content } = await load();
  return <Content components={components} />;
}
