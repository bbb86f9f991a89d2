import path from 'node:path';
import { elementModule, elementNames } from '#components/elements/module.ts';
import { elementNameAt, elementPath } from '#lib/site/element-path.ts';
import { mediaTypes } from '#lib/site/media-types.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/**
 * Delays a module in the preview, where React hydrates the page and reports whatever a module has changed before: React has
 * reached the end of the page when its last element has React's properties.
 */
const afterHydration = `await new Promise((resolve) => {
  const look = () => Object.keys(document.getElementById('end')).length > 0 ? setTimeout(resolve) : setTimeout(look, 20);
  look();
});
`;
const isPreview = process.env.NODE_ENV === 'development';

/** One file per custom element. */
export function generateStaticParams() {
  return elementNames().map((name) => ({ file: path.posix.basename(elementPath(name)) }));
}

/** The module of a custom element. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const name = elementNameAt(`/elements/${(await params).file}`);
  if (!name) return new Response(null, { status: 404 });
  return new Response((isPreview ? afterHydration : '') + elementModule(name), {
    headers: { 'Content-Type': mediaTypes.js },
  });
}
