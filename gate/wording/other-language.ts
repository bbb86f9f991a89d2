import { commonWordsOf } from '#lib/languages/common-words.ts';
import type { Language, Translated } from '#lib/languages/languages.ts';
import { findAll } from '#lib/recognise/found.ts';
import { type Finding, rule } from '../finding/finding.ts';
import { type LettersByLanguage, languageByLetters, plainWordsIn } from './letters.ts';
import type { Prose, Range } from './prose.ts';

export const otherLanguage = rule({ code: 'C106', severity: 'error', guide: 'wording' });

/** The stop words that identify a language: those that no other language of the site has. */
export interface StopWords {
  readonly own: ReadonlySet<string>;
  /** The code of the language of each stop word of the other languages. */
  readonly foreign: ReadonlyMap<string, string>;
  /** By its code, the stop words of each language that editors paste and the site does not have, without those of the page's own. */
  readonly pasted: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The languages of texts that editors paste, besides those of the site: the code, and the name of the list of stop words. */
const pastedLanguages = { en: 'eng', de: 'deu' };

/**
 * The stop words that identify each language: none that two languages share, no single letters, and no English words, which names have.
 * @param proses the texts of the site: a language with next to no text may be written in any other
 */
export function stopWordsOf(
  languages: readonly Language[],
  proses: readonly Pick<Prose, 'text' | 'language'>[] = [],
): Translated<StopWords> {
  const lists = new Map(languages.map((language) => [language.code, listOf(language.commonWords)]));
  const english = listOf('eng');
  const isShared = (word: string) =>
    english.has(word) || [...lists.values()].filter((list) => list.has(word)).length > 1;
  const identifying = [...lists].flatMap(([code, list]) =>
    [...list].filter((word) => !isShared(word)).map((word) => [word, code] as const),
  );
  const isWritten = (code: string, own: ReadonlySet<string>) => {
    const words = proses
      .filter(({ language }) => language.code === code)
      .flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []);
    return words.filter((word) => own.has(word)).length >= 50;
  };
  const entries = languages.map(({ code }) => {
    const own = new Set(identifying.filter(([, of]) => of === code).map(([word]) => word));
    return [
      code,
      {
        own,
        foreign: new Map(identifying.filter(([, of]) => of !== code)),
        pasted: new Map(
          Object.entries(pastedLanguages)
            .filter(([each]) => !lists.has(each) && isWritten(code, own))
            .map(([each, name]) => [each, listOf(name).difference(lists.get(code) ?? new Set())] as const),
        ),
      },
    ] as const;
  });
  return Object.fromEntries(entries);
}

function listOf(name: string): ReadonlySet<string> {
  return new Set(commonWordsOf(name).filter((word) => word.length > 1));
}

/**
 * Reports words of another language of the site (C106): two of its stop words close together, without one of the page's own
 * language between them. One is enough when a twin has the same passage, unless it looks like a name. Of a sentence without stop words
 * of the page's own language, those of a pasted language decide, or the letters.
 * @param elsewhere the passages of the twins
 */
export function checkOtherLanguage(
  prose: Prose,
  stopWords: StopWords,
  elsewhere: ReadonlySet<string>,
  letters: LettersByLanguage,
): Finding[] {
  return prose.passages.flatMap(({ start, end, kind }) => {
    // A street has the name that its municipality gave it, whatever the language of the page.
    if (kind === 'address') return [];
    const passage = prose.text.slice(start, end);
    // Attributes and fields cannot mark a language, so quotations in them are ignored.
    const isMarkable = kind !== 'attribute' && kind !== 'field';
    const text = isMarkable
      ? passage
      : passage.replace(/[‘“«„"][^’”»“"]*[’”»“"]/g, (quoted) => ' '.repeat(quoted.length));
    const found =
      foreignRun(text, stopWords, elsewhere.has(passage) ? 1 : 2) ??
      foreignSentence(text, prose.language.code, stopWords, letters);
    if (!found) return [];
    const range = { start: start + found.start, end: start + found.end };
    return otherLanguage.at(prose.place(range), {
      found: text.slice(found.start, found.end),
      other: found.language,
      markable: isMarkable ? 'yes' : 'no',
    });
  });
}

/** A part of a text in another language. */
interface Foreign extends Range {
  readonly language: string;
}

/** The smallest number of words in a sentence whose letters decide, and of different stop words of a language that the site does not have. */
const fewest = 3;

/** The first sentence of a text whose words have the letters of another language, and none of its own stop words. */
function foreignSentence(
  text: string,
  code: string,
  { own, pasted }: StopWords,
  letters: LettersByLanguage,
): Foreign | null {
  for (const { start, end, written } of findAll(text, /[^\s.!?;:](?:[^.!?;:]*[^\s.!?;:])?/g)) {
    const words = plainWordsIn(written);
    if (words.length < fewest || written.match(/\p{L}+/gu)?.some((word) => own.has(word.toLowerCase()))) continue;
    const short = new Set(written.match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu));
    const stranger = [...pasted].find(([, list]) => list.intersection(short).size >= fewest)?.[0];
    const language = stranger ?? languageByLetters(words, code, letters);
    if (language !== null) return { start, end, language };
  }
  return null;
}

/** Consecutive words of another language. */
interface Run extends Foreign {
  /** How many stop words it has, and the index of the last one among the words of the text. */
  readonly count: number;
  readonly last: number;
}

/** The largest distance between two stop words of one run, in words. */
const reach = 5;

/** The first run of a text with enough stop words; with one needed, the whole text when it has no stop word of its language and is not a name. */
function foreignRun(text: string, { own, foreign }: StopWords, needed: 1 | 2): Run | null {
  let run = null as Run | null;
  let isMixed = false;
  const others: string[] = [];
  for (const [index, { start, end, written }] of findAll(text, /\p{L}+/gu).entries()) {
    // `EU` is an abbreviation in Dutch, and `eu` a word in French.
    const language = foreign.get(/^\p{Lu}{2,}$/u.test(written) ? '' : written.toLowerCase());
    if (own.has(written.toLowerCase())) {
      isMixed = true;
      run = null;
    } else if (language !== undefined) {
      const before: Run | null = run?.language === language && index - run.last <= reach ? run : null;
      run = { start: before?.start ?? start, end, language, count: (before?.count ?? 0) + 1, last: index };
      if (run.count > 1) return run;
    } else others.push(written);
  }
  if (needed > 1 || !run || isMixed) return null;
  // A text whose other words all have capitals looks like a name.
  return others.some((word) => /^\p{Ll}/u.test(word)) ? { ...run, start: 0, end: text.length } : null;
}
