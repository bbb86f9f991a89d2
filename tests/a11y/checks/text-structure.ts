import type { Check } from '../check.ts';
import { barriers, inPage } from '../in-page.ts';
import type { Found } from './form-answers.ts';
import { findGrids } from './grids.ts';
import { findDrawnTables, findTableFaults } from './tables.ts';
import { findHeadingLines, findHeadingLooks, findListLooks } from './text-looks.ts';

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
      ...(await inPage(page, findTypedText)),
      ...(await inPage(page, findUnsaidStructure)),
      ...(await inPage(page, findStyledText)),
      ...(await inPage(page, findQuotations)),
      ...(await inPage(page, findTableFaults)),
      ...(await inPage(page, findDrawnTables)),
      ...(await inPage(page, findHeadingLooks)),
      ...(await inPage(page, findHeadingLines)),
      ...(await inPage(page, findListLooks)),
      ...(await inPage(page, findGrids)),
    ];
    return {
      barriers: found.flatMap(({ rule, ...place }) => barriers(rule, criteria[rule] ?? [], [place])),
      judged: ['1.1.1', '1.3.1', '1.3.2'],
    };
  },
};

/** Columns, drawings, lists and spaced letters that are typed. */
function findTypedText(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
  const blocks = [
    ...document.body.querySelectorAll<HTMLElement>('p, div, li, dd, td, pre, h1, h2, h3, h4, h5, h6'),
  ].filter((element) => kit.isShown(element) && !element.querySelector('p, div, ul, ol, table, section, h2'));

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
  return found;
}

/** Headings that are whole texts, and structure that screen readers do not announce. */
function findUnsaidStructure(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
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
  for (const list of document.querySelectorAll(
    'ul[role="presentation"], ul[role="none"], ol[role="presentation"], ol[role="none"]',
  ))
    if (list.childElementCount > 1) tell('fake-list', list, 'is a list that screen readers do not announce');
  return found;
}

/** Words that only a style adds, strikes out or turns around. */
function findStyledText(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
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
  for (const element of (document.querySelector('main') ?? document.body).querySelectorAll('*')) {
    const { unicodeBidi, direction } = getComputedStyle(element);
    if (/override/.test(unicodeBidi) && direction === 'rtl' && /\p{Script=Latin}{2}/u.test(element.textContent ?? ''))
      tell('letters-apart', element, 'has letters in reverse order');
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

/** Quotations without a source. */
function findQuotations(): Found[] {
  const found: Found[] = [];
  const tell = (rule: string, element: Element, words: string) =>
    found.push({ rule, element: kit.describe(element), words });
  for (const quotation of document.querySelectorAll('blockquote')) {
    const hasSource = quotation.closest('figure, aside') || quotation.querySelector('cite, footer') || quotation.cite;
    const before = kit.wordsOf(quotation.previousElementSibling ?? quotation);
    if (!hasSource && !/[“”„«»"‘’:]/.test(before.slice(-1) + kit.wordsOf(quotation)))
      tell(
        'quotation-without-source',
        quotation,
        'is a quotation without a source, quotation marks or an introduction',
      );
  }
  return found;
}
