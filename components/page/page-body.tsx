import { twinOf, type View } from '#lib/site/site.ts';
import { componentsOn, sections } from '../registry.tsx';
import { bodyFromText } from './body-from-text.tsx';

/**
 * The body of a page: in the preview a module that `@next/mdx` compiles, so that a saved file shows at once; in a build rendered
 * from its text as data.
 * @param plain whether sections need no box of their own, as in a single reading column
 */
export async function PageBody({ view, plain = false }: { view: View; plain?: boolean }) {
  const { file } = twinOf(view.page, view.language.code);
  const components = { ...componentsOn(view), ...(plain && { Section: Bare, SectionBody: Bare }) };
  if (process.env.NODE_ENV === 'development') {
    const { bodyFromModule } = await import('./body-from-module.tsx');
    return bodyFromModule(file, components);
  }
  return bodyFromText(file, { ...sections, ...components });
}

function Bare({ children }: { children?: React.ReactNode }) {
  return children;
}
