import type { Language } from '../languages/languages.ts';
import type { Page, Site, SiteDocument } from '../site/site.ts';
import { documentsOn, otherLanguagesOf } from './documents.ts';

/** A page about a report, with its year and the day on its cover. */
export type Publication = Page & { readonly publication: NonNullable<Page['publication']> };

/** Whether a page is about a report. */
export function isPublication(page: Page): page is Publication {
  return page.publication !== null;
}

/** The publications of the site, the newest first: by the day on the cover, then by year and key. */
export function publicationsOf({ pages }: Site): Publication[] {
  const order = ({ key, publication: { published, year } }: Publication) => `${published} ${year} ${key}`;
  return pages.filter(isPublication).sort((a, b) => (order(a) > order(b) ? -1 : 1));
}

/** The documents of a page for readers of a language, and the same ones in other languages. */
export function allVersionsOn(page: Page, site: Site, language: Language): SiteDocument[] {
  const shown = documentsOn(page, language);
  return [...new Set(shown.flatMap((each) => [each, ...otherLanguagesOf(each, page, site)]))];
}
