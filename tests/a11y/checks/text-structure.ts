import type { Check } from '../check.ts';
import { barriers, inPage, type Place } from '../in-page.ts';
import { findGrids } from './grids.ts';

interface Found extends Place {
  readonly rule: string;
}

const criteria: Readonly<Record<string, readonly string[]>> = {
  'characters-as-picture': ['1.1.1'],
  'fake-heading': ['1.3.1'],
  'fake-list': ['1.3.1'],
  'letters-apart': ['1.3.2'],
  'look-alike-letters': ['1.1.1'],
  'private-characters': ['1.1.1'],
  'quotation-without-source': ['1.3.1'],
  'heading-as-text': ['1.3.1'],
  'heading-unsaid': ['1.3.1'],
  'look-unsaid': ['1.3.1'],
  'layout-table-as-data': ['1.3.1'],
  'table-unsaid': ['1.3.1'],
  'table-without-headers': ['1.3.1'],
  'table-of-spaces': ['1.3.1', '1.3.2'],
  'words-in-style': ['1.3.1'],
};

/** Structure that is only visual: typed tables, lists, headings and drawings, and text in styles. */
export const textStructure: Check = {
  id: 'text-structure',
  criteria: ['1.1.1', '1.3.1', '1.3.2'],
  async judge(page) {
    const found = [
      ...(await inPage(page, findTypedStructure)),
      ...(await inPage(page, findLooks)),
      ...(await inPage(page, findGrids)),
    ];
    return {
      barriers: found.flatMap(({ rule, ...place }) => barriers(rule, criteria[rule] ?? [], [place])),
      judged: ['1.1.1', '1.3.1', '1.3.2'],
    };
  },
};

