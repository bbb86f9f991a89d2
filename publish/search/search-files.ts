import { commonWordsOf } from '#lib/languages/common-words.ts';
import { fold } from '#lib/languages/fold.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { namesOf, type SearchRecord, searchRecords } from '#lib/search/records.ts';
import { type SearchData, searchDataPath } from '#lib/search/search-data.ts';
import { SiteWords } from '#lib/search/site-words.ts';
import { searchWords } from '#lib/search/words.ts';
import type { Site } from '#lib/site/site.ts';
import { PublishFault } from '../fault.ts';

/**
 * Writes what a browser searches: one JSON file per language, by its address; none when no page of the site searches. The
 * same pages give the same bytes.
 * @param texts the text of each page of the site, by path; null for a page without main content
 * @throws PublishFault when a page has no main content
 */
export function searchFiles(site: Site, texts: ReadonlyMap<string, string | null>): ReadonlyMap<string, Buffer> {
  if (site.search === null) return new Map();
  return new Map(
    site.languages.map((language) => [
      searchDataPath(language),
      Buffer.from(JSON.stringify(searchData(site, language, texts))),
    ]),
  );
}

function searchData(site: Site, language: Language, texts: ReadonlyMap<string, string | null>): SearchData {
  const records = searchRecords(site, language).map((record) => {
    const text = record.text ?? textOf(record, texts);
    // An authority has no record of its own: the pages with its contact details answer for all its names.
    const named = site.authorities.filter(({ name }) => text.includes(inLanguage(name, language.code)));
    return {
      ...record,
      text,
      keywords: [...record.keywords, ...named.flatMap((authority) => namesOf(authority, site))],
    };
  });
  const synonyms = site.synonyms.map((group) => {
    const terms = Object.values(group).flat();
    return [...new Set(terms.map((term) => searchWords(term).join(' ')))];
  });
  const siteWords = new SiteWords(
    searchWords(JSON.stringify(records).replaceAll('\\n', ' ')),
    synonyms.flat().flatMap(searchWords),
  );
  return {
    records,
    synonyms,
    common: [...new Set(site.languages.flatMap(ignoredWordsOf))].filter((word) => finds(siteWords, word)).sort(),
  };
}

function ignoredWordsOf({ commonWords, questionWords = '' }: Language): string[] {
  return [...commonWordsOf(commonWords), ...questionWords.split(' ')].map(fold);
}

/** Whether a query for a word finds anything: as it is, in another form, in parts, or corrected. */
function finds(siteWords: SiteWords, word: string): boolean {
  return (
    siteWords.wordsWith(word).length > 0 ||
    siteWords.formsOf(word).length > 0 ||
    siteWords.partsOf(word).length > 0 ||
    (siteWords.knownPartOf(word) ?? siteWords.nearest(word)) !== null
  );
}

function textOf({ path, title }: SearchRecord, texts: ReadonlyMap<string, string | null>): string {
  const text = texts.get(path) ?? null;
  if (text === null) throw new PublishFault(`${path} has no main content to search.`);
  return text
    .split('\n')
    .filter((line) => line !== title)
    .join('\n');
}
