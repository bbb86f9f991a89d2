import type { Language } from '#lib/languages/languages.ts';
import { type Found, findAll, foundAt } from '#lib/recognise/found.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { Prose } from './prose.ts';

/* Marks in the house style, where lib/languages/typography.ts cannot know what the writer means. No fix changes a word. */

/** Straight quotation marks, those of another language, and those without a partner. */
export const quoteStyle = rule({ code: 'C098', severity: 'warning', guide: 'typography' });
export const dashStyle = rule({ code: 'C099', severity: 'warning', guide: 'typography' });

/** Reports quotation marks and apostrophes in another style (C098). */
export function checkQuotes(prose: Prose): Finding[] {
  return prose.passages.flatMap((passage) => {
    const text = prose.text.slice(passage.start, passage.end);
    const quotes = [
      ...straightQuotes(text),
      ...straightApostrophes(text),
      ...strangeApostrophes(text),
      ...foreignQuotes(text, prose.language),
    ];
    return quotes.map((quote) => {
      const { kind, start, end, written, inner } = quote;
      const range = { start: passage.start + start, end: passage.start + end };
      const replacement = {
        pair: prose.language.quotes.join(inner.trim()),
        apostrophe: written.replace(apostropheLike, '’'),
        alone: '',
      }[kind];
      return quoteStyle.at(
        prose.place(range),
        { kind, found: written, replacement },
        isCertain(quote, text) ? prose.fix(range, replacement) : null,
      );
    });
  });
}

/** What keyboards and word processors put in the place of an apostrophe. */
const apostropheLike = /['´`ʼ‛‘]/;

/**
 * Whether a mark can be nothing else, so that it can be replaced: a quotation touches no word outside it and no space inside it
 * (`15" of 17"` has two inches), and an apostrophe follows a letter or begins a word or a year.
 */
function isCertain({ kind, start, end, written }: Quote, text: string): boolean {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (kind === 'apostrophe') return /\p{L}$/u.test(before) || /^(?:\p{L}|\d\d)/u.test(after);
  const isStraight = /^["']/.test(written);
  const touchesSpace = isStraight && /^.\s|\s.$/u.test(written);
  return kind === 'pair' && !touchesSpace && !/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after);
}

interface Quote extends Found {
  readonly kind: 'pair' | 'alone' | 'apostrophe';
  /** The text between the two marks of a pair. */
  readonly inner: string;
}

/** Finds `"…"` in pairs, in order; a last mark without a partner is alone, and one after a digit an inch. */
function straightQuotes(text: string): Quote[] {
  return [...text.matchAll(/(?<!\d)"(?:([^"]*)")?/g)].map((match) => {
    const [, inner] = match;
    return { ...foundAt(match), kind: inner === undefined ? 'alone' : 'pair', inner: inner ?? '' };
  });
}

/**
 * Finds `'` where it is not between two letters, where the build makes an apostrophe of it. Around words it is a quotation mark;
 * before a shortened word or a year, and after a word, it is an apostrophe.
 */
function* straightApostrophes(text: string): Generator<Quote> {
  // After a digit it means minutes or feet.
  const marks = findAll(text, /(?<![\p{L}\p{N}'])'(?!')|(?<![\p{N}'])'(?![\p{L}'])/gu).map(({ start }) => start);
  let done = -1;
  for (const start of marks) {
    if (start <= done) continue;
    const opens = /^'[\p{L}\p{N}]/u.test(text.slice(start)) && !/[\p{L}\p{N}]$/u.test(text.slice(0, start));
    // `'s avonds`, `'60`, `rock 'n' roll`
    const isShortened = /^'(?:n'|\p{L}|\d\d)(?![\p{L}\p{N}'])/iu.test(text.slice(start));
    const partner = marks.find((mark) => mark > start && /\S$/.test(text.slice(0, mark)));
    done = opens && !isShortened && partner !== undefined ? partner : start;
    const kind = done === start ? 'apostrophe' : 'pair';
    yield { kind, start, end: done + 1, written: text.slice(start, done + 1), inner: text.slice(start + 1, done) };
  }
}

/** Accents and other marks as an apostrophe: `l´après-midi`, `foto`s`, `‘s avonds` from a word processor. */
function strangeApostrophes(text: string): Quote[] {
  return findAll(
    text,
    /(?<=\p{L})[´`ʼ‛](?=\p{L})|(?<![\p{L}\p{N}])[´ʼ‛](?=\p{L}|\d\d)|(?<!\p{L})[`‘](?=[stn](?![\p{L}\p{N}’]))/giu,
  ).map((found) => ({ ...found, kind: 'apostrophe', inner: '' }));
}

const pairs =
  /„(?<low>[^“”„]*)[“”]|“(?<high>[^“”]*)”|«(?<double>[^«»]*)»|‹(?<single>[^‹›]*)›|(?<!\p{L})‘(?<dutch>[^‘’]*(?:(?<=\p{L})’(?=\p{L})[^‘’]*)*)’(?!\p{L})/gu;

/** Finds pairs of another language. Inside a pair of the house style they mark a quotation in a quotation, and are right. */
function foreignQuotes(text: string, language: Language): Quote[] {
  const [open, close] = language.quotes.map((mark) => mark.trim()) as [string, string];
  const own = findAll(text, new RegExp(`${open}[^\n]*?${close}(?!\\p{L})`, 'gu'));
  return [...text.matchAll(pairs)].flatMap((match): Quote[] => {
    const found = foundAt(match);
    const isInner = own.some(({ start, end }) => start < found.start && found.end < end);
    if (found.written.startsWith(open) || isInner) return [];
    const inner = Object.values(match.groups ?? {}).find((each) => each !== undefined) ?? '';
    return [{ ...found, kind: 'pair', inner }];
  });
}

/** Reports dots and hyphens in the place of an ellipsis or a dash (C099). */
export function checkDashes(prose: Prose): Finding[] {
  const report = (replacement: string) => (found: Found) =>
    dashStyle.at(
      prose.place(found),
      { found: found.written.trim(), replacement: replacement.trim() },
      prose.fix(found, replacement),
    );
  return [
    ...findAll(prose.text, /\.{3,}|\.(?: \.){2,}/g).map(report('…')),
    ...findAll(prose.text, /(?<=\S) (?:--?|—) (?=\S)|(?<=[^\s-])(?:--|—)(?=[^\s-])/g).map(report(' – ')),
  ];
}
