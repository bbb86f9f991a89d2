import { commonWordsOf } from '#lib/languages/common-words.ts';
import type { Check } from '../check.ts';
import { barriers, inPage } from '../in-page.ts';

/** The languages that the check knows, by the names of their lists of common words. */
const lists = {
  nl: 'nld',
  fr: 'fra',
  en: 'eng',
  de: 'deu',
  it: 'ita',
  es: 'spa',
  pt: 'por',
  pl: 'pol',
  ro: 'ron',
  tr: 'tur',
};

/** The languages of the site, and English. */
const near: ReadonlySet<string> = new Set(['nl', 'fr', 'en']);

/** A shorter passage does not reveal its language. */
const enough = 4;

/** The common words of each language that no other language has. */
const words = identifyingWords();

/** Words in other scripts, and the languages that are written in them. */
const scripts: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\p{Script=Arabic}{3}/u, ['ar', 'fa', 'ur', 'ps', 'ku']],
  [/\p{Script=Cyrillic}{3}/u, ['ru', 'uk', 'bg', 'sr', 'mk', 'be']],
  [/\p{Script=Greek}{3}/u, ['el', 'grc']],
  [/\p{Script=Hebrew}{3}/u, ['he', 'yi']],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u, ['zh', 'ja', 'ko']],
];

/** 3.1.1 and 3.1.2: the `lang` of each passage is right, among the languages of Belgium and those that its texts quote most. */
export const language: Check = {
  id: 'language',
  criteria: ['3.1.1', '3.1.2'],
  async judge(page) {
    const passages = await inPage(page, () =>
      // Names and alternatives are announced in the language of their place as well.
      [
        ...kit.withWords().map((element) => [element, kit.wordsOf(element)] as const),
        ...[...document.querySelectorAll('[alt], [aria-label], [title], [placeholder]')].flatMap((element) =>
          ['alt', 'aria-label', 'title', 'placeholder'].map(
            (name) => [element, element.getAttribute(name) ?? ''] as const,
          ),
        ),
      ]
        .filter(([element]) => kit.isShown(element))
        .map(([element, text]) => ({
          name: kit.describe(element),
          text,
          said: element.closest('[lang]')?.getAttribute('lang') ?? '',
          isOfPage:
            element.closest('[lang]') === document.documentElement &&
            (element.closest('main') !== null || document.querySelector('main') === null),
        })),
    );
    const wrong = passages.filter(({ text, said }) => isWrong(text, said));
    // When most passages are in another language, the `lang` of the page is wrong, not that of its parts.
    const leanings = passages
      .filter(({ isOfPage }) => isOfPage)
      .flatMap(({ text, said }) => {
        const [first, second] = countSmallWords(text);
        return first && first.count > (second?.count ?? 0) ? [isIn(first.code, said)] : [];
      });
    const isPage = leanings.filter((isSaid) => isSaid).length < leanings.length / 2;
    const places = wrong.map(({ name, text, said }) => ({
      element: name,
      words: `reads as "${languageOfText(text) ?? quotedLanguage(text, said) ?? 'another script'}" but is marked "${said}"`,
    }));
    return {
      barriers: barriers('language', [isPage ? '3.1.1' : '3.1.2'], places),
      judged: ['3.1.1', '3.1.2'],
    };
  },
};

function isWrong(text: string, said: string): boolean {
  const read = languageOfText(text);
  return (read !== null && !isIn(read, said)) || quotedLanguage(text, said) !== null || hasForeignScript(text, said);
}

/** Whether the text has a word in a script that its language is not written in. */
function hasForeignScript(text: string, said: string): boolean {
  return scripts.some(([letters, codes]) => letters.test(text) && !codes.some((code) => isIn(code, said)));
}

/** The language of a part of a passage, such as a quotation after a colon, that is not the one of the page. */
function quotedLanguage(text: string, said: string): string | null {
  const parts = text.split(/[:.!?;“”„«»"‘]+\s*/).filter((part) => wordsOf(part).length >= 8);
  const read = parts.flatMap((part) => {
    const [first, second] = countSmallWords(part);
    return first && first.count >= 3 && first.count > 3 * (second?.count ?? 0) && !isIn(first.code, said)
      ? [first.code]
      : [];
  });
  return read[0] ?? null;
}

function isIn(code: string, said: string): boolean {
  return said.toLowerCase().split('-')[0] === code;
}

/** The only language whose function words occur in the text; null when there is no such language or the text is too short. */
function languageOfText(text: string): string | null {
  if (wordsOf(text).length < enough) return null;
  const [first, second] = countSmallWords(text);
  return first && first.count >= 2 && first.count > 3 * (second?.count ?? 0) ? first.code : null;
}

/** The number of function words of each language in the text, in descending order. */
function countSmallWords(text: string): { code: string; count: number }[] {
  const all = wordsOf(text);
  return Object.entries(words)
    .map(([code, own]) => ({ code, count: all.filter((word) => own.has(word)).length }))
    .toSorted((a, b) => b.count - a.count);
}

function identifyingWords(): Readonly<Record<string, ReadonlySet<string>>> {
  const sets = Object.entries(lists).map(([code, name]) => [code, new Set(commonWordsOf(name))] as const);
  // Passages in a distant language are rare, so that its words do not stop a word from identifying one that is near.
  const rivals = (code: string) => sets.filter(([other]) => other !== code && (near.has(other) || !near.has(code)));
  const own = (code: string, list: ReadonlySet<string>) =>
    [...list].filter((word) => word.length > 1 && !rivals(code).some(([, others]) => others.has(word)));
  return Object.fromEntries(sets.map(([code, list]) => [code, new Set(own(code, list))]));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
