import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from 'unist-util-visit';
import { PublishFault } from './fault.ts';
import { hyphenateHeadings } from './hyphenate.ts';

/** A document without the client runtime, and the style sheets it asked for. */
export interface StrippedPage {
  readonly tree: Root;
  /** Addresses of style sheets, in order. */
  readonly styles: readonly string[];
}

/** The kinds of script element that may be published: data for machines, which no browser runs. */
const allowedScripts = ['application/ld+json'];

/**
 * Takes everything away that a reader does not need: scripts, preloads of scripts, comments, links to style sheets.
 * Scripts are kept by an allow-list, so that a new kind of script cannot slip through.
 * @throws PublishFault when content would only become visible through a script
 */
export function stripPage(html: string, path: string): StrippedPage {
  const tree = fromHtml(html);
  const styles: string[] = [];
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.type === 'comment') return remove(parent, index);
    if (node.type !== 'element') return;
    if (isStreamed(node)) {
      throw new PublishFault(
        `${path} hides content behind a streaming boundary (<Suspense> or loading.tsx); without script nobody would see it.`,
      );
    }
    const { tagName, properties } = node;
    if (tagName === 'script' && !allowedScripts.includes(String(properties['type']))) {
      return remove(parent, index);
    }
    if (tagName === 'link' && relOf(node).includes('stylesheet')) {
      styles.push(String(properties['href']));
      return remove(parent, index);
    }
    if (tagName === 'link' && relOf(node).includes('preload') && properties['as'] === 'script') {
      return remove(parent, index);
    }
    if (isEmptyOutlet(node)) return remove(parent, index);
    return;
  });
  return { tree, styles };
}

/** Hyphenates headings and writes the document with one `<style>` that holds the whole style sheet. */
export function finishPage({ tree }: StrippedPage, css: string): string {
  hyphenateHeadings(tree);
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'head') return;
    const style: Element = {
      type: 'element',
      tagName: 'style',
      properties: {},
      children: [{ type: 'text', value: css }],
    };
    node.children.push(style);
    return SKIP;
  });
  return toHtml(tree, { collapseEmptyAttributes: true });
}

function remove(
  parent: { children: (RootContent | ElementContent)[] },
  index: number,
): [typeof SKIP, number] {
  parent.children.splice(index, 1);
  return [SKIP, index];
}

function relOf(node: Element): readonly string[] {
  const rel = node.properties['rel'];
  return Array.isArray(rel) ? rel.map(String) : [];
}

/** React marks content that waits for a script with ids such as `S:0` and templates such as `B:0`. */
function isStreamed({ tagName, properties }: Element): boolean {
  return (
    (tagName === 'div' && 'hidden' in properties && /^S:/.test(String(properties['id']))) ||
    (tagName === 'template' && /^[BP]:/.test(String(properties['id'])))
  );
}

/** The place where Next.js would stream metadata in; empty in a finished page. */
function isEmptyOutlet({ tagName, properties, children }: Element): boolean {
  const isOutlet = tagName === 'div' && Object.keys(properties).join() === 'hidden';
  return isOutlet && children.every(({ type }) => type === 'comment');
}
