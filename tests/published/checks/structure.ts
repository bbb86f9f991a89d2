import type { Element } from 'hast';
import { documentFolder } from '#lib/documents/types.ts';
import { attributeOf, type Document, elementsOf } from '../document.ts';

/** Elements that an editor or a component made deliberately. The number of paragraphs is left to the translator. */
const countable = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tr', 'figure', 'svg'],
  ...['img', 'details', 'address', 'time', 'section', 'nav', 'aside', 'header', 'button', 'form', 'input'],
];

/**
 * The structure of the main content: its headings in order, and how often each element, component and link occurs. Twins have the
 * same structure.
 * @param nameOf a name for the target of an internal address, the same in every language
 */
function structureOf(
  { tree }: Document,
  nameOf: (path: string) => string,
): { headings: string[]; parts: ReadonlyMap<string, number> } {
  const [main] = elementsOf(tree, 'main');
  const letters = main ? elementsOfLetters(main) : [];
  const elements = main ? elementsOf(main).filter((element) => !letters.includes(element)) : [];
  const parts = new Map<string, number>();
  for (const element of elements) {
    for (const part of partsOf(element, nameOf)) parts.set(part, (parts.get(part) ?? 0) + 1);
  }
  const headings = elements.map(({ tagName }) => tagName).filter((tag) => /^h[1-6]$/.test(tag));
  return { headings, parts };
}

/** The elements for each letter of the alphabetical index. Languages have other letters, with the same entries. */
function elementsOfLetters(main: Element): Element[] {
  const leadsToLetter = (element: Element) => attributeOf(element, 'href')?.startsWith('#letter-');
  const links = elementsOf(main, 'li').filter((item) => elementsOf(item, 'a').some(leadsToLetter));
  const index = elementsOf(main).filter((element) => attributeOf(element, 'dataLetters') !== null);
  return [
    ...links.flatMap((item) => [item, ...elementsOf(item)]),
    ...index.flatMap((letters) => elementsOf(letters, 'section', 'h3', 'ul')),
  ];
}

function partsOf(element: Element, nameOf: (path: string) => string): string[] {
  const { tagName } = element;
  const classes = attributeOf(element, 'className');
  // Words that stay on one line differ between languages.
  if (classes === 'whole') return [];
  const href = attributeOf(element, 'href');
  return [
    ...(countable.includes(tagName) ? [tagName] : []),
    ...(classes ? [`${tagName}.${classes.replaceAll(' ', '.')}`] : []),
    // An edition of a document may exist in one language only. The gate compares which documents the twins offer.
    ...(tagName === 'a' && href !== null && !href.startsWith(documentFolder)
      ? [`link to ${linkName(href, nameOf)}`]
      : []),
  ];
}

/** Twins link to different anchors, to different sites and to files of their own language, but to the same pages and contacts. */
function linkName(href: string, nameOf: (path: string) => string): string {
  if (href.startsWith('#')) return 'this page';
  // A mail link with a subject has it in the language of the page.
  if (/^(tel|mailto):/.test(href)) return href.replace(/\?.*/s, '');
  const [path = '', anchor] = href.split('#');
  if (!path.startsWith('/')) return 'another site';
  return anchor === undefined ? nameOf(path) : `a part of ${nameOf(path)}`;
}

/** Where the structures of two documents differ. */
export function differences(one: Document, other: Document, nameOf: (path: string) => string): string[] {
  const [a, b] = [structureOf(one, nameOf), structureOf(other, nameOf)];
  const faults: string[] = [];
  if (a.headings.join() !== b.headings.join()) {
    faults.push(`headings are ${a.headings.join(' ')}, in ${other.path} ${b.headings.join(' ')}`);
  }
  for (const part of new Set([...a.parts.keys(), ...b.parts.keys()])) {
    const [here, there] = [a.parts.get(part) ?? 0, b.parts.get(part) ?? 0];
    if (here !== there) faults.push(`${part}: ${here} times, in ${other.path} ${there} times`);
  }
  return faults;
}
