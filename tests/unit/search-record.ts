import type { SearchedRecord } from '#lib/search/search-data.ts';

/** A page with a title and a text. */
export function record(title: string, text: string, more: Partial<SearchedRecord> = {}): SearchedRecord {
  return {
    path: `/${title}`,
    kind: 'page',
    title,
    place: [],
    names: [],
    translations: [],
    topics: [],
    keywords: [],
    numbers: [],
    text,
    ...more,
  };
}
