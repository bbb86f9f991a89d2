import { readFileSync } from 'node:fs';
import { elementNameAt, elementPath } from '#lib/site/element-path.ts';
import type { Site } from '#lib/site/site.ts';
import type { Rendered, RenderedPage } from '../collect.ts';
import { PublishFault } from '../fault.ts';
import { feedContent } from '../feeds/news-feeds.ts';
import { kindOf } from '../hosts/headers.ts';
import { fileOfPage, notFoundFile } from '../hosts/site-files.ts';
import { pageMarkdown } from '../markdown/page-markdown.ts';
import { type Fingerprinted, renameIn } from '../release/fingerprint.ts';
import type { WeighedPage } from '../release/weight.ts';
import { searchText } from '../search/search-text.ts';
import { keepTogether } from './keep-together.ts';
import { stripPage } from './strip-page.ts';
import { namesOn, siteStyle, styleCutter } from './style-sheet.ts';
import { writePage } from './write-page.ts';

/** All pages as they are published, and what they share. */
export interface FinishedSite {
  readonly css: string;
  /** All pages, the error page among them. */
  readonly pages: readonly FinishedPage[];
}

/** A page as it is published, except for the path of the search index. */
interface FinishedPage extends WeighedPage {
  /** Path: `/nl/over-ons`. */
  readonly path: string;
  /** The document as UTF-8: a string takes twice the memory, and a large site has thousands of pages. */
  readonly html: Buffer;
  /** The text that search indexes; null when the page has no main content. */
  readonly text: string | null;
  /** The page as Markdown; null for a document that is not a page of the site. */
  readonly markdown: string | null;
  /** A news item as HTML for the feed; null for any other page. */
  readonly inFeed: string | null;
}

/**
 * Finishes all pages and the error page, one after the other: strips each and inlines its part of the style sheet.
 * @param renamed the fingerprinted path of each file
 * @throws PublishFault when a page cannot be stripped or links to other style sheets than the error page: two sheets could change the
 * order of rules
 */
export function finishSite(
  { pages, notFound, files, styles: built }: Rendered,
  { renamed }: Fingerprinted,
  site: Site,
): FinishedSite {
  const modules = new Map(
    [...files].flatMap(([path, bytes]) => {
      const name = elementNameAt(path);
      return name === null ? [] : [[name, bytes.toString('utf8')] as const];
    }),
  );
  const strip = ({ path, file }: RenderedPage) => stripPage(readFileSync(file, 'utf8'), path, [...modules.keys()]);
  const errorPage = { path: notFoundFile.replace('.html', ''), file: notFound };
  const { styles } = strip(errorPage);
  const css = renameIn(siteStyle(styles, built), renamed);
  const styleOf = styleCutter(css);
  const finish = (rendered: RenderedPage): FinishedPage => {
    const { path } = rendered;
    const page = strip(rendered);
    const linked = page.styles.join(' ');
    if (linked !== styles.join(' ')) {
      throw new PublishFault(`${path} links to other style sheets than the 404 page: ${linked}.`);
    }
    const text = searchText(page.tree);
    const markdown = pageMarkdown(page.tree, site, path);
    const inFeed = feedContent(page.tree, site, path);
    keepTogether(page.tree);
    const own = styleOf(
      namesOn(
        page.tree,
        page.elements.map((name) => modules.get(name) ?? ''),
      ),
    );
    const written = writePage(page.tree, own);
    const html = renameIn(written, renamed);
    return {
      path,
      file: fileOfPage(path),
      html: Buffer.from(html),
      data: /<script type="application\/ld\+json">[\s\S]*?<\/script>/.exec(html)?.[0] ?? '',
      css: own,
      kind: kindOf(page.elements, page.fetches),
      pictures: picturesOf(written).map((each) => renamed.get(each) ?? ''),
      scripts: page.elements.map((name) => renamed.get(elementPath(name)) ?? ''),
      text,
      markdown: markdown === null ? null : renameIn(markdown, renamed),
      inFeed: inFeed === null ? null : renameIn(inFeed, renamed),
    };
  };
  return { css, pages: [...pages, errorPage].map(finish) };
}

/** The paths of the pictures that a telephone loads: the forms in WebP of the same width as those for old browsers. */
function picturesOf(html: string): string[] {
  const found = html.matchAll(/<img[^>]* src="(\/pictures\/[^"]+)\.(?:jpg|png)"/g);
  return [...new Set([...found].map(([, path]) => `${path}.webp`))];
}
