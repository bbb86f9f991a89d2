import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified()
  .use(remarkParse)
  .use(remarkMdx)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm)
  .freeze();

/** A body that is not MDX, and where it stops being so. */
export interface MarkdownFault {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads the text of a page into a Markdown tree (mdast). Nothing in the text is executed.
 * The same extensions are named in `next.config.ts` for the rendering.
 */
export function parseMarkdown(text: string): { tree: Root } | { fault: MarkdownFault } {
  try {
    return { tree: parser.parse(text) };
  } catch (error) {
    const { line, column } = positionOf(error);
    return { fault: { line, column } };
  }
}

/** Where a parser says that it stopped; the parsers of Markdown and of expressions use different fields. */
function positionOf(error: unknown): MarkdownFault {
  const { message, line, column, place } = error as {
    message?: string;
    line?: number;
    column?: number;
    place?: { line?: number; column?: number; start?: { line: number; column: number } };
  };
  // A component that stays open up to the end of the file has its place in the words of the fault alone.
  const [, saidLine = 1, saidColumn = 1] = /\((\d+):(\d+)-/.exec(message ?? '') ?? [];
  return {
    line: line ?? place?.line ?? place?.start?.line ?? Number(saidLine),
    column: column ?? place?.column ?? place?.start?.column ?? Number(saidColumn),
  };
}
