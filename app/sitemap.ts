import type { MetadataRoute } from 'next';
import { choicePath } from '#lib/metadata/page-metadata.ts';
import { homeKey, type Page, pageOf, twinOf } from '#lib/site/site.ts';
import { getSite } from './current-site.ts';

/** sitemap.xml: the choice of a language, then every page in every language, with its twins; `x-default` as in the pages. */
export default function sitemap(): MetadataRoute.Sitemap {
  const site = getSite();
  const alternatesOf = (page: Page) => ({
    languages: {
      ...Object.fromEntries(site.languages.map(({ code, tag }) => [tag, site.origin + twinOf(page, code).path])),
      ...(page.key === homeKey && { 'x-default': site.origin + choicePath }),
    },
  });
  const home = pageOf(site, homeKey);
  const days = Object.values(home.twins).map(({ updated }) => updated);
  const choice = {
    url: site.origin + choicePath,
    lastModified: days.sort().at(-1) ?? '',
    alternates: alternatesOf(home),
  };
  const pages = site.pages.flatMap((page) =>
    site.languages.map(({ code }) => {
      const { path, updated } = twinOf(page, code);
      return { url: site.origin + path, lastModified: updated, alternates: alternatesOf(page) };
    }),
  );
  return [choice, ...pages];
}
