import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Language, Translated } from '#lib/languages/languages.ts';
import { date } from '#lib/records/fields.ts';
import type { Outline, Section } from './outline.ts';

/*
 * The confirmation of a page, `in-step.yaml` beside its twins: the text of each section in every language on the day when an editor
 * last confirmed that they mean the same. It holds the texts themselves, so that a change can be shown without the history of the
 * repository, and there is one file for each page, so that work on two pages never conflicts.
 */

/** The base name of the file. */
export const confirmationName = 'in-step.yaml';

/** A section as it was last confirmed. */
export interface ConfirmedSection {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Its text by language; a language that the site added later has none yet. */
  readonly texts: Readonly<Partial<Record<string, string>>>;
}

/** A section in every language. */
export type Counterparts = Translated<Section>;

/** The sections of a page with their counterparts, paired by position: its twins have the same headings and components. */
export function counterpartsOf(outlines: Translated<Outline>): Counterparts[] {
  const entries = Object.entries(outlines);
  const count = Math.min(...entries.map(([, { sections }]) => sections.length));
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(entries.map(([language, { sections }]) => [language, sections[index] as Section])),
  );
}

/** Reads the YAML of a confirmation; null when it is not valid. */
export function readConfirmation(text: string, languages: readonly Language[]): ConfirmedSection[] | null {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return null;
  const parsed = confirmationSchema(languages).safeParse(document.toJS());
  return parsed.success ? parsed.data.map(({ day, ...texts }) => ({ day, texts })) : null;
}

/** The data in a confirmation. */
export function confirmationSchema(languages: readonly Language[]) {
  const texts: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
    languages.map(({ code }) => [code, z.string().optional()]),
  );
  return z.array(z.strictObject({ ...texts, day: date }));
}
