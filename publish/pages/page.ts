import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { elementAddress, elementNameAt } from '#lib/site/element-address.ts';
import { PublishFault } from '../fault.ts';
import { hyphenateHeadings } from './hyphenate.ts';
import { printSheet } from './print-style.ts';

/** A document without the client runtime, and the style sheets it asked for. */
export interface StrippedPage {
  readonly tree: Root;
  /** Addresses of style sheets, in order. */
  readonly styles: readonly string[];
  /** Names of the custom elements whose modules it asks for. */
  readonly elements: readonly string[];
}

/** The kinds of script element that may be published as they are: data for machines, which no browser runs. */
const allowedScripts = ['application/ld+json'];

/** What the client runtime would start from: half of a document, and sooner taken away than parsed. */
const flightData = /<script>self\.__next_f\.push\([\s\S]*?<\/script>/g;

/**
 * Takes everything away that a reader does not need: scripts, preloads of scripts, comments, links to style sheets.
 * Scripts are kept by an allow-list, so that a new kind of script cannot slip through: besides data, only the modules of
 * our own custom elements stay, each on the pages where its element stands; they start when the whole page is there.
 * @param published names of all custom elements whose modules are published
 * @throws PublishFault when content would only become visible through a script, and when a custom element and its module
 * do not come together
 */
export function stripPage(html: string, path: string, published: readonly string[] = []): StrippedPage {
  const tree = fromHtml(html.replace(flightData, ''));
  const styles: string[] = [];
  const elements = new Set<string>();
  const used = new Set<string>();
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
    if (published.includes(tagName)) used.add(tagName);
    const element = elementOf(node);
    if (element !== null) {
      elements.add(element);
      // React asks for it. On a slow line the element would start before all that stands in it is there.
      delete properties['async'];
      return;
    }
    if (tagName === 'script' && !allowedScripts.includes(String(properties['type']))) {
      return remove(parent, index);
    }
    if (tagName === 'link' && relOf(node).includes('stylesheet')) {
      styles.push(String(properties['href']));
      return remove(parent, index);
    }
    if (isPreloadOf('script', node)) return remove(parent, index);
    if (isEmptyOutlet(node)) return remove(parent, index);
    return;
  });
  for (const name of new Set([...elements, ...used])) {
    if (!published.includes(name))
      throw new PublishFault(`${path} asks for ${elementAddress(name)}, which is not published.`);
    if (!used.has(name))
      throw new PublishFault(`${path} asks for ${elementAddress(name)}, but holds no <${name}>.`);
    if (!elements.has(name))
      throw new PublishFault(`${path} holds <${name}>, but does not ask for ${elementAddress(name)}.`);
  }
  return { tree, styles, elements: [...elements].sort() };
}

/**
 * Hyphenates headings and writes the document with one `<style>` that holds its style sheet, and a link to the sheet for paper, which
 * browsers fetch after everything that they draw.
 */
export function finishPage({ tree }: StrippedPage, css: string): string {
  hyphenateHeadings(tree);
  preloadFontsInBody(tree);
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'head') return;
    const style: Element = {
      type: 'element',
      tagName: 'style',
      properties: {},
      children: [{ type: 'text', value: css }],
    };
    const print: Element = {
      type: 'element',
      tagName: 'link',
      properties: { rel: ['stylesheet'], media: 'print', href: printSheet },
      children: [],
    };
    node.children.push(style, print);
    return EXIT;
  });
  return toHtml(tree, { collapseEmptyAttributes: true });
}

/**
 * Moves preloads of fonts from the head, where React writes them, to the beginning of the body. From there they start as early,
 * but in Chromium the first picture does not wait for them (`rel="preload"` is body-ok: HTML, 4.2.4).
 */
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

function isPreloadOf(kind: string, node: Element): boolean {
  return node.tagName === 'link' && relOf(node).includes('preload') && node.properties['as'] === kind;
}

/** The name of the custom element that a script element brings; null for any other script. */
function elementOf({ tagName, properties, children }: Element): string | null {
  const isModule = tagName === 'script' && properties['type'] === 'module' && children.length === 0;
  return isModule ? elementNameAt(String(properties['src'])) : null;
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
