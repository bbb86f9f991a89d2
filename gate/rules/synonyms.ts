import { inLanguage, type Language } from '#lib/languages/languages.ts';
import type { SynonymGroup } from '#lib/records/synonyms.ts';
import { searchWords } from '#lib/search/words.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { YamlResult } from '../read/yaml.ts';

export const repeatedSynonym = rule({ code: 'C140', severity: 'error', guide: 'search' });
export const lonelySynonym = rule({ code: 'C141', severity: 'error', guide: 'search' });

/** C140 and C141: every group has at least two words that differ for search, and shares none with another group. */
export function checkSynonyms(result: YamlResult<SynonymGroup[]>, languages: readonly Language[]): Finding[] {
  const owners = new Map<string, number>();
  return (result.value ?? []).flatMap((group, index) => {
    const terms = languages.flatMap(({ code }) =>
      inLanguage(group, code).map((term, number) => ({
        term,
        words: searchWords(term).join(' '),
        path: [index, code, number],
      })),
    );
    const repeated = terms.flatMap(({ term, words, path }) => {
      const owner = owners.get(words) ?? index;
      owners.set(words, owner);
      if (owner === index) return [];
      return [repeatedSynonym.at(result.place(path), { term, line: result.place([owner]).line })];
    });
    const isLonely = new Set(terms.map(({ words }) => words)).size < 2;
    return [...repeated, ...(isLonely ? [lonelySynonym.at(result.place([index]))] : [])];
  });
}
