import { readFile } from 'node:fs/promises';
import type { NextAdapter } from 'next';
import { PublishFault } from './fault.ts';

/** What Next.js hands to a build adapter. */
export type AdapterOutputs = Parameters<NonNullable<NextAdapter['onBuildComplete']>>[0]['outputs'];

/** A document as Next.js rendered it, before anything is taken away. */
export interface RenderedPage {
  /** Address: `/nl/over-ons`. */
  readonly path: string;
  /** Absolute path of the file that holds it. A large site is not read all at once. */
  readonly file: string;
}

/** Everything that one build made and that is to be published. */
export interface Rendered {
  readonly pages: readonly RenderedPage[];
  /** Absolute path of the file. */
  readonly notFound: string;
  /** Other rendered files, such as the sitemap and what route handlers made, by address. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Style sheets by address, as the pages name them. */
  readonly styles: ReadonlyMap<string, string>;
}

/** Next.js's own fallback documents; nobody can link to them. */
const internal = ['/_global-error', '/_not-found', '/500'];
const notFoundPath = '/404';

/**
 * Gathers what the build rendered.
 * @throws PublishFault when anything would need a server at the moment of a visit
 */
export async function collect(outputs: AdapterOutputs): Promise<Rendered> {
  refuseServers(outputs);
  const pages: RenderedPage[] = [];
  const files = new Map<string, Buffer>();
  for (const { pathname, routeType, compute, fallback } of outputs.prerenders) {
    if (compute === undefined || internal.includes(pathname)) continue;
    if (!fallback?.filePath) throw new PublishFault(`${pathname} has no rendered file.`);
    // A route handler's answer is a file as it is; everything else is a page.
    if (routeType === 'route') files.set(pathname, await readFile(fallback.filePath));
    else pages.push({ path: pathname, file: fallback.filePath });
  }
  pages.sort((a, b) => (a.path < b.path ? -1 : 1));

  let notFound: string | null = null;
  const styles = new Map<string, string>();
  for (const { pathname, filePath } of outputs.staticFiles) {
    if (pathname === notFoundPath) notFound = filePath;
    else if (pathname.endsWith('.css')) styles.set(pathname, await readFile(filePath, 'utf8'));
    else if (!pathname.startsWith('/_next/') && !internal.includes(pathname)) {
      files.set(pathname, await readFile(filePath));
    }
  }
  if (notFound === null) throw new PublishFault('The build made no 404 page.');
  return { pages, notFound, files, styles };
}

/** Every route is a finished file: no middleware, no handler, no page that is completed on request. */
function refuseServers(outputs: AdapterOutputs): void {
  const name = (route: { pathname: string }) => route.pathname;
  const prerendered = new Set(outputs.prerenders.map(({ route }) => route));
  const dynamic = [
    ...outputs.pages.map(name),
    ...outputs.pagesApi.map(name),
    ...[...outputs.appRoutes, ...outputs.appPages]
      .map(name)
      .filter((path) => !path.endsWith('.rsc') && !internal.includes(path) && !prerendered.has(path)),
    ...outputs.prerenders
      .filter(({ compute, fallback }) =>
        compute === undefined ? false : compute !== 'static' || fallback?.initialRevalidate !== false,
      )
      .map(name),
    ...(outputs.middleware ? ['middleware'] : []),
  ];
  if (dynamic.length > 0) {
    throw new PublishFault(`Not fully static, so not published: ${[...new Set(dynamic)].sort().join(', ')}.`);
  }
}
