import { stopWordsOf } from '#gate/wording/other-language.ts';
import { languages } from '#lib/languages/languages.ts';
import type { Check } from '../check.ts';
import { barriers, inPage } from '../in-page.ts';

const words = stopWordsOf(languages);

/** A passage with fewer words than this says too little of its language. */
const enough = 6;

/** 3.1.1 and 3.1.2: each passage is in the language that it is said to be in, as far as the languages of the site go. */
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
    // When more of its passages lean to another language than to the one that it says, the page is wrong and not its parts.
    const leanings = passages
      .filter(({ isOfPage }) => isOfPage)
      .flatMap(({ text, said }) => {
        const [first, second] = countSmallWords(text);
        return first && first.count > (second?.count ?? 0) ? [isIn(first.code, said)] : [];
      });
    const isPage = leanings.filter((isSaid) => isSaid).length < leanings.length / 2;
    const places = wrong.map(({ name, text, said }) => ({
      element: name,
      words: `reads as "${languageOfText(text)}" and says "${said}"`,
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

/** The language whose small words stand in the text and no other's do; null when there is none, or the text is too short. */
function languageOfText(text: string): string | null {
  if (wordsOf(text).length < enough) return null;
  const [first, second] = countSmallWords(text);
  return first && first.count >= 2 && first.count > 3 * (second?.count ?? 0) ? first.code : null;
}

/** How many small words of each language stand in the text, the most first. */
function countSmallWords(text: string): { code: string; count: number }[] {
  const all = wordsOf(text);
  return Object.entries(words)
    .map(([code, { own }]) => ({ code, count: all.filter((word) => own.has(word)).length }))
    .toSorted((a, b) => b.count - a.count);
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
