import type { Root } from 'hast';
import { toHast } from 'mdast-util-to-hast';
import { parseMarkdown } from './parse.ts';
import prepare from './prepare.ts';

/**
 * The body of a page as a tree of HTML (hast), in which the components of the vocabulary stand as they are written: what
 * `@next/mdx` makes of the same text, without making a program of it.
 * @param text of the whole file, front matter included
 * @param file its path, whose name tells the language
 * @throws Error with the place when the text is not MDX, or holds code
 */
export function htmlTreeOf(text: string, file: string): Root {
  const parsed = parseMarkdown(text);
  if ('fault' in parsed) throw new Error(`${file}: ${parsed.fault.message}`);
  const { tree } = parsed;
  prepare()(tree, { path: file });
  return toHast(tree, { passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] }) as Root;
}
