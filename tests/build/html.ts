import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** Every element with a name below a node, in document order. */
export function all(within: Nodes, tagName: string): Element[] {
  const found: Element[] = [];
  visit(within, 'element', (node) => {
    if (node.tagName === tagName) found.push(node);
  });
  return found;
}

/**
 * The first element with a name below a node.
 * @throws Error when there is none
 */
export function first(within: Nodes, tagName: string): Element {
  const [element] = all(within, tagName);
  if (!element) throw new Error(`No <${tagName}> here.`);
  return element;
}

export function parse(html: string): Nodes {
  return fromHtml(html);
}

/** The text of a node as one line. */
export function textOf(node: Nodes): string {
  let text = '';
  visit(node, 'text', ({ value }) => {
    text += value;
  });
  return oneLine(text);
}

/** A text with single spaces and without soft hyphens. */
export function oneLine(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}

export const attribute = (node: Element, name: string): string => String(node.properties[name] ?? '');
