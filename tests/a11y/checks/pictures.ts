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
        ...barriers('words-of-picture', ['1.1.1'], await inPage(page, findUntoldWords)),
        ...barriers('one-alternative', ['1.1.1'], await inPage(page, findSameAlternatives)),
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

/** The words of drawings that their alternative leaves out, and charts and maps whose alternative has no figures or description. */
async function findUntoldWords(): Promise<Place[]> {
  const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const main = document.querySelector('main') ?? document.body;
  const told = (picture: Element) =>
    new Set(
      wordsIn(
        `${picture.getAttribute('alt')} ${picture.getAttribute('aria-label')} ${main.innerText} ${document.querySelector('header')?.innerText}`,
      ),
    );
  const found = await Promise.all(
    [...document.images].filter(kit.isShown).map(async (picture) => {
      if (!/^data:image\/svg|\.svg(?:$|[?#])/.test(picture.currentSrc)) return [];
      const source = await fetch(picture.currentSrc).then(
        (response) => response.text(),
        () => '',
      );
      const drawn = new DOMParser().parseFromString(source, 'image/svg+xml').querySelectorAll('text');
      const words = wordsIn([...drawn].map(({ textContent }) => textContent).join(' '));
      const known = told(picture);
      const left = words.filter((word) => !known.has(word));
      return left.length > words.length / 2
        ? [
            {
              element: kit.describe(picture),
              words: `has the words “${left.slice(0, 6).join(' ')}”, and no text has them`,
            },
          ]
        : [];
    }),
  );
  return found.flat();
}

/** Different pictures with one alternative. */
function findSameAlternatives(): Place[] {
  const named = [...document.querySelectorAll<HTMLImageElement>('main img[alt]')].filter(
    (picture) => kit.isShown(picture) && picture.alt.trim() !== '' && !picture.closest('a, button'),
  );
  return [...Map.groupBy(named, ({ alt }) => alt.trim().toLowerCase()).values()].flatMap((same) =>
    new Set(same.map(({ currentSrc }) => currentSrc)).size > 1
      ? [{ element: `img “${same[0]?.alt}”`, words: 'is the alternative of different pictures' }]
      : [],
  );
}

/** Pictures without an alternative that are all that a cell, an item, a link or a button shows, or that the text before them announces. */
function findEmptied(): Place[] {
  const kinds =
    '(?:plan|plattegrond|kaart|grafiek|schema|foto|afbeelding|tekening|carte|graphique|schéma|photo|image|dessin)';
  const announced = new RegExp(
    `\\b(?:op|in) (?:dit|deze|het|de) ${kinds}\\b|\\b${kinds} (?:hieronder|hiernaast|ci-dessous|ci-contre|suivante?)\\b|\\b(?:volgende?|onderstaande?) ${kinds}\\b|\\bsur (?:cet?|cette|le|la|l[’']) ?${kinds}`,
    'i',
  );
  return [
    ...document.querySelectorAll<HTMLElement>('img[alt=""], img[role="presentation"], img[aria-hidden="true"]'),
  ].flatMap((picture) => {
    const part = picture.closest('td, th, dd, dt, li, a, button, figure, label, h1, h2, h3, h4');
    // A caption does not replace a picture that it names.
    const words = part?.matches('figure') ? '' : (part as HTMLElement | null)?.innerText;
    const isAlone = part && !/[\p{L}\p{N}]/u.test(words ?? '') && !part.matches('[aria-label]');
    if (!kit.isShown(picture)) return [];
    if (isAlone) return [{ element: kit.describe(part), words: 'shows only a picture that screen readers skip' }];
    const block = picture.closest('p, figure') ?? picture;
    const isAnnounced = announced.test((block.previousElementSibling as HTMLElement | null)?.innerText ?? '');
    return isAnnounced ? [{ element: kit.describe(picture), words: 'is announced, and screen readers skip it' }] : [];
  });
}

/** Pictures in headings, drawings with text, and pictures that look like lines of letters: two colours, in short runs. */
async function findPicturesOfWords(): Promise<Place[]> {
  // Letters that a button or a background draws.
  const drawn = [...document.body.querySelectorAll<HTMLElement>('*')].filter(kit.isShown).flatMap((element) => {
    const source = element instanceof HTMLInputElement ? element.src : getComputedStyle(element).backgroundImage;
    return /data:image\/svg/.test(source) && /<text|%3Ctext/i.test(source)
      ? [{ element: kit.describe(element), words: 'is drawn with text' }]
      : [];
  });
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
  // The name of the site, or a logo, may be a picture.
  const heading = document.querySelector('h1')?.innerText.toLowerCase() ?? '';
  const isLogo = (picture: HTMLImageElement) =>
    (picture.alt.length > 3 && !picture.closest('h1') && heading.includes(picture.alt.toLowerCase())) ||
    /logo|woordmerk|wordmark/i.test(
      `${picture.alt} ${picture.className} ${picture.id} ${picture.currentSrc.slice(0, 200)}`,
    ) ||
    (picture.alt.length > 3 &&
      !picture.closest('h1') &&
      document.title.toLowerCase().includes(picture.alt.toLowerCase()));
  const pictures = [...document.images]
    .filter(kit.isShown)
    .filter((picture, index) => found[index] && !isLogo(picture))
    .map((picture) => ({ element: kit.describe(picture), words: `consists of text: “${picture.alt}”` }));
  return [...pictures, ...drawn];
}
