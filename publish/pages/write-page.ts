import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { EXIT, visit } from 'unist-util-visit';
import { hyphenateHeadings } from './hyphenate.ts';
import { firstElement, isPreloadOf, remove } from './strip-page.ts';

/**
 * Hyphenates the headings of a stripped page and writes the document, with its style sheet in one `<style>` at the end of the head.
 * Changes the tree.
 * @param css the style sheet of the page, written byte for byte
 */
export function writePage(tree: Root, css: string): string {
  hyphenateHeadings(tree);
  preloadFontsInBody(tree);
  const head = firstElement(tree, ({ tagName }) => tagName === 'head');
  head?.children.push({ type: 'element', tagName: 'style', properties: {}, children: [{ type: 'text', value: css }] });
  return toHtml(tree, { collapseEmptyAttributes: true });
}

/** Moves font preloads from the head to the body, where Chromium's first paint does not wait for them (HTML, 4.2.4: body-ok). */
function preloadFontsInBody(tree: Root): void {
  const fonts: Element[] = [];
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'body') {
      node.children.unshift(...fonts);
      return EXIT;
    }
    if (!parent || index === undefined || !isPreloadOf('font', node)) return;
    fonts.push(node);
    return remove(parent, index);
  });
}
