import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { type Preset, unified } from 'unified';

/** The syntax of a body besides MDX itself: front matter, and tables, footnotes and bare addresses (GFM). */
export const syntax: Preset = { plugins: [[remarkFrontmatter, ['yaml']], remarkGfm] };

const processor = unified().use(remarkParse).use(remarkMdx).use(syntax).freeze();

/** Where and why a text stops being MDX, as reported by its parsers. */
export interface MarkdownFault {
  /** Where parsing stopped, in UTF-16 units. */
  readonly offset: number;
  /** Package name of the parser that stopped. */
  readonly source: string;
  /** Rule id of that parser. */
  readonly rule: string;
  readonly message: string;
  /** Offset of the tag that the message names; absent when it names none. */
  readonly named?: number;
}

/** Parses the text of a page, front matter included, into a Markdown tree (mdast). Executes nothing. */
export function parseMarkdown(text: string): { tree: Root } | { fault: MarkdownFault } {
  try {
    return { tree: processor.parse(text) };
  } catch (error) {
    return { fault: faultOf(error, text) };
  }
}

interface ParserError {
  readonly message?: string;
  readonly reason?: string;
  readonly ruleId?: string;
  readonly source?: string;
  readonly place?: Place & { readonly start?: Place };
}

interface Place {
  readonly offset?: number;
}

function faultOf(error: unknown, text: string): MarkdownFault {
  const { message = '', reason = message, ruleId = '', source = '', place } = error as ParserError;
  // For a component that is never closed, only the message has the place.
  const [, line, column] = /\((\d+):(\d+)-/.exec(reason) ?? [];
  const named = line === undefined ? undefined : offsetOf(text, Number(line), Number(column));
  const offset = place?.offset ?? place?.start?.offset ?? named ?? 0;
  return { offset, source, rule: ruleId, message: reason, ...(named !== undefined && { named }) };
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
}
