import { elementAddress, elementNameAt } from '#lib/elements/address.ts';
import { elementModule, elementNames } from '#lib/elements/module.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

const address = (file: string) => `/elements/${file}`;

export function generateStaticParams() {
  return elementNames().map((name) => ({ name: elementAddress(name).slice(address('').length) }));
}

/** The module of a custom element. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }) {
  const name = elementNameAt(address((await params).name));
  if (!name) return new Response(null, { status: 404 });
  return new Response(elementModule(name), {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8' },
  });
}
