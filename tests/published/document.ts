import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { SKIP, visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';

/** A published HTML document. */
export interface Document {
  /** Its path. */
  readonly path: string;
  readonly html: string;
  readonly tree: Root;
}

/** Returns the faults of a document, one sentence each. */
export type Check = (document: Document) => string[];

/** A text that is seen or heard, and its declared language. */
export interface Words {
  readonly text: string;
  readonly language: string;
  /** The attribute that contains it; null for text between tags. */
  readonly attribute: string | null;
}

/** Reads the HTML that a host sends for a path. */
export function readDocument(path: string, html: string): Document {
  return { path, html, tree: fromHtml(html) };
}

/** The faults that a check finds in documents, each with the path of its document. */
export function faultsIn(documents: readonly Document[], check: Check): string[] {
  return documents.flatMap((document) => check(document).map((fault) => `${document.path}: ${fault}`));
}

/** A document without its head, whose title and description cannot mark a change of language. */
export function bodyOf(document: Document): Document {
  const tree = structuredClone(document.tree);
  visit(tree, 'element', (node) => {
    node.children = node.children.filter((child) => child.type !== 'element' || child.tagName !== 'head');
  });
  return { ...document, tree };
}

/** All elements with one of these names, or all elements, in reading order. */
export function elementsOf(tree: Root | Element, ...names: readonly string[]): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (names.length === 0 || names.includes(node.tagName)) found.push(node);
  });
  return found;
}

/** Value of an attribute by its property name (`hrefLang`), lists joined; null when it is absent. */
export function attributeOf({ properties }: Element, name: string): string | null {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return null;
  return Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value);
}

/** The `rel` values of a link. */
export function relOf(element: Element): readonly string[] {
  return (attributeOf(element, 'rel') ?? '').split(' ').filter(Boolean);
}

/** The text of an element without soft hyphens, with single spaces. */
export function textOf(tree: Root | Element): string {
  let text = '';
  visit(tree, (node) => {
    if (node.type === 'element' && ['script', 'style'].includes(node.tagName)) return SKIP;
    if (node.type === 'text') text += node.value;
    return;
  });
  return text
    .replaceAll('\u00ad', '')
    .replace(/[ \t\n]+/g, ' ')
    .trim();
}

/** The exact text of a script or style element. */
export function rawTextOf(element: Element): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}

/** The `lang` of the document. */
export function languageOfDocument({ tree }: Document): string {
  const [html] = elementsOf(tree, 'html');
  return html ? (attributeOf(html, 'lang') ?? '') : '';
}

/** All ids in order, also those in drawings. */
export function idsOf({ tree }: Document): string[] {
  return elementsOf(tree).flatMap((element) => attributeOf(element, 'id') ?? []);
}

const spokenAttributes = ['alt', 'ariaDescription', 'ariaLabel', 'placeholder', 'title'];

/** All texts in reading order: text, labels and alternatives, title and description. */
export function wordsOf({ tree }: Document): Words[] {
  const found: Words[] = [];
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'element' && ['script', 'style'].includes(node.tagName)) return SKIP;
    if (node.type === 'text') {
      found.push({ text: node.value, language: languageAt(ancestors), attribute: null });
    }
    if (node.type !== 'element') return;
    const language = languageAt([...ancestors, node]);
    const isSpoken = attributeOf(node, 'name') === 'description' || attributeOf(node, 'property') !== null;
    for (const attribute of node.tagName === 'meta' && isSpoken ? ['content'] : spokenAttributes) {
      const text = attributeOf(node, attribute);
      if (text !== null) found.push({ text, language, attribute });
    }
    return;
  });
  return found;
}

/** All links with the declared language of their text. */
export function linksOf({ tree }: Document): { href: string; language: string }[] {
  const found: { href: string; language: string }[] = [];
  visitParents(tree, 'element', (node, ancestors) => {
    const href = node.tagName === 'a' ? attributeOf(node, 'href') : null;
    if (href !== null) found.push({ href, language: languageAt([...ancestors, node]) });
  });
  return found;
}

/** The nearest `lang`. */
function languageAt(ancestors: readonly { type: string }[]): string {
  const nearest = (ancestors as readonly (Root | Element)[]).findLast(
    (node): node is Element => node.type === 'element' && attributeOf(node, 'lang') !== null,
  );
  return nearest ? (attributeOf(nearest, 'lang') ?? '') : '';
}
