import type { Finding } from '../finding/finding.ts';
import { rule } from '../finding/rule.ts';
import type { SourceFile } from '../finding/source-file.ts';

/** A file that is not saved as the others are. Visitors see no difference, but diffs become larger than the change. */
export const untidyFile = rule({ code: 'C061', severity: 'warning', guide: 'typography' });

/**
 * Compares how a file is saved with the form of all others: no byte-order mark, `\n`, composed letters (NFC), no trailing spaces.
 * @param original the text with its byte-order mark and its own line ends
 * @returns one finding for each difference in kind, all with the same repair
 */
export function checkFileForm(source: SourceFile, original: string): Finding[] {
  const { text } = source;
  const composed = text.normalize('NFC');
  const tidy = tidied(composed);
  if (text === '' || tidy === original) return [];
  const kinds: [kind: string, offset: number][] = [];
  if (original.startsWith('\ufeff')) kinds.push(['mark', 0]);
  if (original.includes('\r')) kinds.push(['lines', original.replace(/^\ufeff/, '').search(/\r/)]);
  if (composed !== text) kinds.push(['accents', firstDifference(text, composed)]);
  if (tidy !== composed) kinds.push(['spaces', firstDifference(text, tidied(text))]);
  const fix = { start: 0, end: text.length, replacement: tidy };
  return kinds.map(([kind, offset]) => untidyFile.at(source.place(offset), { kind }, fix));
}

/** The text without trailing spaces, except two before more text (a line break), and with one line end at its end. */
function tidied(text: string): string {
  const trimmed = text.replace(/[ \t\u00a0\u202f]+$/gm, (spaces, offset: number) => {
    const isBreak =
      spaces.startsWith('  ') && /^\n[^\n\S]*\S/.test(text.slice(offset + spaces.length, offset + spaces.length + 200));
    return isBreak ? '  ' : '';
  });
  return `${trimmed.replace(/\n+$/, '')}\n`;
}

function firstDifference(one: string, other: string): number {
  let offset = 0;
  while (offset < one.length && one[offset] === other[offset]) offset++;
  return offset;
}
