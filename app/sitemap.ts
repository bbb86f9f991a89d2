import type { MetadataRoute } from 'next';
import { twinOf } from '#lib/site/site.ts';
import { getSite } from './current-site.ts';

/** sitemap.xml: every page in every language, with its twins. */
export default function sitemap(): MetadataRoute.Sitemap {
  const site = getSite();
  return site.pages.flatMap((page) => {
    const languages = Object.fromEntries(
      site.languages.map(({ code, tag }) => [tag, site.origin + twinOf(page, code).path]),
    );
    return site.languages.map(({ code }) => {
      const { path, updated } = twinOf(page, code);
      return { url: site.origin + path, lastModified: updated, alternates: { languages } };
    });
  });
}
