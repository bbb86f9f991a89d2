import { parseDocument } from 'yaml';
import { z } from 'zod';
import type { Language, Translated } from '#lib/languages/languages.ts';
import { isCalendarDate } from '#lib/recognise/dates.ts';
import { date } from '#lib/records/fields.ts';
import type { Outline, Section } from './outline.ts';

/*
 * The record of a page, `in-step.yaml` beside its twins: how each section read in every language on the day when somebody last
 * said that they mean the same. It holds the texts themselves, so that a change can be shown without the history of the
 * repository, and it stands beside the page, so that work on one page never meets work on another.
 */

export const recordName = 'in-step.yaml';

/** A section as it was when its twins were last in step. */
export interface RecordedSection {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Its text by language; a language that the site got later has none yet. */
  readonly texts: Readonly<Partial<Record<string, string>>>;
}

/** A section in every language. */
export type Counterparts = Translated<Section>;

/** The sections of a page, each with its counterparts: by position, which agrees where headings and components agree. */
export function counterpartsOf(outlines: Translated<Outline>): Counterparts[] {
  const entries = Object.entries(outlines);
  const count = Math.min(...entries.map(([, { sections }]) => sections.length));
  return Array.from({ length: count }, (_, index) =>
    Object.fromEntries(entries.map(([language, { sections }]) => [language, sections[index] as Section])),
  );
}

/** The text of a section in every language. */
export function textsOf(section: Counterparts): Record<string, string> {
  return Object.fromEntries(Object.entries(section).map(([language, { text }]) => [language, text]));
}

/** What stands in the file of a record: languages in the order of the list, each text as a block of lines. */
export function writeRecord(sections: readonly RecordedSection[], languages: readonly Language[]): string {
  const lines = sections.flatMap(({ day, texts }) => [
    `- day: ${day}`,
    ...languages.flatMap(({ code }) => {
      const text = texts[code];
      return text === undefined ? [] : `  ${code}: ${block(text)}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

/** A literal block (YAML 1.2.2, 8.1.2). A text has no space at its start or at the end of a line. */
function block(text: string): string {
  return text === '' ? '""' : ['|-', ...text.split('\n').map((line) => line && `    ${line}`)].join('\n');
}

/** Reads a record. Null when the text is none. */
export function readRecord(text: string, languages: readonly Language[]): RecordedSection[] | null {
  const document = parseDocument(text, { prettyErrors: false });
  if (document.errors.length > 0) return null;
  const parsed = recordSchema(languages).safeParse(document.toJS());
  return parsed.success ? parsed.data.map(({ day, ...texts }) => ({ day, texts })) : null;
}

/** What a record holds, as data. */
export function recordSchema(languages: readonly Language[]) {
  const texts: Record<string, z.ZodOptional<z.ZodString>> = Object.fromEntries(
    languages.map(({ code }) => [code, z.string().optional()]),
  );
  return z.array(z.strictObject({ ...texts, day: date }));
}

/**
 * Reads the record of twins that say exactly what it says; null when they do not. Most pages are so, and reading their YAML would
 * take a hundred times as long.
 */
export function readUnchanged(
  record: string,
  sections: readonly Counterparts[],
  languages: readonly Language[],
): RecordedSection[] | null {
  const days = [...record.matchAll(/^- day: (\d{4}-\d{2}-\d{2})$/gm)].map(([, day = '']) => day);
  if (days.length !== sections.length || !days.every(isCalendarDate)) return null;
  const recorded = sections.map((section, index) => ({ day: days[index] ?? '', texts: textsOf(section) }));
  return withoutComment(record) === writeRecord(recorded, languages) ? recorded : null;
}

function withoutComment(record: string): string {
  return record.replace(/^(?:#.*\n)+/, '');
}
