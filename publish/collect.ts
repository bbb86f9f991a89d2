import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { NextAdapter } from 'next';
import { PublishFault } from './fault.ts';

export type AdapterOutputs = Parameters<NonNullable<NextAdapter['onBuildComplete']>>[0]['outputs'];

/** A document as Next.js rendered it. */
export interface RenderedPage {
  /** Path: `/nl/over-ons`. */
  readonly path: string;
  /** Absolute path of the rendered file. The pages of a large site are not read all at once. */
  readonly file: string;
}

/** Everything that a build rendered and that may be published. */
export interface Rendered {
  /** Sorted by path. */
  readonly pages: readonly RenderedPage[];
  /** Absolute path of the rendered error page. */
  readonly notFound: string;
  /** Other rendered files, such as the sitemap and the responses of route handlers, by path. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Style sheets by the paths that pages link to. */
  readonly styles: ReadonlyMap<string, string>;
}

/** Next.js's own fallback documents, which have no path in the site. */
const internal = ['/_global-error', '/_not-found', '/500'];
const notFoundPath = '/404';

/** Collects what the build rendered; throws PublishFault for a route that needs a server, or without an error page. */
export async function collect(outputs: AdapterOutputs): Promise<Rendered> {
  refuseDynamicRoutes(outputs);
  const pages: RenderedPage[] = [];
  const files = new Map<string, Buffer>();
  for (const { pathname, routeType, compute, fallback } of outputs.prerenders) {
    if (compute === undefined || internal.includes(pathname)) continue;
    if (!fallback?.filePath) throw new PublishFault(`${pathname} has no rendered file.`);
    // The response of a route handler is a file as it is; everything else is a page.
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

/** Refuses middleware, dynamic handlers, and pages that are completed or rendered again on request. */
function refuseDynamicRoutes(outputs: AdapterOutputs): void {
  const name = (route: { pathname: string }) => route.pathname;
  const prerendered = new Set(outputs.prerenders.map(({ route }) => route));
  const dynamic = [
    ...outputs.pages.map(name),
    ...outputs.pagesApi.map(name),
    ...[...outputs.appRoutes, ...outputs.appPages]
      .map(name)
      .filter((each) => !each.endsWith('.rsc') && !internal.includes(each) && !prerendered.has(each)),
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

/** The files of `public/`, which Next.js does not pass to an adapter: content by path, sorted. */
export async function readPublicFiles(folder: string): Promise<Map<string, Buffer>> {
  const files = await filesBelow(folder);
  const read = files.map(async (file) => [`/${file}`, await readFile(path.join(folder, file))] as const);
  return new Map(await Promise.all(read));
}

/** The files below a folder, as sorted paths with `/`. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}
