import type { Translated } from '../languages/languages.ts';
import { type Urgency, urgencies } from '../records/notices.ts';

/** A notice on the day of the build. */
export interface Notice {
  readonly key: string;
  readonly urgency: Urgency;
  /** The first day, YYYY-MM-DD. */
  readonly begin: string;
  /** The last day, YYYY-MM-DD. */
  readonly end: string;
  readonly title: Translated;
  readonly text: Translated;
  /** Key of a page with more; null without one. */
  readonly more: string | null;
  /** The keys of the pages that it is on; null for every page, the choice of language and the 404 page. */
  readonly pages: readonly string[] | null;
}

interface Units {
  readonly units: readonly { readonly id: string; readonly page?: string | undefined }[];
  readonly pages: readonly { readonly key: string; readonly contact: string | null }[];
  /** Key of the page with the directory; null without one. */
  readonly directory: string | null;
}

/** The keys of the pages about a unit; of the directory for a unit without a page of its own. */
export function unitPages(id: string, { units, pages, directory }: Units): string[] {
  const own = units.find((unit) => unit.id === id)?.page;
  const about = pages.filter(({ key, contact }) => key === own || contact === id).map(({ key }) => key);
  return about.length > 0 || directory === null ? [...new Set(about)] : [directory];
}

/** The notices on a page, the most urgent first; without a page, those on every page. */
export function noticesOn({ notices }: { readonly notices: readonly Notice[] }, key?: string): Notice[] {
  return notices
    .filter(({ pages }) => pages === null || (key !== undefined && pages.includes(key)))
    .sort((a, b) => urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency));
}
