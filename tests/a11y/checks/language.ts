import { smallWords } from '../../../lib/content/prose/other-language.ts';
import { languages } from '../../../lib/i18n/languages.ts';
import type { Check } from '../check.ts';
import { barriers, inPage } from '../in-page.ts';

const words = smallWords(languages);

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
    const wrong = passages.flatMap(({ name, text, said, isOfPage }) => {
      const read = languageOfText(text);
      const isRight = read === null || said.toLowerCase().split('-')[0] === read;
      return isRight ? [] : [{ element: name, words: `reads as "${read}" and says "${said}"`, isOfPage }];
    });
    // When most of the page is in another language than it says, the page is wrong and not its parts.
    const long = passages.filter(({ text }) => wordsOf(text).length >= enough);
    const isPage = wrong.filter(({ isOfPage }) => isOfPage).length > long.length / 2;
    return {
      barriers: barriers('language', [isPage ? '3.1.1' : '3.1.2'], wrong),
      judged: ['3.1.1', '3.1.2'],
    };
  },
};

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** The language whose small words stand in the text and no other's do; null when there is none. */
function languageOfText(text: string): string | null {
  const all = wordsOf(text);
  if (all.length < enough) return null;
  const counts = [...words].map(([code, { own }]) => ({
    code,
    count: all.filter((word) => own.has(word)).length,
  }));
  const [first, second] = counts.toSorted((a, b) => b.count - a.count);
  return first && first.count >= 2 && first.count > 3 * (second?.count ?? 0) ? first.code : null;
}
