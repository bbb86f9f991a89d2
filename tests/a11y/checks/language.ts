import { stopWordsOf } from '#gate/wording/other-language.ts';
import { languages } from '#lib/languages/languages.ts';
import type { Check } from '../check.ts';
import { barriers, inPage } from '../in-page.ts';

const words = stopWordsOf(languages);

/** A shorter passage does not reveal its language. */
const enough = 6;

/** 3.1.1 and 3.1.2: the `lang` of each passage is right, among the languages of the site. */
export const language: Check = {
  id: 'language',
  criteria: ['3.1.1', '3.1.2'],
  async judge(page) {
    const passages = await inPage(page, () =>
      kit
        .withWords()
        .filter(kit.isShown)
        .map((element) => ({
          name: kit.describe(element),
          text: kit.wordsOf(element),
          said: element.closest('[lang]')?.getAttribute('lang') ?? '',
          isOfPage: element.closest('[lang]') === document.documentElement,
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
      words: `reads as "${languageOfText(text)}" but is marked "${said}"`,
    }));
    return {
      barriers: barriers('language', [isPage ? '3.1.1' : '3.1.2'], places),
      judged: ['3.1.1', '3.1.2'],
    };
  },
};

function isWrong(text: string, said: string): boolean {
  const read = languageOfText(text);
  return read !== null && !isIn(read, said);
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
    .map(([code, { own }]) => ({ code, count: all.filter((word) => own.has(word)).length }))
    .toSorted((a, b) => b.count - a.count);
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
