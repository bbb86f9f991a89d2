import { z } from 'zod';
import { inLanguage, type Language, type Translated } from '../i18n/languages.ts';
import { searchWords } from '../search/words.ts';
import type { Finding } from './finding.ts';
import { findingAt, type YamlResult } from './yaml.ts';

/** Words with one meaning for whoever searches, in every language of the site: `nl: [begroting], fr: [budget]`. */
export type SynonymGroup = Translated<readonly string[]>;

export const synonymsFile = 'content/synonyms.yaml';

/** `content/synonyms.yaml`: groups of words that search takes for each other, in all languages at once. */
export function synonymsSchema(languages: readonly Language[]) {
  const term = z
    .string()
    .trim()
    .min(2)
    .max(40)
    .refine((text) => searchWords(text).length > 0)
    .meta({ pattern: '[\\p{L}\\p{N}]' });
  const group = Object.fromEntries(languages.map(({ code }) => [code, z.array(term).min(1)]));
  return z.array(z.strictObject(group as Record<string, z.ZodArray<typeof term>>));
}

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
