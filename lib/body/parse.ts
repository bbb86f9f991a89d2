import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const core = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter, ['yaml']).freeze();
const whole = core().use(remarkGfm).freeze();

/**
 * Without one of these, a text has no table, footnote, task, strikethrough or bare address, and GFM changes nothing about it.
 * Looking for them costs nothing; looking for bare addresses at every letter, as GFM does, takes as long as all the rest.
 */
const signOfGfm = /[|~@]|\[\^|\[[ x]\]|www\.|https?:/i;

/**
 * A link with its target, or a component with one: the address is not bare, and GFM changes nothing about it. What only looks like one is
 * left to GFM.
 */
const target =
  /(?<!\\)(?:\[([^[\]\\\n]+)\]\(https:\/\/[^\s()<>|\\]+\)|<[A-Z]\w+ to="https:\/\/[^\s"<>|]+">)/g;

function needsGfm(text: string): boolean {
  return signOfGfm.test(text) && signOfGfm.test(text.replace(target, '$1'));
}

/** Where and why a text stops being MDX, as its parsers say it. */
export interface MarkdownFault {
  /** Where reading stopped, in UTF-16 units. */
  readonly offset: number;
  /** Which parser stopped, by the name of its package. */
  readonly source: string;
  /** Which of its rules. */
  readonly rule: string;
  readonly message: string;
  /** The tag that the message names; absent when it names none. */
  readonly named?: number;
}

/**
 * Reads the text of a page into a Markdown tree (mdast). Nothing in the text is executed.
 * The same extensions are named in `next.config.ts` for the rendering.
 */
export function parseMarkdown(text: string): { tree: Root } | { fault: MarkdownFault } {
  try {
    return { tree: (needsGfm(text) ? whole : core).parse(text) };
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
  // A component that is never closed has its place in the words of the fault alone.
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
