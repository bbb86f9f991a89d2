import { z } from 'zod';
import type { Language, Translated } from '#lib/languages/languages.ts';
import { line } from '#lib/records/fields.ts';

/** The words that the house style prefers and avoids, for each language. Editors maintain the list. */
export const wordingFile = 'content/wording.yaml';

const phrase = line(1, 80);
const phrases = z.array(phrase);

const term = z.strictObject({
  use: phrase,
  /** Case-sensitive. */
  avoid: phrases.min(1),
  /** Phrases in which an avoided form is right. */
  unless: phrases.optional(),
  /** The reason, as findings show it. */
  why: line(5, 160).optional(),
});
export type PreferredTerm = z.infer<typeof term>;

/** The lists of one language. `gate/messages` explains each field to editors, under `fields.wording`. */
const wording = z.strictObject({
  terms: z.array(term),
  /** Texts of links that do not identify a target. One that ends in `…` may continue. */
  vagueLinks: phrases,
  /** Abbreviations that every reader knows. */
  abbreviations: phrases,
  /** Words that a page must explain. */
  jargon: phrases,
  plainer: z.array(z.strictObject({ use: phrase, avoid: phrases.min(1) })),
  /** Placeholders that an editor must replace; see `terms.ts`. */
  placeholders: phrases,
  /** Words that may be twice in a row. */
  twice: phrases,
  /** The first words of sentences with a fixed legal text. */
  fixedTexts: z.array(line(10, 160)),
  limits: z.strictObject({
    /** Words in a sentence. */
    sentence: z.int().min(10).max(60),
    /** Words in bold or in italics. */
    emphasis: z.int().min(3).max(60),
  }),
});
export type Wording = z.infer<typeof wording>;

/** The file: the lists of each language. */
export function wordingFileSchema(languages: readonly Language[]) {
  return z.strictObject(Object.fromEntries(languages.map(({ code }) => [code, wording])));
}

/** The file, or null for a site without it, to which no list and no limit applies. */
export function wordingSchema(languages: readonly Language[]): z.ZodType<Translated<Wording> | null> {
  return wordingFileSchema(languages).nullable();
}
