import { elementModule, elementNames } from '#components/elements/module.ts';
import { elementAddress, elementNameAt } from '#lib/site/element-address.ts';
import { mediaTypes } from '#lib/site/media-types.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/**
 * In the preview, React takes over the page from top to bottom, and would call a mistake what a module has changed by then. So there,
 * a module waits until React knows the end of the page.
 */
const afterReact = `await new Promise((resolve) => {
  const look = () => Object.keys(document.getElementById('end')).length > 0 ? setTimeout(resolve) : setTimeout(look, 20);
  look();
});
`;
const isPreview = process.env.NODE_ENV === 'development';

const address = (file: string) => `/elements/${file}`;

export function generateStaticParams() {
  return elementNames().map((name) => ({ name: elementAddress(name).slice(address('').length) }));
}

/** The module of a custom element. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const name = elementNameAt(address((await params).name));
  if (!name) return new Response(null, { status: 404 });
  return new Response((isPreview ? afterReact : '') + elementModule(name), {
    headers: { 'Content-Type': mediaTypes.js },
  });
}
