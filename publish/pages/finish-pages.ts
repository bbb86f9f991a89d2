import { readFileSync } from 'node:fs';
import type { RenderedPage } from '../collect.ts';
import { PublishFault } from '../fault.ts';
import { kindOf, type PageKind } from '../hosts/headers.ts';
import { renameIn } from '../release/fingerprint.ts';
import { searchText } from '../search/search-text.ts';
import { stripPage } from './strip-page.ts';
import { namesOn, styleCutter } from './style-sheet.ts';
import { writePage } from './write-page.ts';

/** What all pages share. */
export interface FinishContext {
  /** Paths of the style sheets that every page links to, in order. */
  readonly styles: readonly string[];
  /** These sheets as one. */
  readonly css: string;
  /** The new path of each fingerprinted file, by its old one. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The module of each custom element, by the name of the element. */
  readonly modules: ReadonlyMap<string, string>;
}

/** A page as it is published, except for the path of the search index. */
export interface FinishedPage {
  /** Path: `/nl/over-ons`. */
  readonly path: string;
  /** The document as UTF-8: a string takes twice the memory, and a large site has thousands of pages. */
  readonly html: Buffer;
  /** Its JSON-LD, with the script element around it; empty when it has none. */
  readonly data: string;
  /** Its style sheet. */
  readonly css: string;
  /** Names of the custom elements whose modules it loads. */
  readonly elements: readonly string[];
  readonly kind: PageKind;
  /** The text that search indexes; null when the page has no main content. */
  readonly text: string | null;
}

/**
 * Finishes pages one after the other: strips each and inlines its part of the style sheet.
 * @throws PublishFault when a page cannot be stripped or links to other style sheets: two sheets could change the order of rules
 */
export function finishPages(pages: readonly RenderedPage[], context: FinishContext): FinishedPage[] {
  const { styles, renamed, modules } = context;
  const styleOf = styleCutter(context.css);
  return pages.map(({ path, file }) => {
    const page = stripPage(readFileSync(file, 'utf8'), path, [...modules.keys()]);
    const linked = page.styles.join(' ');
    if (linked !== styles.join(' '))
      throw new PublishFault(`${path} links to other style sheets than the 404 page: ${linked}.`);
    const loaded = page.elements.map((name) => modules.get(name) ?? '');
    const css = styleOf(namesOn(page.tree, loaded));
    const html = renameIn(writePage(page.tree, css), renamed);
    return {
      path,
      html: Buffer.from(html),
      data: dataOf(html),
      css,
      elements: page.elements,
      kind: kindOf(page),
      text: searchText(page.tree),
    };
  });
}

function dataOf(html: string): string {
  return /<script type="application\/ld\+json">[\s\S]*?<\/script>/.exec(html)?.[0] ?? '';
}
