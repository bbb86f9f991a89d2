import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import { elementNameAt, elementPath } from '#lib/site/element-path.ts';
import { PublishFault } from '../fault.ts';

/** A document without the client runtime, and what it linked to. */
export interface StrippedPage {
  readonly tree: Root;
  /** Paths of the style sheets it linked to, in order. */
  readonly styles: readonly string[];
  /** Names of the custom elements whose modules it loads, sorted. */
  readonly elements: readonly string[];
  /** Whether one of them fetches data, whose path it has as `src`. */
  readonly fetches: boolean;
}

/** Script types that are published as they are: data blocks, which no browser runs. */
const allowedScripts = ['application/ld+json'];

/** The flight data of the client runtime: half of a document, and faster to cut out than to parse. */
const flightData = /<script>self\.__next_f\.push\([\s\S]*?<\/script>/g;

/**
 * Removes everything that readers do not need: scripts, script preloads, comments, links to style sheets.
 * Scripts are kept by an allow-list, so that no new kind of script can slip through: data blocks, and the modules of our own
 * custom elements, each on the pages that contain the element. They run once the whole page is parsed.
 * @param html the document as Next.js rendered it
 * @param path its path, for messages
 * @param published names of all custom elements whose modules are published
 * @throws PublishFault when content only becomes visible through a script, or when a page has a custom element without its module
 * or a module without its element
 */
export function stripPage(html: string, path: string, published: readonly string[] = []): StrippedPage {
  const tree = fromHtml(html.replace(flightData, ''));
  const styles: string[] = [];
  const loaded = new Set<string>();
  const used = new Set<string>();
  let fetches = false;
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return;
    if (node.type === 'comment') return remove(parent, index);
    if (node.type !== 'element') return;
    if (isStreamed(node)) {
      throw new PublishFault(
        `${path} hides content behind a streaming boundary (<Suspense> or loading.tsx), which only a script reveals.`,
      );
    }
    if (published.includes(node.tagName)) {
      used.add(node.tagName);
      fetches ||= 'src' in node.properties;
    }
    if (isStyleSheet(node)) styles.push(String(node.properties['href']));
    const module = moduleOf(node);
    if (module === null) return isNeeded(node) ? undefined : remove(parent, index);
    loaded.add(module);
    // React requires it, but it would start the element before its content is parsed on a slow connection.
    delete node.properties['async'];
  });
  checkModules(path, loaded, used, published);
  return { tree, styles, elements: [...loaded].sort(), fetches };
}

function isNeeded(node: Element): boolean {
  const isUnknownScript = node.tagName === 'script' && !allowedScripts.includes(String(node.properties['type']));
  return !isUnknownScript && !isStyleSheet(node) && !isPreloadOf('script', node) && !isEmptyOutlet(node);
}

/** Every page that contains a custom element loads its module, and no other page does. */
function checkModules(
  path: string,
  loaded: ReadonlySet<string>,
  used: ReadonlySet<string>,
  published: readonly string[],
): void {
  for (const name of loaded.union(used)) {
    const modulePath = elementPath(name);
    if (!published.includes(name)) throw new PublishFault(`${path} loads ${modulePath}, which is not published.`);
    if (!used.has(name)) throw new PublishFault(`${path} loads ${modulePath}, but contains no <${name}>.`);
    if (!loaded.has(name)) throw new PublishFault(`${path} contains <${name}>, but does not load ${modulePath}.`);
  }
}

/** The first element of a tree that passes a test, in reading order. */
export function firstElement(tree: Root | Element, test: (element: Element) => boolean): Element | undefined {
  let first: Element | undefined;
  visit(tree, 'element', (node) => {
    if (!test(node)) return;
    first = node;
    return EXIT;
  });
  return first;
}

/** Removes a child and continues with the one that takes its place. */
export function remove(parent: { children: (RootContent | ElementContent)[] }, index: number): [typeof SKIP, number] {
  parent.children.splice(index, 1);
  return [SKIP, index];
}

/** Whether an element is `<link rel="preload" as="…">` for a kind of file, such as `font`. */
export function isPreloadOf(kind: string, node: Element): boolean {
  return node.tagName === 'link' && relOf(node).includes('preload') && node.properties['as'] === kind;
}

function isStyleSheet(node: Element): boolean {
  return node.tagName === 'link' && relOf(node).includes('stylesheet');
}

function relOf({ properties: { rel } }: Element): readonly string[] {
  return Array.isArray(rel) ? rel.map(String) : [];
}

/** The name of the custom element whose module a script element loads; null for any other element. */
function moduleOf({ tagName, properties, children }: Element): string | null {
  const isModule = tagName === 'script' && properties['type'] === 'module' && children.length === 0;
  return isModule ? elementNameAt(String(properties['src'])) : null;
}

/** React marks content that a script must reveal with ids such as `S:0`, and templates such as `B:0`. */
function isStreamed({ tagName, properties }: Element): boolean {
  return (
    (tagName === 'div' && 'hidden' in properties && /^S:/.test(String(properties['id']))) ||
    (tagName === 'template' && /^[BP]:/.test(String(properties['id'])))
  );
}

/** Where Next.js would stream in metadata; empty in a finished page. */
function isEmptyOutlet({ tagName, properties, children }: Element): boolean {
  const isOutlet = tagName === 'div' && Object.keys(properties).join() === 'hidden';
  return isOutlet && children.every(({ type }) => type === 'comment');
}
