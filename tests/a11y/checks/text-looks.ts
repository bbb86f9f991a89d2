import type { Found } from './form-answers.ts';

/* Each function runs in the page, so it contains all that it needs. */

/** Paragraphs that look like headings. */
export function findHeadingLooks(): Found[] {
  const found: Found[] = [];
  const root = document.querySelector('main') ?? document.body;
  const apart =
    'a, button, label, summary, th, caption, figcaption, address, nav, header, footer, legend, h1, h2, h3, h4, h5, h6, [role="heading"], [role="note"], [aria-hidden="true"], svg, dt';
  const fontOf = (element: Element) => {
    const { fontFamily, fontSize, fontWeight } = getComputedStyle(element);
    return { family: fontFamily, size: Number.parseFloat(fontSize), isBold: Number(fontWeight) >= 600 };
  };
  const plain = fontOf([...root.querySelectorAll('p')].find((each) => kit.wordsOf(each).length > 80) ?? root);
  const headings = [...root.querySelectorAll('h2, h3, h4, h5, h6')].filter(kit.isShown).map(fontOf);
  const isBlock = (element: Element) => !getComputedStyle(element).display.startsWith('inline');
  for (const block of root.querySelectorAll('p, div, span, strong, b, li > *')) {
    const words = kit.wordsOf(block);
    if (!/\p{L}{2}/u.test(words) || words.length > 80 || block.closest(apart) || !isBlock(block) || !kit.isShown(block))
      continue;
    if (block.querySelector('a, button, input, p, div, ul, li, h2, h3, h4, time')) continue;
    // A figure or a sentence on its own is no heading.
    if (/^\d(?!\d?[.)] \p{L})/u.test(words) || /[.;!]$/.test(words)) continue;
    const next = block.nextElementSibling;
    const follows =
      next &&
      kit.isShown(next) &&
      kit.wordsOf(next).length > words.length &&
      !next.matches('b, span, small, input, h1, h2, h3, h4');
    if (!follows) continue;
    const whole = [...block.querySelectorAll('*')].find((part) => kit.wordsOf(part) === words) ?? block;
    const font = fontOf(whole);
    const after = fontOf(next);
    const isLike = headings.some(
      ({ family, size, isBold }) =>
        family === font.family &&
        size === font.size &&
        isBold === font.isBold &&
        (family !== plain.family || size > plain.size),
    );
    const isBig = font.size >= after.size * 1.2;
    const isHeavy = font.isBold && !after.isBold && whole !== block;
    const drawn = getComputedStyle(whole);
    const isCapital =
      drawn.textTransform === 'uppercase' || (/\p{Lu}{4}/u.test(words) && words === words.toUpperCase());
    const isLined = drawn.textDecorationLine.includes('underline');
    const isMarked =
      (isCapital || isLined) && getComputedStyle(next).textTransform !== 'uppercase' && !block.closest('li');
    if (isLike || (isBig && (!block.closest('li') || kit.wordsOf(next).length > 60)) || isHeavy || isMarked)
      found.push({ rule: 'fake-heading', element: kit.describe(block), words: 'looks like a heading but is not one' });
  }
  return found;
}

/** Bold lines of their own at the start of a paragraph. */
export function findHeadingLines(): Found[] {
  const found: Found[] = [];
  const root = document.querySelector('main') ?? document.body;
  for (const bold of root.querySelectorAll('p > :is(b, strong, u):first-child, div > :is(b, strong, u):first-child')) {
    const words = kit.wordsOf(bold);
    const isLine = bold.nextElementSibling?.localName === 'br' && !bold.nextSibling?.textContent?.trim();
    const isFirst = !bold.previousSibling?.textContent?.trim();
    if (
      isLine &&
      isFirst &&
      words.length < 80 &&
      !/[.;!:]$/.test(words) &&
      !bold.closest('address, li, figcaption, label') &&
      kit.wordsOf(bold.parentElement as Element).length > words.length + 60
    )
      found.push({ rule: 'fake-heading', element: kit.describe(bold), words: 'is a heading within a paragraph' });
  }
  return found;
}

/** Rows of paragraphs that look like a list. */
export function findListLooks(): Found[] {
  const found: Found[] = [];
  const root = document.querySelector('main') ?? document.body;
  // A typed sign, a picture or generated content begins each of the items; with dashes, a talk has questions.
  const sign = /^\s*(?:[-–—•·*]|(?![“”„«»"‘’([@#€&+§¿¡])[\p{So}\p{Sm}\p{Po}\p{Pd}]\ufe0f?|\d{1,2}[.)]|[a-z]\))\s*\S/u;
  const hasSign = (element: Element) => {
    const { content, backgroundImage } = getComputedStyle(element, '::before');
    const drawn = /^"\s*[^\p{L}\s"]{1,2}\s*"$/u.test(content) || /^(?:url|counter)/.test(content);
    const own = getComputedStyle(element);
    const first = element.firstElementChild;
    const isIcon =
      first?.matches('img[alt=""], svg[aria-hidden="true"]') &&
      first.previousSibling?.textContent?.trim() === undefined;
    return (
      sign.test(kit.wordsOf(element)) ||
      drawn ||
      backgroundImage.includes('url(') ||
      own.display === 'list-item' ||
      (own.backgroundImage.includes('url(') && own.backgroundRepeat === 'no-repeat') ||
      isIcon
    );
  };
  const rows = [...root.querySelectorAll('p, div, span, ul:has(> li:only-child), ol:has(> li:only-child)')].filter(
    (block) =>
      kit.isShown(block) &&
      (block.matches('ul, ol') || hasSign(block)) &&
      !block.querySelector('p, div, ul, table, h2, h3, h4, input, button') &&
      /\p{L}{2}/u.test(kit.wordsOf(block)) &&
      !block.closest('li li, pre, nav, [role="list"], dl, [aria-hidden="true"]') &&
      getComputedStyle(block).display !== 'inline',
  );
  for (const same of Map.groupBy(rows, (row) => row.parentElement).values()) {
    const next = same.filter((row, index) => row.previousElementSibling === same[index - 1] && index > 0);
    const isTalk =
      same.some((row) => /[?!…][”»"]?$/u.test(kit.wordsOf(row))) &&
      same.every((row) => /^[-–—]/.test(kit.wordsOf(row)));
    const [first] = next;
    if (first && !isTalk && !first.closest('li') && same.every(({ localName }) => localName === first.localName))
      found.push({ rule: 'fake-list', element: kit.describe(first), words: 'a row of paragraphs makes a list' });
  }
  return found;
}
