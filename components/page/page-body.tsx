import { twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { mdxComponents } from '../mdx.tsx';
import { bodyFromText } from './body-from-text.tsx';

/** The text of a page: compiled by `@next/mdx` in the preview, which follows what editors save; read as it is by a build. */
export async function PageBody({ view, plain = false }: { view: View; plain?: boolean }) {
  const { file } = twinOf(view.page, view.language.code);
  const own = mdxComponents(view);
  const components = plain ? { ...own, Section: Bare, SectionBody: Bare } : own;
  if (process.env.NODE_ENV === 'development') {
    const { bodyFromModule } = await import('./body-from-module.tsx');
    return bodyFromModule(file, components);
  }
  return bodyFromText(file, components);
}

/** In one reading column, sections need no box of their own. */
function Bare({ children }: { children?: React.ReactNode }) {
  return children;
}
