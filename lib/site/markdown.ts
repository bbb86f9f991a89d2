import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', listItemIndent: 'one', resourceLink: true, rule: '-' })
  .freeze();

/** Writes a Markdown tree (mdast) as GitHub Flavored Markdown: links in full, without `<…>`. */
export function writeMarkdown(tree: Root): string {
  return writer.stringify(tree);
}

/**
 * The path of a page as Markdown.
 * @param path path of the page: `/nl/over-ons`
 */
export function markdownPath(path: string): string {
  return `${path}.md`;
}
