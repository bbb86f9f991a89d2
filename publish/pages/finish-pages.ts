import { readFileSync } from 'node:fs';
import type { RenderedPage } from '../collect.ts';
import { PublishFault } from '../fault.ts';
import { renameIn } from '../release/fingerprint.ts';
import { type SearchText, searchText } from '../search/search-document.ts';
import { finishPage, stripPage } from './page.ts';
import { contentOf } from './page-content.ts';
import { pageStyles } from './page-style.ts';

/** What pages are finished with: plain data. */
export interface FinishContext {
  /** The addresses of the style sheets that every page asks for, in order. */
  readonly styles: readonly string[];
  /** These sheets as one, in its two parts. */
  readonly screen: string;
  readonly paper: string;
  /** The new address of each file that has one. */
  readonly renamed: ReadonlyMap<string, string>;
  /** The modules of all custom elements, by the name of the element. */
  readonly modules: ReadonlyMap<string, string>;
}

/** A page as it is published, but for the address of the search index. */
export interface FinishedPage {
  /** Address: `/nl/over-ons`. */
  readonly path: string;
  /** The document, in UTF-8: as a string it takes twice the memory, and a large site has thousands. */
  readonly html: Uint8Array<ArrayBuffer>;
  /** What the document says to machines (JSON-LD). */
  readonly data: string;
  /** The style sheet that stands in it. */
  readonly css: string;
  /** Names of the custom elements whose modules it asks for. */
  readonly elements: readonly string[];
  /** What search reads of it; null without main content. */
  readonly text: SearchText | null;
}

/**
 * Finishes pages, one after the other: strips each, and gives it its part of the style sheet.
 * @throws PublishFault when a page cannot be stripped, or asks for other style sheets: with two, the order of their rules could change
 */
export function finishPages(pages: readonly RenderedPage[], context: FinishContext): FinishedPage[] {
  const { styles, screen, paper, renamed, modules } = context;
  const styleOf = pageStyles(screen, paper);
  return pages.map(({ path, file }) => {
    const page = stripPage(readFileSync(file, 'utf8'), path, [...modules.keys()]);
    const asked = page.styles.join(' ');
    if (asked !== styles.join(' '))
      throw new PublishFault(`${path} asks for other style sheets than the 404 page: ${asked}.`);
    const css = styleOf(
      contentOf(
        page.tree,
        page.elements.map((name) => modules.get(name) ?? ''),
      ),
    );
    const html = renameIn(finishPage(page, css), renamed);
    return {
      path,
      html: encoder.encode(html),
      data: dataOf(html),
      css,
      elements: page.elements,
      text: searchText(page.tree),
    };
  });
}

const encoder = new TextEncoder();

function dataOf(html: string): string {
  return /<script type="application\/ld\+json">[\s\S]*?<\/script>/.exec(html)?.[0] ?? '';
}
