import type { Finding } from '../finding/finding.ts';
import { positionAt } from './text.ts';

/*
 * How a file was saved. None of it changes what visitors read, and all of it makes changes look larger than they are; so it is
 * repaired, not argued about.
 */

interface Saved {
  readonly file: string;
  readonly language: string | null;
  /** The text as the gate reads it. */
  readonly text: string;
}

/**
 * One finding (C061) for each way in which a file is not saved as the others are.
 * @param original the text with its byte-order mark and its own line ends
 */
export function checkForm(saved: Saved, original: string): Finding[] {
  const { file, language, text } = saved;
  const composed = text.normalize('NFC');
  const tidy = tidied(composed);
  if (text === '' || tidy === original) return [];
  const kinds: [kind: string, offset: number][] = [];
  if (original.startsWith('\ufeff')) kinds.push(['mark', 0]);
  if (original.includes('\r')) kinds.push(['lines', original.replace(/^\ufeff/, '').search(/\r/)]);
  if (composed !== text) kinds.push(['accents', firstDifference(text, composed)]);
  if (tidy !== composed) kinds.push(['spaces', firstDifference(text, tidied(text))]);
  return kinds.map(([kind, offset]) => ({
    code: 'C061',
    file,
    language,
    ...positionAt(text, offset),
    details: { kind },
    fix: { start: 0, end: text.length, replacement: tidy },
  }));
}

/** The text without spaces at the end of a line (two of them, before more text, are a line break), and with one line end at its end. */
function tidied(text: string): string {
  const trimmed = text.replace(/[ \t\u00a0\u202f]+$/gm, (spaces, offset: number) => {
    const isBreak =
      spaces.startsWith('  ') &&
      /^\n[^\n\S]*\S/.test(text.slice(offset + spaces.length, offset + spaces.length + 200));
    return isBreak ? '  ' : '';
  });
  return `${trimmed.replace(/\n+$/, '')}\n`;
}

function firstDifference(one: string, other: string): number {
  let offset = 0;
  while (offset < one.length && one[offset] === other[offset]) offset++;
  return offset;
}
