import { z } from 'zod';
import type { Language, Translated } from '#lib/languages/languages.ts';
import { line } from '#lib/records/fields.ts';

/*
 * `content/wording.yaml`: which words the house uses and which it avoids, for each language. Editors own the list; the gate
 * holds every text to it.
 */

export const wordingFile = 'content/wording.yaml';

const phrase = line(1, 80);
const phrases = z.array(phrase);

const term = z.strictObject({
  /** The form to write. */
  use: phrase,
  /** Forms to write no more. Capitals count. */
  avoid: phrases.min(1),
  /** Phrases in which such a form is right all the same. */
  unless: phrases.optional(),
  /** Why, as editors read it. */
  why: line(5, 160).optional(),
});
export type Term = z.infer<typeof term>;

const wording = z.strictObject({
  /** Names and fixed spellings. */
  terms: z.array(term),
  /** Texts of links that do not say where they lead. One that ends in `…` may go on. */
  vagueLinks: phrases,
  /** Abbreviations that every reader knows. */
  abbreviations: phrases,
  /** Words of the trade: a page that uses one explains it. */
  jargon: phrases,
  /** Stiff words, each with a plainer one. */
  plainer: z.array(z.strictObject({ use: phrase, avoid: phrases.min(1) })),
  /** Words that may come twice in a row. */
  twice: phrases,
  /** How sentences begin that nobody may rewrite: texts with a legal meaning. */
  fixedTexts: z.array(line(10, 160)),
  limits: z.strictObject({
    /** Words in a sentence. */
    sentence: z.int().min(10).max(60),
    /** Words in bold or in italics. */
    emphasis: z.int().min(3).max(60),
  }),
});
export type Wording = z.infer<typeof wording>;

/** The file: a list for each language. */
export function wordingFileSchema(languages: readonly Language[]) {
  return z.strictObject(Object.fromEntries(languages.map(({ code }) => [code, wording])));
}

/** The file; null stands for a site without it, which is held to no list and no limit. */
export function wordingSchema(languages: readonly Language[]): z.ZodType<Translated<Wording> | null> {
  return wordingFileSchema(languages).nullable();
}
