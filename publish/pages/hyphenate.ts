import { createRequire } from 'node:module';
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

const require = createRequire(import.meta.url);

const headings = ['h1', 'h2', 'h3'];
const softHyphen = '\u00ad';

/** Shorter words fit on every screen. The parts on either side of a break have at least `shortestPart` letters. */
const shortestWord = 13;
const shortestPart = 4;

/**
 * Inserts soft hyphens into the long words of headings. Browsers hyphenate by `lang`, but several have no dictionary for Dutch, and
 * a compound such as “toegankelijkheidsverklaring” in heading size is wider than a phone (WCAG 1.4.10).
 * @param tree a document; changed in place
 */
export function hyphenateHeadings(tree: Root): void {
  hyphenateBelow(tree, null);
}

/** @param language primary subtag of the nearest `lang` above; null without one */
function hyphenateBelow(parent: Root | Element, language: string | null): void {
  for (const node of parent.children) {
    if (node.type !== 'element') continue;
    const { lang } = node.properties;
    const own = lang === undefined ? language : (String(lang).split('-')[0] ?? null);
    if (own !== null && headings.includes(node.tagName)) hyphenateHeading(node, own);
    else hyphenateBelow(node, own);
  }
}

/** Hyphenates all words except those in another language. */
function hyphenateHeading(heading: Element, language: string): void {
  visit(heading, (node) => {
    if (node !== heading && node.type === 'element' && node.properties['lang'] !== undefined) return SKIP;
    if (node.type === 'text') node.value = hyphenate(node.value, language);
    return;
  });
}

function hyphenate(text: string, language: string): string {
  const { hyphenateSync } = require(`hyphen/${language}`) as typeof import('hyphen/nl');
  return text.replace(/\p{L}+/gu, (word) => {
    if (word.length < shortestWord) return word;
    const parts = hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: shortestWord }).split(softHyphen);
    return joinShortParts(parts).join(softHyphen);
  });
}

/** Joins parts until each is long enough for the end or the start of a line. */
function joinShortParts(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && last.length < shortestPart) joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  const end = joined.at(-1) ?? '';
  return end.length < shortestPart && joined.length > 1
    ? [...joined.slice(0, -2), (joined.at(-2) ?? '') + end]
    : joined;
}
