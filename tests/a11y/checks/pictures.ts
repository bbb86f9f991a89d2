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
        ...barriers('emptied-picture', ['1.1.1'], await inPage(page, findEmptied)),
        ...barriers('picture-of-words', ['1.4.5'], await inPage(page, findPicturesOfWords), true),
      ],
      judged: pictures.criteria,
    };
  },
};

/** Alternatives that are a file name, the word "picture" or the name of a spacer. */
function findPoorAlternatives(): Place[] {
  const file =
    /\.(?:jpe?g|png|gif|svg|webp|avif|bmp|tiff?)$|^(?:img|dsc|image|screenshot|scan|foto|photo|pic)[_ -]?\d+|^https?:|^[\w-]+_[\w-]+$/i;
  const filler =
    /^(?:een |de |une? |la |le |l[’']|an? |the )?(?:afbeelding|foto|beeld|plaatje|image|photo|picture|icoon|ic[oô]ne?|icon|logo|spacer|grafiek|graphique|graph|chart|illustrati(?:e|on)|kaart(?:je)?|plan|carte|map|schema|schéma|diagram(?:me)?|tabel|tableau|poster|affiche|banner|banni[eè]re|cover|omslag|figuur|figure|screenshot|schermafbeelding|capture(?: d[’']écran)?|video|vidéo|document|pdf|titel|titre|tekst|texte|untitled|alt|todo|x)(?:\s*\d+)?[.…]?$/i;
  return [...document.querySelectorAll('img[alt], area[alt], [role="img"][aria-label]')].flatMap((picture) => {
    const name = (picture.getAttribute('alt') ?? picture.getAttribute('aria-label') ?? '').trim();
    return file.test(name) || filler.test(name)
      ? [{ element: `${picture.localName} “${name}”`, words: 'is not a text alternative' }]
      : [];
  });
}

/** Images in generated content without an alternative, and boxes without text that have a background image: a person must decide whether they have a meaning. */
function findStylePictures(): Place[] {
  const all = [...document.body.querySelectorAll<HTMLElement>('*')];
  const generated = all
    .filter((element) => kit.isShown(element) && !element.closest('[aria-hidden="true"]'))
    .filter((element) =>
      ['::before', '::after'].some((side) => /^url\((?:(?!" \/ ").)*$/.test(getComputedStyle(element, side).content)),
    )
    .map((element) => ({ element: kit.describe(element), words: 'has an image that exists only in the style' }));
  const boxes = all
    .filter((element) => kit.isShown(element) && element.innerText?.trim() === '' && element.childElementCount === 0)
    .filter((element) => getComputedStyle(element).backgroundImage.includes('url('))
    .filter((element) => !element.closest('[aria-hidden="true"], a, button') && !element.getAttribute('aria-label'))
    .map((element) => ({
      element: kit.describe(element),
      words: 'is an image that exists only in the style',
    }));
  return [...generated, ...boxes];
}

/** Pictures without an alternative that are all that a cell, an item, a link or a button shows. */
function findEmptied(): Place[] {
  return [
    ...document.querySelectorAll<HTMLElement>('img[alt=""], img[role="presentation"], img[aria-hidden="true"]'),
  ].flatMap((picture) => {
    const part = picture.closest('td, th, dd, dt, li, a, button, figure, label, h1, h2, h3, h4');
    // A caption does not replace a picture that it names.
    const words = part?.matches('figure') ? '' : (part as HTMLElement | null)?.innerText;
    const isAlone = part && !/[\p{L}\p{N}]/u.test(words ?? '') && !part.matches('[aria-label]');
    return isAlone && kit.isShown(picture)
      ? [{ element: kit.describe(part), words: 'shows only a picture that screen readers skip' }]
      : [];
  });
}

/** Pictures in headings, drawings with text, and pictures that look like lines of letters: two colours, in short runs. */
async function findPicturesOfWords(): Promise<Place[]> {
  const found = await Promise.all(
    [...document.images].filter(kit.isShown).map(async (picture): Promise<boolean> => {
      const { currentSrc, naturalWidth, naturalHeight } = picture;
      if (/^data:image\/svg/.test(currentSrc)) return /<text|%3Ctext/i.test(currentSrc);
      if (picture.closest('h1, h2, h3, h4, h5, h6')) return true;
      if (/\.svg(?:$|[?#])/.test(currentSrc)) return /<text/.test(await (await fetch(currentSrc)).text());
      if (naturalWidth < 40 || naturalHeight < 8) return false;
      const pen = new OffscreenCanvas(naturalWidth, naturalHeight).getContext('2d');
      pen?.drawImage(picture, 0, 0);
      let data: Uint8ClampedArray;
      try {
        data = pen?.getImageData(0, 0, naturalWidth, naturalHeight).data ?? new Uint8ClampedArray();
      } catch {
        return false;
      }
      const counts = new Map<number, number>();
      let turns = 0;
      let last = -1;
      for (let at = 0; at < data.length; at += 4) {
        // Coarse colours, so that smoothed edges count as one of the two.
        const colour = ((data[at] ?? 0) >> 6) * 16 + ((data[at + 1] ?? 0) >> 6) * 4 + ((data[at + 2] ?? 0) >> 6);
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
        if (colour !== last && at % (naturalWidth * 4) !== 0) turns++;
        last = colour;
      }
      const [ground = 0, second = 0] = [...counts.values()].toSorted((a, b) => b - a);
      const all = data.length / 4;
      return (
        ground / all > 0.5 &&
        (ground + second) / all > 0.8 &&
        turns / naturalHeight > 12 &&
        naturalWidth > naturalHeight * 2
      );
    }),
  );
  return [...document.images]
    .filter(kit.isShown)
    .filter((_, index) => found[index])
    .map((picture) => ({ element: kit.describe(picture), words: `consists of text: “${picture.alt}”` }));
}
