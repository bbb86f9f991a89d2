import type { Finding } from '../finding/finding.ts';
import type { Range, Words } from './words.ts';

/*
 * Quotation marks, dashes and spaces as the house sets them, where lib/languages/typography.ts cannot know what is meant.
 * Each remedy changes no word, so most of them can be applied by `--fix`.
 */

/**
 * All stretches that a pattern matches. The pattern needs the flag `g`. The same as `matchAll`, which makes a new pattern for each text
 * and takes a tenth of the time of a check.
 */
export function matches(text: string, pattern: RegExp): (Range & { match: RegExpExecArray })[] {
  const found: (Range & { match: RegExpExecArray })[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length;
    found.push({ match, start: match.index, end });
    // An empty match would be found again; after a character of two units there is no place for one.
    if (match[0] === '') pattern.lastIndex = end + String.fromCodePoint(text.codePointAt(end) ?? 0).length;
  }
  return found;
}

/** C098: quotation marks of a typewriter or of another language, and those without a second half. */
export function checkQuotes(words: Words): Finding[] {
  if (!/["'“”„«»‹›‘]/.test(words.text)) return [];
  return words.passages.flatMap(({ start, end }) => {
    const text = words.text.slice(start, end);
    const move = (range: Range): Range => ({ start: start + range.start, end: start + range.end });
    return [...straightQuotes(text), ...typewriterApostrophes(text), ...foreignQuotes(text, words)].map(
      ({ kind, range, inner }) => {
        const found = text.slice(range.start, range.end);
        const replacement =
          kind === 'pair'
            ? words.language.quotes.join(inner?.trim() ?? '')
            : kind === 'apostrophe'
              ? found.replace("'", '’')
              : undefined;
        const details = { kind, found, replacement: replacement ?? '' };
        return words.finding('C098', move(range), details, replacement);
      },
    );
  });
}

interface Quote {
  readonly kind: 'pair' | 'alone' | 'apostrophe';
  readonly range: Range;
  /** What stands between the two halves. */
  readonly inner?: string;
}

/** `"…"`, in pairs as they come; a last one without a partner is alone. */
function* straightQuotes(text: string): Generator<Quote> {
  for (const { match, start, end } of matches(text, /"([^"]*)"|"/g)) {
    const [, inner] = match;
    yield inner === undefined
      ? { kind: 'alone', range: { start, end } }
      : { kind: 'pair', range: { start, end }, inner };
  }
}

/**
 * `'` where it is not between two letters, where the build makes an apostrophe of it. Around words it is a quotation mark;
 * before a shortened word or a year, and after a word, it is an apostrophe.
 */
function* typewriterApostrophes(text: string): Generator<Quote> {
  const marks = matches(text, /(?<!\p{L})'|'(?!\p{L})/gu).map(({ start }) => start);
  let done = -1;
  for (const start of marks) {
    if (start <= done) continue;
    const opens = /^'[\p{L}\p{N}]/u.test(text.slice(start)) && !/[\p{L}\p{N}]$/u.test(text.slice(0, start));
    const isShort = /^'(?:\p{L}|\d\d)(?![\p{L}\p{N}'])/u.test(text.slice(start));
    const partner = marks.find((mark) => mark > start && /\S$/.test(text.slice(0, mark)));
    done = opens && !isShort && partner !== undefined ? partner : start;
    const range = { start, end: done + 1 };
    yield done === start
      ? { kind: 'apostrophe', range }
      : { kind: 'pair', range, inner: text.slice(start + 1, done) };
  }
}

/** Pairs that another language uses. Inside the pair of the house they are a quotation in a quotation, and welcome. */
function* foreignQuotes(text: string, { language }: Words): Generator<Quote> {
  const [open, close] = language.quotes.map((mark) => mark.trim()) as [string, string];
  const pairs = /„([^“”„]*)[“”]|“([^“”]*)”|«([^«»]*)»|‹([^‹›]*)›|‘([^‘’]*(?:(?<=\p{L})’(?=\p{L})[^‘’]*)*)’/gu;
  const ofTheHouse = new RegExp(`${open}[^\n]*?${close}(?!\\p{L})`, 'gu');
  const inside = matches(text, ofTheHouse);
  for (const { match, start, end } of matches(text, pairs)) {
    if (match[0].startsWith(open)) continue;
    if (inside.some((range) => range.start < start && end < range.end)) continue;
    const inner = match.slice(1).find((each) => each !== undefined) ?? '';
    yield { kind: 'pair', range: { start, end }, inner };
  }
}

