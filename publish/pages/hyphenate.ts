import { createRequire } from 'node:module';
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import words from './compounds.json' with { type: 'json' };

const require = createRequire(import.meta.url);

/**
 * Long compounds by language, with a hyphen between their parts: a line breaks there and nowhere else in the word. Patterns for
 * syllables break some of them wrongly (“Inter-neauditdienst”) or inside a part (“Toegankelijk-heidsverklaring”).
 */
export const compounds: Readonly<Record<string, readonly string[]>> = words;

const headings = ['h1', 'h2', 'h3'];
const softHyphen = '\u00ad';

/** Shorter words fit on every screen. The parts on either side of a break have at least `shortestPart` letters. */
export const shortestWord = 18;
const shortestPart = 4;

/**
 * Inserts soft hyphens into the words of headings that are wider than a phone in heading size, such as “toegankelijkheidsverklaring”
 * (WCAG 1.4.10): between the parts of a listed compound, or else by the patterns of the language. Links get none, because speech
 * control and screen readers use their text as a name.
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

function hyphenateHeading(heading: Element, language: string): void {
  visit(heading, (node) => {
    const isOther = node !== heading && node.type === 'element' && node.properties['lang'] !== undefined;
    if (isOther || (node.type === 'element' && node.tagName === 'a')) return SKIP;
    if (node.type === 'text') node.value = hyphenate(node.value, language);
    return;
  });
}

function hyphenate(text: string, language: string): string {
  const { hyphenateSync } = require(`hyphen/${language}`) as typeof import('hyphen/nl');
  return text.replace(/\p{L}+/gu, (word) => {
    if (word.length < shortestWord) return word;
    const compound = compounds[language]?.find((each) => each.replaceAll('-', '') === word.toLowerCase());
    if (compound) return inParts(word, compound);
    const parts = hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: shortestWord }).split(softHyphen);
    return joinShortParts(parts).join(softHyphen);
  });
}

/** The word, in its own capitals, with a soft hyphen wherever its compound has a hyphen. */
function inParts(word: string, compound: string): string {
  const letters = word[Symbol.iterator]();
  return compound.replace(/\p{L}/gu, () => letters.next().value ?? '').replaceAll('-', softHyphen);
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
