import type { Element, ElementContent } from 'hast';
import { EXIT, visit } from 'unist-util-visit';
import { visitParents } from 'unist-util-visit-parents';
import { firstElement, remove } from '../pages/strip-page.ts';

/** Elements that Markdown cannot express. */
const controls = ['button', 'form', 'script', 'search', 'template', 'wbr'];

/**
 * Prepares the main content of a page for Markdown, which has no controls, drawings, popovers, definition lists and addresses. Changes
 * the tree.
 * @param url absolute URL of the page, against which links and pictures are resolved
 */
export function makePlain(main: Element, url: string): void {
  visit(main, 'element', (node, index, parent) => {
    if (parent && index !== undefined && isInterface(node)) return remove(parent, index);
    return rewrite(node, url);
  });
  visitParents(main, 'element', (node, ancestors) => {
    const isInList = ancestors.some((each) => each.type === 'element' && each.tagName === 'li');
    if (isInList && /^h[2-6]$/.test(node.tagName)) become(node, 'p', [bold(node.children)]);
  });
}

function isInterface(node: Element): boolean {
  const { tagName, properties } = node;
  return (
    controls.includes(tagName) ||
    'hidden' in properties ||
    properties['ariaHidden'] === 'true' ||
    properties['role'] === 'status' ||
    properties['role'] === 'doc-backlink' ||
    // Search fills it.
    'dataResults' in properties ||
    (tagName === 'svg' && properties['ariaLabel'] === undefined) ||
    (tagName === 'nav' && !leadsElsewhere(node))
  );
}

/** Whether a navigation is neither the breadcrumb nor the contents of the page. */
function leadsElsewhere(nav: Element): boolean {
  if (firstElement(nav, ({ properties }) => 'dataBreadcrumb' in properties)) return false;
  return !!firstElement(
    nav,
    ({ tagName, properties }) => tagName === 'a' && !String(properties['href']).startsWith('#'),
  );
}

function rewrite(node: Element, url: string): void {
  const { tagName, properties, children } = node;
  switch (tagName) {
    case 'a':
      properties['href'] = new URL(String(properties['href']), url).href;
      break;
    case 'img':
      properties['src'] = new URL(String(properties['src']), url).href;
      break;
    case 'svg':
      become(node, 'p', [element('em', [{ type: 'text', value: String(properties['ariaLabel']) }])]);
      break;
    case 'p':
    case 'address':
      if (tagName === 'address' || isStreetSign(node)) become(node, 'p', linesOf(children));
      break;
    case 'summary':
    case 'dt':
      become(node, 'p', [bold(children)]);
      break;
    case 'dd':
      become(node, 'div', children);
      break;
    case 'dl':
      become(
        node,
        'ul',
        elementsIn(node).map((entry) => element('li', entry.children)),
      );
      break;
    case 'li':
      leaveOutRepeats(node);
      break;
  }
  if (properties['role'] === 'note') {
    const [title, ...rest] = elementsIn(node);
    if (title) become(node, 'blockquote', [element('p', [bold(title.children)]), ...rest]);
  }
}

/** Leaves out what the popover of a list item repeats: its own heading, and the paragraphs after the first one. */
function leaveOutRepeats(item: Element): void {
  if (!firstElement(item, ({ properties }) => 'popover' in properties)) return;
  const [, ...repeated] = elementsIn(item).filter(({ tagName }) => tagName === 'p');
  item.children = item.children.filter((child) => child.type !== 'element' || !repeated.includes(child));
  visit(item, 'element', (node, index, parent) => {
    if (!parent || index === undefined || parent === item || !/^h[2-6]$/.test(node.tagName)) return;
    parent.children.splice(index, 1);
    return EXIT;
  });
}

/** A paragraph of spans with nothing between them: each has a line of its own. */
function isStreetSign({ children }: Element): boolean {
  return children.length > 1 && children.every((child) => child.type === 'element' && child.tagName === 'span');
}

/** The elements of an address or a street sign with a line break between them. */
function linesOf(children: readonly ElementContent[]): ElementContent[] {
  return children
    .filter((child) => child.type === 'element')
    .flatMap((line, index) => (index === 0 ? [line] : [element('br', []), line]));
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}

function bold(children: ElementContent[]): Element {
  return element('strong', children);
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function become(node: Element, tagName: string, children: ElementContent[]): void {
  Object.assign(node, element(tagName, children));
}
