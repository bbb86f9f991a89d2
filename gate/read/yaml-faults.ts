import { type Document, type ErrorCode, isAlias, isCollection, isNode, isScalar, visit } from 'yaml';

/** What keeps a piece of YAML from being read, as far as an editor can mend it. */
export type YamlCause =
  | 'tab'
  | 'duplicate'
  | 'quote'
  | 'after'
  | 'colon'
  | 'key'
  | 'start'
  | 'reference'
  | 'tag'
  | 'indent'
  | 'other';

export interface YamlFault {
  readonly offset: number;
  readonly cause: YamlCause;
}

const causes: Partial<Record<ErrorCode, YamlCause>> = {
  TAB_AS_INDENT: 'tab',
  DUPLICATE_KEY: 'duplicate',
  MISSING_CHAR: 'quote',
  UNEXPECTED_TOKEN: 'after',
  BLOCK_AS_IMPLICIT_KEY: 'colon',
  MULTILINE_IMPLICIT_KEY: 'key',
  BAD_SCALAR_START: 'start',
  BAD_ALIAS: 'reference',
  TAG_RESOLVE_FAILED: 'tag',
  BAD_INDENT: 'indent',
};

/**
 * The faults of a document, the first of each line: one slip often confuses a parser several times. What is YAML and yet lets an
 * editor's file say something else than what is written in it (references, directives) is a fault too.
 */
export function yamlFaults(document: Document, text: string): YamlFault[] {
  const told = [...document.errors, ...document.warnings].map(({ code, pos: [start, end] }): YamlFault => {
    const opened = openAt(document, start);
    if (opened !== null && (code === 'MISSING_CHAR' || code === 'BAD_INDENT')) {
      return { offset: opened, cause: 'quote' };
    }
    // A line that is indented deeper than the one it belongs to goes on with its value, and then has a colon of its own.
    const lineEnd = text.slice(start, end).indexOf('\n');
    if (code === 'MULTILINE_IMPLICIT_KEY' && lineEnd >= 0 && /^\n\s/.test(text.slice(start + lineEnd))) {
      return { offset: start + lineEnd + 1, cause: 'indent' };
    }
    return { offset: start, cause: causes[code] ?? 'other' };
  });
  const { yaml } = document.directives ?? {};
  if (yaml?.explicit) told.push({ offset: 0, cause: 'other' });
  if (/[&*]/.test(text))
    visit(document, (_, node) => {
      if (isAlias(node) || (isNode(node) && 'anchor' in node && node.anchor)) {
        told.push({ offset: node.range?.[0] ?? 0, cause: 'reference' });
      }
    });
  return firstOfEachLine(told, text);
}

/** Where the quoted text or the list in brackets that reaches over a place was opened; null when there is none. */
function openAt(document: Document, place: number): number | null {
  let opened: number | null = null;
  visit(document, (_, node) => {
    const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    const isBracketed = isCollection(node) && node.flow === true;
    if (!(isQuoted || isBracketed) || !node.range) return;
    if (node.range[0] <= place && place <= node.range[2]) opened = node.range[0];
  });
  return opened;
}

function firstOfEachLine(faults: readonly YamlFault[], text: string): YamlFault[] {
  const seen = new Set<number>();
  const has = (wanted: YamlCause) => faults.some(({ cause }) => cause === wanted);
  const isConsequence = ({ cause }: YamlFault) =>
    (has('tab') && cause !== 'tab') || (has('indent') && cause === 'colon');
  return faults
    .filter((fault) => !isConsequence(fault))
    .sort((a, b) => a.offset - b.offset)
    .filter(({ offset }) => {
      const line = text.slice(0, offset).split('\n').length;
      return !seen.has(line) && seen.add(line);
    });
}

/**
 * Values that stop at a `#` which was not meant as a comment (`Room #4`): the rest of the line would be lost in silence.
 * @returns the offset of each `#`
 */
export function lostComments(document: Document, text: string): number[] {
  const lost: number[] = [];
  if (!text.includes('#')) return lost;
  visit(document, {
    Scalar(_, { range, type }) {
      if (!range || type !== 'PLAIN') return;
      const rest = /^[ \t]+#(?=[^\s#])[^\n]*/.exec(text.slice(range[1]));
      if (rest) lost.push(range[1] + rest[0].indexOf('#'));
    },
  });
  return lost;
}
