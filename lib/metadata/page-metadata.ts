import type { Metadata } from 'next';
import type { View } from '#lib/site/view.ts';
import { openData } from '../open-data/data-paths.ts';
import { homeKey, twinOf } from '../site/site.ts';

/** Path of the page that offers the choice of language: `x-default` for all. */
export const choicePath = '/';

/**
 * Title, description, canonical address and the same page in every language, itself included.
 * The page with the directory names it as open data too. hreflang is reciprocal because every page lists the twins of one and the same record.
 * @param siteName name of the organisation in the page's language; the home page carries it alone
 */
export function pageMetadata({ site, page, language }: View, siteName: string): Metadata {
  const { title, summary, path } = twinOf(page, language.code);
  const languages = Object.fromEntries(site.languages.map(({ code, tag }) => [tag, twinOf(page, code).path]));
  return {
    metadataBase: new URL(site.origin),
    title: page.key === homeKey ? siteName : `${title} – ${siteName}`,
    description: summary,
    alternates: {
      canonical: path,
      languages: page.key === homeKey ? { ...languages, 'x-default': choicePath } : languages,
      ...(page.key === site.directory
        ? { types: { 'text/csv': openData.csv, 'application/json': openData.json } }
        : {}),
    },
  };
}
