import { findFaintWords, findUnnamedPictures } from '../../e2e/checks/pictures.ts';
import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';

/** 1.1.1, 1.4.3 and 1.4.5: images have a meaningful alternative, text in drawings has contrast, and no image consists of text. */
export const pictures: Check = {
  id: 'pictures',
  criteria: ['1.1.1', '1.4.3', '1.4.5'],
  async judge(page) {
    const unnamed = (await findUnnamedPictures(page)).map((element) => ({ element, words: 'has no name' }));
    const faint = (await findFaintWords(page)).map((element) => ({ element, words: 'not 7:1' }));
    return {
      barriers: [
        ...barriers('unnamed-picture', ['1.1.1'], unnamed),
        ...barriers('faint-words', ['1.4.3'], faint),
        ...barriers('poor-alternative', ['1.1.1'], await inPage(page, findPoorAlternatives)),
        ...barriers('picture-in-style', ['1.1.1'], await inPage(page, findStylePictures), true),
        ...barriers('picture-of-words', ['1.4.5'], await inPage(page, findPicturesOfWords)),
      ],
      judged: pictures.criteria,
    };
  },
};

/** Alternatives that are a file name, the word "picture" or the name of a spacer. */
function findPoorAlternatives(): Place[] {
  const file = /\.(?:jpe?g|png|gif|svg|webp|avif)$|^(?:img|dsc|image|screenshot)[_-]?\d+/i;
  const filler = /^(?:afbeelding|foto|beeld|image|photo|picture|icon|logo|spacer|grafiek|graphique|illustration)$/i;
  return [...document.querySelectorAll('img[alt], area[alt], [role="img"][aria-label]')].flatMap((picture) => {
    const name = (picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? '').trim();
    return file.test(name) || filler.test(name)
      ? [{ element: `${picture.localName} “${name}”`, words: 'is not a text alternative' }]
      : [];
  });
}

/** Boxes without text that have a background image: a person must decide whether it has a meaning. */
function findStylePictures(): Place[] {
  return [...document.body.querySelectorAll<HTMLElement>('*')]
    .filter((element) => kit.isShown(element) && element.innerText?.trim() === '' && element.childElementCount === 0)
    .filter((element) => getComputedStyle(element).backgroundImage.includes('url('))
    .filter((element) => !element.closest('[aria-hidden="true"], a, button') && !element.getAttribute('aria-label'))
    .map((element) => ({
      element: kit.describe(element),
      words: 'is an image that exists only in the style',
    }));
}

function findPicturesOfWords(): Place[] {
  return [...document.images]
    .filter(({ currentSrc }) => /^data:image\/svg/.test(currentSrc) && /<text|%3Ctext/i.test(currentSrc))
    .map((picture) => ({ element: kit.describe(picture), words: `consists of text: “${picture.alt}”` }));
}
