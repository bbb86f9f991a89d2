import { readFile } from 'node:fs/promises';
import { elementNameAt, elementPath } from '#lib/site/element-path.ts';
import type { Rendered } from '../collect.ts';
import { fileOfPage, notFoundFile } from '../hosts/site-files.ts';
import { type Fingerprinted, renameIn } from '../release/fingerprint.ts';
import type { WeighedPage } from '../release/weight.ts';

import { finishPages } from './finish-pages.ts';
import { stripPage } from './strip-page.ts';
import { siteStyle } from './style-sheet.ts';

/** All pages as they are published, and what they share. */
export interface FinishedSite {
  /** The style sheet of the whole site. */
  readonly css: string;
  /** All pages, the error page among them. */
  readonly pages: readonly PublishedPage[];
  /** The text that search indexes, by the path of its page; null for a page without main content. */
  readonly texts: ReadonlyMap<string, string | null>;
}

interface PublishedPage extends WeighedPage {
  readonly html: Buffer;
}

/**
 * Finishes all pages and the error page, which decides the style sheets of the site.
 * @param assets the files of the site by their fingerprinted paths
 */
export async function finishSite(
  { pages, notFound, files, styles: built }: Rendered,
  { renamed }: Fingerprinted,
): Promise<FinishedSite> {
  const modules = new Map(
    [...files].flatMap(([path, bytes]) => {
      const name = elementNameAt(path);
      return name === null ? [] : [[name, bytes.toString('utf8')] as const];
    }),
  );
  const errorPage = { path: notFoundFile.replace('.html', ''), file: notFound };
  const { styles } = stripPage(await readFile(notFound, 'utf8'), errorPage.path, [...modules.keys()]);
  const css = renameIn(siteStyle(styles, built), renamed);
  const finished = finishPages([...pages, errorPage], { styles, css, renamed, modules });
  return {
    css,
    pages: finished.map(({ path, html, data, css: own, elements, kind }) => ({
      file: fileOfPage(path),
      html,
      data,
      css: own,
      kind,
      scripts: elements.map((name) => renamed.get(elementPath(name)) ?? ''),
    })),
    texts: new Map(finished.map(({ path, text }) => [path, text])),
  };
}
