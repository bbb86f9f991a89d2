import { type Document, type ErrorCode, isAlias, isCollection, isNode, isScalar, visit } from 'yaml';
import { type Finding, rule } from '../finding/finding.ts';
import type { YamlDocument } from '../read/yaml-document.ts';

/** YAML that cannot be read, or that means something else than it seems to. */
export const malformedYaml = rule({ code: 'C002', severity: 'error', guide: 'fields' });
export const valueCutOff = rule({ code: 'C077', severity: 'error', guide: 'fields' });

/** What makes YAML unreadable, as far as an editor can mend it; the branches of the message of C002. */
const causes = {
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
} as const satisfies Partial<Record<ErrorCode, string>>;
type Cause = (typeof causes)[keyof typeof causes] | 'list' | 'bullet' | 'other';

interface Fault {
  readonly offset: number;
  readonly cause: Cause;
}

/**
 * C002: one finding for each line with a fault, because one slip often confuses the parser several times. References and directives
 * are valid YAML, but refused too: with them, a file means something else than what it shows.
 */
export function checkSyntax(yaml: YamlDocument): Finding[] {
  const { parsed, text } = yaml;
  const faults = [...faultsOfParser(parsed, text), ...referencesIn(parsed)].map(
    (fault) => closedListAt(text, fault) ?? bulletAt(text, fault) ?? fault,
  );
  if (parsed.directives.yaml.explicit) faults.push({ offset: 0, cause: 'other' });
  return firstOfEachLine(withoutConsequences(faults), text).map(({ offset, cause }) =>
    malformedYaml.at(yaml.placeAt(offset), { cause }),
  );
}

function faultsOfParser(parsed: Document.Parsed, text: string): Fault[] {
  return [...parsed.errors, ...parsed.warnings].map(({ code, pos: [start, end] }): Fault => {
    const opened = openAt(parsed, start);
    if (opened !== null && (code === 'MISSING_CHAR' || code === 'BAD_INDENT')) {
      // A field below a whole value in quotes is indented too deep.
      const [closed] = /^(?:"[^"\n]*"|'[^'\n]*')[ \t]*\n[ \t]*(?=[\w-]+:)/.exec(text.slice(opened)) ?? [];
      return closed === undefined
        ? { offset: opened, cause: 'quote' }
        : { offset: opened + closed.length, cause: 'indent' };
    }
    // A line that is indented deeper than the previous one continues its value; its colon is then unexpected.
    const lineEnd = text.slice(start, end).indexOf('\n');
    if (code === 'MULTILINE_IMPLICIT_KEY' && lineEnd >= 0 && /^\n\s/.test(text.slice(start + lineEnd))) {
      return { offset: start + lineEnd + 1, cause: 'indent' };
    }
    return { offset: start, cause: (causes as Partial<Record<ErrorCode, Cause>>)[code] ?? 'other' };
  });
}

/** A list that `[]` says is empty, with an entry below it: the cause of a fault in the line of that entry; otherwise null. */
function closedListAt(text: string, { offset }: Fault): Fault | null {
  const before = text.slice(0, offset + 1);
  const closed = /(?<=^|[\s:])\[\](?=[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*-[^\n]*$|[ \t]*\n?$)/.exec(before);
  const isBelow = /^[ \t]*\n(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*- /.test(text.slice((closed?.index ?? 0) + 2));
  return closed && isBelow ? { offset: closed.index, cause: 'list' } : null;
}

/** An asterisk before an entry of a list, which YAML takes for a reference. */
function bulletAt(text: string, { offset, cause }: Fault): Fault | null {
  const isBullet = /(?:^|\n)[ \t]*$/.test(text.slice(0, offset)) && /^\*\s/.test(text.slice(offset));
  return cause === 'reference' && isBullet ? { offset, cause: 'bullet' } : null;
}

function referencesIn(parsed: Document.Parsed): Fault[] {
  const references: Fault[] = [];
  visit(parsed, (_, node) => {
    if (isAlias(node) || (isNode(node) && 'anchor' in node && node.anchor)) {
      references.push({ offset: node.range?.[0] ?? 0, cause: 'reference' });
    }
  });
  return references;
}

/** Where the quoted text or the list in brackets around an offset was opened; null when there is none. */
function openAt(parsed: Document.Parsed, offset: number): number | null {
  let opened: number | null = null;
  visit(parsed, (_, node) => {
    const isQuoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
    const isBracketed = isCollection(node) && node.flow === true;
    if (!(isQuoted || isBracketed) || !node.range) return;
    if (node.range[0] <= offset && offset <= node.range[2]) opened = node.range[0];
  });
  return opened;
}

/** A tab makes everything after it look wrong, and a wrong indentation the next colon. */
function withoutConsequences(faults: readonly Fault[]): Fault[] {
  const has = (wanted: Cause) => faults.some(({ cause }) => cause === wanted);
  return faults.filter(
    ({ cause }) =>
      !(has('list') && cause !== 'list') && !(has('tab') && cause !== 'tab') && !(has('indent') && cause === 'colon'),
  );
}

function firstOfEachLine(faults: readonly Fault[], text: string): Fault[] {
  const lineOf = ({ offset }: Fault) => text.slice(0, offset).split('\n').length;
  const lines = Map.groupBy(
    faults.toSorted((a, b) => a.offset - b.offset),
    lineOf,
  );
  return [...lines.values()].flatMap(([first]) => first ?? []);
}

/** C077: a plain value that stops at a `#` not meant as a comment (`Room #4`): the rest of the line would be dropped silently. */
export function checkComments(yaml: YamlDocument): Finding[] {
  const findings: Finding[] = [];
  visit(yaml.parsed, {
    Scalar(_, { range, type }) {
      if (!range || type !== 'PLAIN') return;
      const rest = /^[ \t]+#(?=[^\s#])[^\n]*/.exec(yaml.text.slice(range[1]));
      if (rest) findings.push(valueCutOff.at(yaml.placeAt(range[1] + rest[0].indexOf('#'))));
    },
  });
  return findings;
}
