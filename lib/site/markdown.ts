import type { ListItem, PhrasingContent, Root, RootContent } from 'mdast';
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

/** The path of a page as Markdown. `path`: path of the page: `/nl/over-ons`. */
export function markdownPath(path: string): string {
  return `${path}.md`;
}

/** The start of a document: its title, and its summary as a quotation. */
export function headOf(title: string, summary: string): RootContent[] {
  return [
    { type: 'heading', depth: 1, children: [{ type: 'text', value: title }] },
    { type: 'blockquote', children: [{ type: 'paragraph', children: [{ type: 'text', value: summary }] }] },
  ];
}

/** An item of a list on one line: its parts are texts, and links by their words and URL. */
export function itemOf(...parts: readonly (string | { readonly words: string; readonly url: string })[]): ListItem {
  const children = parts.map((part): PhrasingContent => {
    if (typeof part === 'string') return { type: 'text', value: part };
    return { type: 'link', url: part.url, children: [{ type: 'text', value: part.words }] };
  });
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
}
