import type { View } from '#lib/site.ts';
import { mdxComponents } from '../mdx.tsx';

type Content = (properties: { components: ReturnType<typeof mdxComponents> }) => React.ReactNode;

// One lazy import for each page file; the bundler keeps the list up to date while editors work.
const bodies = import.meta.glob<{ default: Content }>('../../content/pages/**/*.mdx');

/** The text of a page, compiled from its MDX. */
export async function PageBody({ view, plain = false }: { view: View; plain?: boolean }) {
  const { key } = view.page;
  const load = bodies[`../../content/pages/${key}/${view.language.code}.mdx`];
  if (!load) throw new Error(`No body for the page "${key}" in "${view.language.code}".`);
  const { default: Content } = await load();
  const components = mdxComponents(view);
  return <Content components={plain ? { ...components, Section: Bare, SectionBody: Bare } : components} />;
}

/** In one reading column, sections need no box of their own. */
function Bare({ children }: { children?: React.ReactNode }) {
  return children;
}