function findTypedStructure(): Found[] {
  const blocks = [
    ...document.body.querySelectorAll<HTMLElement>('p, div, li, dd, td, pre, h1, h2, h3, h4, h5, h6'),
  ].filter((element) => kit.isShown(element) && !element.querySelector('p, div, ul, ol, table, section, h2'));
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });

  for (const block of blocks) {
    const text = block.innerText;
    const lines = text.split('\n').filter((line) => line.trim());
    const gaps = lines.filter((line) => /\S(?:[ \u00a0]{3,}|\t+| *\|[^|]+\| *)\S/.test(line));
    if (gaps.length >= 2) tell('table-of-spaces', block, 'spaces make columns');
    const drawn = lines.filter((line) => !/\p{L}{3}/u.test(line) && /[_|/\\<>=*#^-]/.test(line));
    if (drawn.length >= 3) tell('characters-as-picture', block, 'characters draw a picture');
    if (/(?:^|\s)(?:\p{L}[ \u00a0\u2002-\u200a\u202f]){3,}\p{L}(?:\s|$)/u.test(text))
      tell('letters-apart', block, 'has spaces between letters');
    if (/[\ue000-\uf8ff]/.test(text)) tell('private-characters', block, 'has private-use characters');
    const mixed = text
      .match(/[\p{L}]+/gu)
      ?.find((word) => /\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word));
    if (mixed) tell('look-alike-letters', block, `“${mixed}” mixes alphabets`);
    const items = lines.filter((line) => /^\s*(?:[-–•*]|\d+[.)])\s+\S/.test(line));
    const isTalk = items.some((line) => /[?!…][”»"]?$/u.test(line.trim()));
    if (items.length >= 2 && !isTalk && !block.closest('pre'))
      tell('fake-list', block, 'dashes and line breaks make a list');
  }

  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (kit.wordsOf(heading).length > 150) tell('heading-as-text', heading, 'is a whole text instead of a heading');
    if (heading.matches('[role="presentation"], [role="none"]'))
      tell('heading-unsaid', heading, 'is a heading that screen readers do not announce');
  }
  const unsaid = [
    ...document.querySelectorAll(
      ':is(li, dl, dt, th, tr, td, nav, main, fieldset, section[aria-label]):is([role="presentation"], [role="none"])',
    ),
  ];
  for (const part of unsaid)
    if (
      kit.isShown(part) &&
      !part.closest(
        'table[role="presentation"], table[role="none"], [role="tablist"], [role="menu"], [role="menubar"], [role="tree"]',
      )
    )
      tell('heading-unsaid', part, 'has a structure that screen readers do not announce');
  for (const part of document.body.querySelectorAll('*')) {
    const { textDecorationLine, direction } = getComputedStyle(part);
    const own = [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (!own || !kit.isShown(part)) continue;
    if (textDecorationLine.includes('line-through') && !part.closest('del, s, strike, [role="deletion"]'))
      tell('look-unsaid', part, 'is struck out by its style alone');
    if (
      direction === 'ltr' &&
      (kit.wordsOf(part).match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu) ?? []).length > kit.wordsOf(part).length / 2
    )
      tell('letters-apart', part, 'is written from right to left, without the direction');
  }
  for (const table of document.querySelectorAll('table:not([role])')) {
    if (table.querySelectorAll('tr').length > 1 && !table.querySelector('th'))
      tell('table-without-headers', table, 'has no header cells');
    const [top, second] = [...table.querySelectorAll('tr')];
    const [cell, ...others] = [...(top?.children ?? [])];
    if (
      cell?.matches('[colspan]') &&
      others.length === 0 &&
      (second?.childElementCount ?? 0) > 1 &&
      !table.querySelector('caption')
    )
      tell('layout-table-as-data', cell, 'is a caption in a cell');
    const isBold = (part: Element) => {
      const inner = [...part.querySelectorAll('*')].find((each) => kit.wordsOf(each) === kit.wordsOf(part)) ?? part;
      return Number(getComputedStyle(inner).fontWeight) >= 600 && kit.wordsOf(part) !== '';
    };
    const heads = [...(top?.querySelectorAll('td') ?? [])];
    if (heads.length > 1 && heads.every(isBold) && second && ![...second.querySelectorAll('td')].every(isBold))
      tell('table-without-headers', table, 'has bold cells for headers');
    for (const head of table.querySelectorAll<HTMLTableCellElement>('th[scope]')) {
      const row = head.parentElement as HTMLTableRowElement;
      const isTop = [...row.cells].every((each) => each.matches('th')) && row.cells.length > 1;
      const isSide = row.querySelector('td') !== null && head.cellIndex === 0;
      if ((isTop && head.scope === 'row' && head.cellIndex > 0) || (isSide && head.scope === 'col'))
        tell('table-without-headers', head, `says that it is the header of a ${head.scope}, and is not`);
    }
  }
  const rows = [...document.body.querySelectorAll('div, p, li, span')].filter(
    (row) =>
      getComputedStyle(row).display === 'table-row' && row.childElementCount > 1 && !row.closest('table, [role="row"]'),
  );
  for (const [first, second] of Map.groupBy(rows, (row) => row.parentElement).values())
    if (first && second) tell('table-unsaid', first, 'is a row of a table without the markup of one');
  for (const table of document.querySelectorAll('table[role="presentation"], table[role="none"]')) {
    if (table.querySelector('th, caption'))
      tell('layout-table-as-data', table, 'is said to be layout, and is marked up as data');
  }

  for (const element of document.body.querySelectorAll('*')) {
    for (const side of ['::before', '::after']) {
      const { content, display } = getComputedStyle(element, side);
      // The text after a slash is the alternative (CSS Generated Content 3).
      const [, drawn = ''] = /^"((?:[^"\\]|\\.)*)"/.exec(content) ?? [];
      if (display !== 'none' && (drawn.match(/\p{L}{2,}/gu) ?? []).length >= 2 && kit.isShown(element)) {
        tell('words-in-style', element, `the style adds “${drawn}”`);
      }
    }
  }
  return found;
}

/** Paragraphs that look like headings, and rows of paragraphs that look like a list. */
function findLooks(): Found[] {
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
  // A bold line of its own at the start of a paragraph.
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
  for (const quotation of document.querySelectorAll('blockquote')) {
    const hasSource = quotation.closest('figure, aside') || quotation.querySelector('cite, footer') || quotation.cite;
    const before = kit.wordsOf(quotation.previousElementSibling ?? quotation);
    if (!hasSource && !/[“”„«»"‘’:]/.test(before.slice(-1) + kit.wordsOf(quotation)))
      found.push({
        rule: 'quotation-without-source',
        element: kit.describe(quotation),
        words: 'is a quotation without a source, quotation marks or an introduction',
      });
  }
  for (const list of document.querySelectorAll(
    'ul[role="presentation"], ul[role="none"], ol[role="presentation"], ol[role="none"]',
  ))
    if (list.childElementCount > 1)
      found.push({
        rule: 'fake-list',
        element: kit.describe(list),
        words: 'is a list that screen readers do not announce',
      });
  for (const element of root.querySelectorAll('*')) {
    const { unicodeBidi, direction } = getComputedStyle(element);
    if (/override/.test(unicodeBidi) && direction === 'rtl' && /\p{Script=Latin}{2}/u.test(element.textContent ?? ''))
      found.push({ rule: 'letters-apart', element: kit.describe(element), words: 'has letters in reverse order' });
  }
  return found;
}
