/** An entry of the sitemap. */
interface SitemapEntry {
  readonly url: string;
  readonly modified: string | null;
  readonly alternates: ReadonlyMap<string, string>;
}

/** Reads a sitemap (sitemaps.org, 0.9) with language alternates. */
function readSitemap(xml: string): SitemapEntry[] {
  return [...xml.matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry = '']) => ({
    url: contentOf(entry, 'loc') ?? '',
    modified: contentOf(entry, 'lastmod'),
    alternates: new Map(
      [...entry.matchAll(/<xhtml:link ([^>]*)\/>/g)].map(([, attributes = '']) => [
        /hreflang="([^"]*)"/.exec(attributes)?.[1] ?? '',
        /href="([^"]*)"/.exec(attributes)?.[1] ?? '',
      ]),
    ),
  }));
}

/** The expected entry of a page. */
export type Expected = Omit<SitemapEntry, 'modified'> & { readonly modified: string };

/** Pages that the sitemap lacks, lists twice or lists wrongly, and entries that are not pages. */
export function sitemapFaults(xml: string, pages: readonly Expected[]): string[] {
  const entries = readSitemap(xml);
  const urls = new Set(pages.map(({ url }) => url));
  return [
    ...(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>') ? [] : ['is not XML']),
    // The schema of sitemaps.org (0.9): first its own elements in this order, then those of others.
    ...(
      xml.match(
        /<url>(?!\s*<loc>[^<]*<\/loc>\s*(?:<lastmod>[^<]*<\/lastmod>\s*)?(?:<xhtml:link [^>]*\/>\s*)*<\/url>)/g,
      ) ?? []
    ).map(() => 'an entry has its elements in another order than the schema'),
    ...entries.filter(({ url }) => !urls.has(url)).map(({ url }) => `${url} is not a page`),
    ...pages.flatMap(({ url, modified, alternates }) => {
      const found = entries.filter((entry) => entry.url === url);
      const [entry] = found;
      if (!entry || found.length > 1) return [`${url} is listed ${found.length} times`];
      return [
        ...(entry.modified === modified ? [] : [`${url} has the date ${entry.modified}, not ${modified}`]),
        ...(String([...entry.alternates]) === String([...alternates]) ? [] : [`${url} has other alternates`]),
      ];
    }),
  ];
}

/** Lines of robots.txt that disallow a page, and a missing link to the sitemap. */
export function robotsFaults(robots: string, sitemap: string): string[] {
  const lines = robots.split('\n').map((line) => line.trim());
  return [
    ...lines.filter((line) => /^disallow:\s*\S/i.test(line)),
    ...(lines.includes(`Sitemap: ${sitemap}`) ? [] : [`does not name ${sitemap}`]),
  ];
}

function contentOf(entry: string, name: string): string | null {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(entry)?.[1] ?? null;
}
