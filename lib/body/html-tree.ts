import type { Root } from 'hast';
import type { Root as Markdown } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import prepare from './prepare.ts';

const processor = unified().use(remarkParse).use(remarkMdx).use(prepare).freeze();

/**
 * Turns a body into a tree of HTML (hast) that keeps the components of the vocabulary as elements: the tree that `@next/mdx`
 * compiles to a module, here as data.
 * @param text the whole file, front matter included
 * @param file its path; the base name is the language code
 * @throws VFileMessage when the text is not MDX, Error when it contains code
 */
export function htmlTreeOf(text: string, file: string): Root {
  const tree = processor.runSync(processor.parse({ value: text, path: file }), { path: file });
  return toHast(tree as Markdown, { passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] }) as Root;
}