/** C099: dots and dashes of a typewriter. */
export function checkDashes(words: Words): Finding[] {
  const { text } = words;
  const findings: Finding[] = [];
  const add = (range: Range, found: string, replacement: string) =>
    findings.push(
      words.finding('C099', range, { found: found.trim(), replacement: replacement.trim() }, replacement),
    );
  if (text.includes('..') || text.includes('. .')) {
    for (const { match, ...range } of matches(text, /\.{3,}|\.(?: \.){2,}/g)) add(range, match[0], '…');
  }
  if (text.includes(' - ') || text.includes('--') || text.includes('—')) {
    for (const { match, ...range } of matches(text, /(?<=\S) (?:--?|—) (?=\S)|(?<=\S)(?:--|—)(?=\S)/g)) {
      add(range, match[0], ' – ');
    }
  }
  return findings;
}

/** C100: spaces that are too many or missing, and those that the build sets itself. */
export function checkSpaces(words: Words): Finding[] {
  const { text, language } = words;
  const findings: Finding[] = [];
  const detailsOf = ({ start, end }: Range, replacement: string) => {
    const [, before = ''] = /(\S*)$/.exec(text.slice(Math.max(0, start - 30), start)) ?? [];
    const [after = ''] = /^\S*/.exec(text.slice(end, end + 30)) ?? [];
    const found = `${before}${text.slice(start, end).replace(/\s/g, '␣')}${after}`;
    return { kind: 'shown', found, replacement: `${before}${replacement}${after}` };
  };
  const tooMany = (pattern: RegExp, replacement: string) => {
    for (const range of matches(text, pattern)) {
      findings.push(words.finding('C100', range, detailsOf(range, replacement), replacement));
    }
  };
  const missing = (pattern: RegExp, side: 'before' | 'after') => {
    for (const range of matches(text, pattern))
      findings.push(words.gap('C100', range.start, side, detailsOf(range, ' ')));
  };
  if (/[\u00a0\u202f]/.test(text)) {
    for (const range of matches(text, /[\u00a0\u202f]+/g)) findings.push(fixedSpace(words, range));
  }
  if (text.includes('  ') || text.includes('\t')) tooMany(/(?<=\S)[ \t]{2,}(?=\S)/g, ' ');
  if (/ [,).]|\( /.test(text)) tooMany(spaceBeforeMark, '');
  if (/[,;!?.]\p{L}/u.test(text))
    missing(/(?<=\p{L}[,;!?])(?=\p{L})|(?<=\p{Ll}{2}\.)(?=\p{Lu}\p{Ll})|(?<= ,)(?=\p{L})/gu, 'after');
  if (language.frenchSpacing) {
    if (/\S[;:!?»]|\p{N}%/u.test(text))
      missing(/(?<=[\p{L}\p{N})»’%])(?=[;:!?](?:[\s)»!?]|$))|(?<=[^\s«])(?=»)|(?<=\p{N})(?=%)/gmu, 'before');
    missing(/(?<=«)(?=\S)/g, 'after');
  } else if (/ [;:!?]/.test(text)) {
    tooMany(/(?<=[\p{L}\p{N})’]) +(?=[;:!?](?:[\s)]|$))/gmu, '');
  }
  return findings;
}

/** Spaces before a comma, a full stop or a closing bracket, and after an opening one. Three dots with spaces are C099. */
const spaceBeforeMark = /(?<=[\p{L}\p{N})’»]) +(?=,|\)|\.(?:\s|$)(?! ?\.))|(?<=\() +(?=\S)/gmu;

/** A space that does not break, typed as itself or by its name in HTML: the build sets those. */
function fixedSpace(words: Words, { start }: Range): Finding {
  const from = words.offsetOf(start);
  const [written = ''] =
    /^(?:&[a-z0-9#]+;|[\u00a0\u202f ])+/i.exec(words.source.text.slice(from, from + 40)) ?? [];
  const details = { kind: 'fixed', found: written, replacement: ' ' };
  const fix = written === '' ? undefined : { start: from, end: from + written.length, replacement: ' ' };
  return words.source.finding('C100', from, details, fix);
}
