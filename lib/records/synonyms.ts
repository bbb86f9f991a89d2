import { z } from 'zod';
import type { Language, Translated } from '../languages/languages.ts';
import { searchWords } from '../search/words.ts';

/** Words that search treats as the same, in every language of the site: `nl: [begroting], fr: [budget]`. */
export type SynonymGroup = Translated<readonly string[]>;

export const synonymsFile = 'content/synonyms.yaml';

/** `content/synonyms.yaml`: groups of words that search treats as the same, across languages. */
export function synonymsSchema(languages: readonly Language[]) {
  const term = z
    .string()
    .trim()
    .min(2)
    .max(40)
    .refine((text) => searchWords(text).length > 0, { params: { kindOf: () => 'search' } })
    .meta({ pattern: '[\\p{L}\\p{N}]' });
  const group = Object.fromEntries(languages.map(({ code }) => [code, z.array(term).min(1)]));
  return z.array(z.strictObject(group as Record<string, z.ZodArray<typeof term>>));
}
