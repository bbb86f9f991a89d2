import { diffWordsWithSpace } from 'diff';

/** A part of a change: words that stayed, words that were removed, words that were added. */
export interface ChangePart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** A text without differences that readers do not notice: line breaks, list markers, and how marks, spaces and numbers are typed. */
export function withoutTypography(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/^[ \t]*[*+] /gm, '- ')
      .replace(/«\s*|\s*»|[“”„‟"’‘‛´`]/g, "'")
      .replace(/\s*(?:--+|[‐‑–—]| - )\s*/g, '-')
      .replace(/\. ?\. ?\./g, '…')
      // The parts of `1.000`, `1 000` and `1000`, and of `04 mei` and `4 mei`.
      .replace(/(?<=\d)[.\s](?=\d{3}(?!\d))|(?<!\d)0(?=\d\s\p{L})/gu, '')
      .replace(/(?<=(?<!\d)1)er(?=\s\p{L})/gu, '')
      .replace(/\s+(?=[,.:;!?%)])|(?<=[(,.:;!?])\s+/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

/** The difference between two texts, word by word, on one line. */
export function changeOf(before: string, after: string): ChangePart[] {
  const onOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  return diffWordsWithSpace(onOneLine(before), onOneLine(after)).map(({ value, added, removed }) => ({
    kind: added ? 'new' : removed ? 'gone' : 'same',
    text: value,
  }));
}

/** How many unchanged characters are shown on each side of a change. */
const context = 30;

/** The length of a shown change, in characters. */
const longest = 400;

/** Writes a change on one line in the form of `git diff --word-diff`: `telt [-200-] [+220+] medewerkers`. */
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
  if (text.length <= (touchesBefore && touchesAfter ? 2 * context : context)) return text;
  const start = touchesBefore ? text.slice(0, text.lastIndexOf(' ', context) + 1) : '';
  const end = touchesAfter ? text.slice(text.indexOf(' ', text.length - context)) : '';
  return `${start}…${end}`;
}
