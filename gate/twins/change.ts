import { diffWordsWithSpace } from 'diff';

/** A stretch of a change: words that stayed, words that went, words that came. */
export interface ChangePart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/**
 * A text without what no reader notices: how lines are wrapped, which quotation marks, apostrophes, dashes and spaces stand
 * there. Two texts that fold to the same are the same.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^[ \t]*[*+] /gm, '- ')
    .replace(/«\s*|\s*»|[“”„‟]/g, '"')
    .replace(/[’‘‛]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replaceAll('…', '...')
    .replace(/\s+(?=[:;!?%])/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What changed from one text to the other, word by word, on one line. */
export function changeOf(before: string, after: string): ChangePart[] {
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  return diffWordsWithSpace(flat(before), flat(after)).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }));
}

/** How much of what stayed is shown on each side of what changed, and how much in all, in characters. */
const around = 30;
const longest = 400;

/** A change as a line of text, much as `git diff --word-diff` writes it: `telt [-200-] [+220+] medewerkers`. */
export function showChange(parts: readonly ChangePart[]): string {
  const shown = parts.map(({ kind, text }, index) => {
    if (kind === 'gone') return `[-${text}-]`;
    if (kind === 'new') return parts[index - 1]?.kind === 'gone' ? ` [+${text}+]` : `[+${text}+]`;
    return shorten(text, index > 0, index < parts.length - 1);
  });
  const line = shown.join('').trim();
  return line.length <= longest ? line : `${line.slice(0, line.lastIndexOf(' ', longest))} …`;
}

/** Keeps the ends of a text that touch a change, cut between words. */
function shorten(text: string, touchesBefore: boolean, touchesAfter: boolean): string {
  if (text.length <= (touchesBefore && touchesAfter ? 2 * around : around)) return text;
  const start = touchesBefore ? text.slice(0, text.lastIndexOf(' ', around) + 1) : '';
  const end = touchesAfter ? text.slice(text.indexOf(' ', text.length - around)) : '';
  return `${start}…${end}`;
}
