import { inLanguage, type Language } from '#lib/languages/languages.ts';
import type { SynonymGroup } from '#lib/records/synonyms.ts';
import { searchWords } from '#lib/search/words.ts';
import type { Finding } from '../finding/finding.ts';
import { findingAt, type YamlResult } from '../read/yaml.ts';

/** Every group says something new: at least two words that differ, and none that stands in another group. */
export function checkSynonyms(result: YamlResult<SynonymGroup[]>, languages: readonly Language[]): Finding[] {
  const owners = new Map<string, number>();
  return (result.value ?? []).flatMap((group, index) => {
    const terms = languages.flatMap(({ code }) =>
      inLanguage(group, code).map((term, place) => ({
        term,
        same: searchWords(term).join(' '),
        path: [index, code, place],
      })),
    );
    const taken = terms.flatMap(({ term, same, path }) => {
      const owner = owners.get(same) ?? index;
      owners.set(same, owner);
      return owner === index
        ? []
        : [findingAt(result, path, 'C140', { term, line: findingAt(result, [owner], 'C140').line })];
    });
    const lonely = new Set(terms.map(({ same }) => same)).size < 2 && [findingAt(result, [index], 'C141')];
    return [...taken, ...(lonely || [])];
  });
}
