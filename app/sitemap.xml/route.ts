import { choicePath } from '#lib/metadata/page-metadata.ts';
import { xml } from '#lib/metadata/xml.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { homeKey, type Page, pageOf, twinOf } from '#lib/site/site.ts';
import { getSite } from '../current-site.ts';

export const dynamic = 'force-static';

/**
 * sitemap.xml: the choice of a language, then every page in every language, with its twins; `x-default` as in the pages. Next.js would
 * put the twins before the date, which the schema of sitemaps.org refuses.
 */
export function GET(): Response {
  const site = getSite();
  const { origin, languages, pages } = site;
  const entry = (page: Page, path: string, day: string) => {
    const twins = languages.map(({ code, tag }) => [tag, twinOf(page, code).path] as const);
    const links = [...twins, ...(page.key === homeKey ? [['x-default', choicePath] as const] : [])].map(
      ([tag, twin]) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${xml(origin + twin)}" />\n`,
    );
    return `<url>\n<loc>${xml(origin + path)}</loc>\n<lastmod>${day}</lastmod>\n${links.join('')}</url>\n`;
  };
  const home = pageOf(site, homeKey);
  const days = Object.values(home.twins).map(({ updated }) => updated);
  const entries = pages.flatMap((page) =>
    languages.map(({ code }) => entry(page, twinOf(page, code).path, twinOf(page, code).updated)),
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entry(home, choicePath, days.sort().at(-1) ?? '')}${entries.join('')}</urlset>
`,
    { headers: { 'Content-Type': mediaTypes.xml } },
  );
}
