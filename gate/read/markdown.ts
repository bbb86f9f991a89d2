import type { Root } from 'mdast';
import { parseMarkdown } from '#lib/body/parse.ts';
import { type Finding, SourceFile } from '../finding/finding.ts';
import { diagnose, type Span } from '../rules/syntax.ts';

/** A page that was read as Markdown. */
export interface MarkdownResult {
  /** Null when the text has more syntax faults than can be blanked. */
  readonly tree: Root | null;
  /** The text that the tree was parsed from: as long as the original, with the syntax faults blanked. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Above this many syntax faults, the rest of the file is not read. */
const maximumFaults = 25;

/**
 * Reads a page. The parser of MDX stops at its first fault, but editors want all findings in one run: so each fault is blanked, and the
 * text is parsed again. A text with a fault is never published; its tree only serves to find the other faults.
 */
export function readMarkdown(source: SourceFile): MarkdownResult {
  const findings: Finding[] = [];
  let { text } = source;
  while (findings.length < maximumFaults) {
    const attempt = parseMarkdown(text);
    if ('tree' in attempt) return { tree: attempt.tree, text, findings };
    const { finding, blank } = diagnose(new SourceFile(source.file, source.language, text), attempt.fault);
    findings.push(finding);
    const blanked = blank.reduce(blankOut, text);
    if (blanked === text) break;
    text = blanked;
  }
  return { tree: null, text, findings };
}

/** A word joiner is neither a letter nor a space nor a mark of Markdown. */
const wordJoiner = '\u2060';

/** Replaces what is blanked character by character, so that all offsets remain valid. */
function blankOut(text: string, [start, end]: Span): string {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const after = /^[^\n]*/.exec(text.slice(end))?.[0] ?? '';
  // A line that contains nothing else becomes an empty line, which separates the paragraphs around it.
  const filler = before.trim() === '' && after.trim() === '' ? ' ' : wordJoiner;
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, filler) + text.slice(end);
}
