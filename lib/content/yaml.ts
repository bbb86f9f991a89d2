import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import { closest } from './closest.ts';
import type { Finding, FindingCode } from './finding.ts';

/** A piece of YAML and where it stands: a whole file, or the front matter of one. */
export interface YamlSource {
  readonly file: string;
  readonly language: string | null;
  readonly text: string;
  /** Line of the file on which the text starts, counted from 1. */
  readonly firstLine: number;
}

export type Path = readonly (string | number)[];

export interface YamlResult<T> {
  /** The validated value, or null when there is a finding. */
  readonly value: T | null;
  readonly findings: readonly Finding[];
  /** Makes a finding that points at the value (or the nearest parent) under a path. */
  readonly findingAt: (path: Path, code: FindingCode, details?: Finding['details']) => Finding;
  /** The text of one field, also when another field is at fault; null when it is not a text. */
  readonly textAt: (field: string) => string | null;
}

/**
 * Reads YAML against a schema and reports each fault where it stands.
 * Duplicate keys, tabs and other syntax faults come as C002; everything else by the schema.
 */
export function readYaml<T>(source: YamlSource, schema: z.ZodType<T>): YamlResult<T> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false });

  const at = (offset: number, code: FindingCode, details: Finding['details'] = {}): Finding => {
    const { line, col } = lines.linePos(offset);
    return {
      code,
      file: source.file,
      language: source.language,
      line: Math.max(line, 1) + source.firstLine - 1,
      column: Math.max(col, 1),
      details,
    };
  };

  const offsetOf = (path: Path, ofKey = false): number => {
    for (let length = path.length; length > 0; length--) {
      const parent = document.getIn(path.slice(0, length - 1), true);
      const key = path[length - 1];
      if (isMap(parent) && (ofKey || length < path.length)) {
        const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key);
        if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
      }
      const node = document.getIn(path.slice(0, length), true) as Node | undefined;
      if (node?.range) return node.range[0];
    }
    return 0;
  };

  const findingAt = (path: Path, code: FindingCode, details?: Finding['details']) =>
    at(offsetOf(path), code, details);

  const textAt = (field: string) => {
    const text = isMap(document.contents) ? document.get(field) : null;
    return typeof text === 'string' ? text : null;
  };

  const syntax = [...document.errors, ...document.warnings].map((fault) => fault.pos[0]);
  // References make one value stand for another that an editor does not see.
  visit(document, (_, node) => {
    if (isAlias(node)) syntax.push(node.range?.[0] ?? 0);
  });
  if (syntax.length > 0) {
    return { value: null, findings: syntax.map((offset) => at(offset, 'C002')), findingAt, textAt };
  }

  const raw: unknown = document.toJS();
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, findings: [], findingAt, textAt };

  const wrongType = new Set(
    parsed.error.issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join('.')),
  );
  const findings = parsed.error.issues.flatMap((issue): Finding[] => {
    const path = issue.path as Path;
    const field = path.join('.');
    // A value of the wrong type is not also too long.
    if (issue.code !== 'invalid_type' && wrongType.has(field)) return [];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        at(offsetOf([...path, key], true), 'C003', {
          field: key,
          suggestion: closest(key, keysOf(schema, path)) ?? 'none',
        }),
      );
    }
    const value = document.getIn(path);
    if (value === undefined && ['invalid_type', 'invalid_value', 'custom'].includes(issue.code)) {
      return [findingAt(path, 'C004', { field })];
    }
    switch (issue.code) {
      case 'too_small':
      case 'too_big': {
        const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
        const length =
          typeof value === 'string' ? value.length : isSeq(value) ? value.items.length : Number(value);
        return [findingAt(path, 'C006', { field, kind: issue.code, limit, length })];
      }
      case 'invalid_value':
        return [findingAt(path, 'C008', { field, allowed: issue.values.join(', ') })];
      case 'custom': {
        const code = (issue.params?.['code'] as FindingCode | undefined) ?? 'C007';
        return [findingAt(path, code, { field, value: String(value), target: String(value) })];
      }
      case 'invalid_format':
        return [findingAt(path, 'C007', { field, value: String(value) })];
      default:
        return [findingAt(path, 'C005', { field, expected: expectedOf(issue) })];
    }
  });
  return { value: null, findings, findingAt, textAt };
}

function expectedOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' ? String(issue.expected) : issue.code;
}

/** The field names a strict object schema knows under a path; empty when there is none. */
function keysOf(schema: z.ZodType, path: Path): string[] {
  let current: unknown = schema;
  // A place in a list says nothing of the field names: all entries have the same.
  for (const step of path.filter((each) => typeof each === 'string'))
    current = unwrap(current)?.shape?.[step];
  return Object.keys(unwrap(current)?.shape ?? {});
}

interface ObjectSchema {
  readonly shape?: Record<string, unknown>;
}

function unwrap(schema: unknown): ObjectSchema | undefined {
  let current = schema as { unwrap?: () => unknown; shape?: Record<string, unknown> } | undefined;
  while (current && !current.shape && current.unwrap) current = current.unwrap() as typeof current;
  return current;
}
