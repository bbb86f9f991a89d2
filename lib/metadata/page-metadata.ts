import type { Metadata } from 'next';
import { openData } from '../open-data/data-paths.ts';
import { markdownPath } from '../site/markdown.ts';
import { homeKey, twinOf, type View } from '../site/site.ts';
import { webManifestPath } from './web-manifest.ts';

/** The path of the choice of language, which is `x-default` of the home pages. */
export const choicePath = '/';

/**
 * The metadata of a page: title, description, canonical path, hreflang of all twins, itself included, the page as Markdown, and web
 * manifest. The page with the directory also links to its open data.
 * @param siteName name of the organisation in the page's language; the whole title of the home page
 */
export function pageMetadata({ site, page, language }: View, siteName: string): Metadata {
  const { title, summary, path } = twinOf(page, language.code);
  const languages = Object.fromEntries(site.languages.map(({ code, tag }) => [tag, twinOf(page, code).path]));
  const isHome = page.key === homeKey;
  return {
    metadataBase: new URL(site.origin),
    title: isHome ? siteName : `${title} – ${siteName}`,
    description: summary,
    manifest: webManifestPath(language),
    alternates: {
      canonical: path,
      languages: isHome ? { ...languages, 'x-default': choicePath } : languages,
      types: {
        ...(page.key === site.directory && { 'text/csv': openData.csv, 'application/json': openData.json }),
        'text/markdown': markdownPath(path),
      },
    },
  };
}
