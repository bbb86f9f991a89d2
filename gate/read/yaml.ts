import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar,
  stringify,
} from 'yaml';
import type { z } from 'zod';
import type { Form } from '#lib/records/suggest.ts';
import { kindOfScheme } from '#lib/site/links.ts';
import { closest } from '../finding/closest.ts';
import type { Finding, FindingCode } from '../finding/finding.ts';
import { signOfCode } from './text.ts';
import { lostComments, yamlFaults } from './yaml-faults.ts';

/** A piece of YAML and where it stands: a whole file, or the front matter of one. */
export interface YamlSource {
  readonly file: string;
  readonly language: string | null;
  readonly text: string;
  /** Line of the file on which the text starts, counted from 1. */
  readonly firstLine: number;
}

/** The offset in the file at which the YAML starts: 0, or after the rule above front matter. */
function startOf({ firstLine }: YamlSource): number {
  return firstLine === 1 ? 0 : '---\n'.length;
}

export type Path = readonly (string | number)[];

/** A place in a file. Lines and columns count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** Plain data, so that a thread can hand it to another one. */
export interface YamlResult<T> {
  readonly file: string;
  readonly language: string | null;
  /** The validated value, or null when there is a finding. */
  readonly value: T | null;
  readonly findings: readonly Finding[];
  /** The texts of the fields, by name, also when another field is at fault. */
  readonly fields: ReadonlyMap<string, string>;
  /** Every text among the values, in order; none when the YAML cannot be read. */
  readonly texts: readonly TextAt[];
  /** What was read, so that later findings can say where a value stands. */
  readonly source: YamlSource;
}

/** A text among the values, and where it is written: from `start` to `end` in the YAML, in UTF-16 units. */
export interface TextAt {
  readonly path: Path;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What a finding needs to know of a piece of YAML. */
export type Placed = Pick<YamlResult<unknown>, 'source'>;

/** A finding that points at the value under a path, or at the key of the nearest parent. */
export function findingAt(
  { source }: Placed,
  path: Path,
  code: FindingCode,
  details: Finding['details'] = {},
): Finding {
  // Few files have findings, so places are looked up in the text again instead of being carried along.
  return findingIn(parse(source), path, code, details);
}

interface Parsed {
  readonly source: YamlSource;
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function parse(source: YamlSource): Parsed {
  const lines = new LineCounter();
  const options = { lineCounter: lines, uniqueKeys: true, prettyErrors: false };
  return { source, document: parseDocument(source.text, options), lines };
}

function findingIn(parsed: Parsed, path: Path, code: FindingCode, details: Finding['details'] = {}): Finding {
  const { file, language } = parsed.source;
  return { code, file, language, ...placeOf(parsed, path), details };
}

function placeAt({ lines, source }: Parsed, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1) + source.firstLine - 1, column: Math.max(col, 1) };
}

function placeOf(parsed: Parsed, path: Path, ofKey = false): Place {
  for (let length = path.length; length > 0; length--) {
    const { key, value } = offsetsOf(parsed.document.contents, path.slice(0, length));
    const offset = ofKey || length < path.length ? (key ?? value) : value;
    if (offset !== null) return placeAt(parsed, offset);
  }
  return placeAt(parsed, 0);
}

/** Where the value under a path and the key before it start; null where there is none. */
function offsetsOf(
  node: unknown,
  path: Path,
): { readonly key: number | null; readonly value: number | null } {
  let value = node;
  let key: Scalar | null = null;
  for (const step of path) {
    const pair: { key: unknown; value: unknown } | undefined = isMap(value)
      ? value.items.findLast((item) => isScalar(item.key) && String(item.key.value) === String(step))
      : undefined;
    key = isScalar(pair?.key) ? pair.key : null;
    value = isSeq(value) ? value.items[Number(step)] : pair?.value;
  }
  return { key: key?.range?.[0] ?? null, value: isNode(value) ? (value.range?.[0] ?? null) : null };
}

/** The texts among the values at or below a node, in order. */
function textsIn(node: unknown, path: Path = []): TextAt[] {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) =>
      isScalar(key) ? textsIn(value, [...path, String(key.value)]) : [],
    );
  }
  if (isSeq(node)) return node.items.flatMap((item, index) => textsIn(item, [...path, index]));
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return [];
  const [start, end] = node.range;
  return [{ path, value: node.value, start, end }];
}

/**
 * Reads YAML against a schema and reports each fault where it stands.
 * Duplicate keys, tabs and other syntax faults come as C002; everything else by the schema.
 */
export function readYaml<T>(source: YamlSource, schema: z.ZodType<T>): YamlResult<T> {
  const parsed = parse(source);
  const { document } = parsed;
  const { file, language } = source;
  const texts = textsIn(document.contents).filter(({ path }) => path.length > 0);
  const fields = new Map(
    texts.filter(({ path }) => path.length === 1).map(({ path, value }) => [String(path[0]), value] as const),
  );
  const result = { file, language, fields, source };

  const at = (place: Place, code: FindingCode, details: Finding['details'] = {}): Finding => ({
    code,
    file,
    language,
    ...place,
    details,
  });

  /** The value under a path as it is written, and where; null for a list, a block or nothing. */
  const writtenAt = (path: Path) => {
    const node = document.getIn(path, true);
    if (!isScalar(node) || !node.range) return null;
    const [start, end] = node.range;
    return { start, end, value: node.value, written: source.text.slice(start, end) };
  };

  /** Adds the repair that writes another value, in the quotes it needs. */
  const withFix = (
    finding: Finding,
    path: Path,
    value: string | number | boolean | null | undefined,
  ): Finding => {
    const place = writtenAt(path);
    if (value === null || value === undefined || !place) return finding;
    const start = startOf(source) + place.start;
    const end = startOf(source) + place.end;
    return { ...finding, fix: { start, end, replacement: stringify(value, { lineWidth: 0 }).trimEnd() } };
  };

  /** The same value with or without quotes, when that makes it the kind that is expected. */
  const literalOf = (path: Path, expected: string): string | number | boolean | null => {
    const place = writtenAt(path);
    if (!place) return null;
    const { value, written } = place;
    if (expected === 'string' && ['number', 'boolean'].includes(typeof value)) return written;
    if (typeof value !== 'string') return null;
    if (['number', 'int'].includes(expected) && /^\d{1,6}$/.test(value)) return Number(value);
    return expected === 'boolean' && /^(?:true|false)$/.test(value) ? value === 'true' : null;
  };

  const faults = yamlFaults(document, source.text);
  if (faults.length > 0) {
    const findings = faults.map(({ offset, cause }) => at(placeAt(parsed, offset), 'C002', { cause }));
    return { ...result, value: null, findings, texts: [] };
  }
  const lost = lostComments(document, source.text).map((offset) => at(placeAt(parsed, offset), 'C077'));

  const raw: unknown = document.toJS();
  const checked = schema.safeParse(raw);
  const withSigns = (findings: readonly Finding[]): Finding[] => {
    const told = new Set(findings.map(({ line }) => line));
    const signs = /[<{}]/.test(source.text) ? texts : [];
    return [
      ...findings,
      ...signs.flatMap(({ path, value }) => {
        const sign = signOfCode(value);
        const finding = sign && findingIn(parsed, path, 'C079', { field: nameOf(path), sign });
        return finding && !told.has(finding.line) ? [finding] : [];
      }),
    ];
  };
  if (checked.success) return { ...result, value: checked.data, findings: withSigns(lost), texts };

  const wrongType = new Set(
    checked.error.issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join('.')),
  );
  const findings = checked.error.issues.flatMap((issue): Finding[] => {
    const path = issue.path as Path;
    const field = nameOf(path);
    // A value of the wrong type is not also too long.
    if (issue.code !== 'invalid_type' && wrongType.has(path.join('.'))) return [];
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) =>
        at(placeOf(parsed, [...path, key], true), 'C003', {
          field: key,
          suggestion: closest(key, keysOf(schema, path)) ?? 'none',
        }),
      );
    }
    const value = document.getIn(path);
    const isEmpty = value === undefined || value === null;
    if (isEmpty && path.length > 0 && ['invalid_type', 'invalid_value', 'custom'].includes(issue.code)) {
      return [findingIn(parsed, path, 'C004', { field })];
    }
    switch (issue.code) {
      case 'too_small':
      case 'too_big': {
        const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
        const length =
          typeof value === 'string' ? value.trim().length : isSeq(value) ? value.items.length : Number(value);
        const unit = unitOf(issue.origin);
        const difference = Math.abs(limit - length);
        return [
          findingIn(parsed, path, 'C006', { field, kind: issue.code, limit, length, unit, difference }),
        ];
      }
      case 'invalid_value': {
        const allowed = issue.values.map(String);
        const meant = allowed.find((each) => each.toLowerCase() === String(value).trim().toLowerCase());
        const suggestion = meant ?? closest(String(value), allowed) ?? 'none';
        const details = { field, allowed: allowed.join(', '), suggestion };
        return [withFix(findingIn(parsed, path, 'C008', details), path, meant)];
      }
      case 'custom': {
        const { code = 'C007', suggest, isSafe } = (issue.params ?? {}) as Partial<Form>;
        const suggestion = typeof value === 'string' ? suggest?.(value) : null;
        const details = {
          field,
          value: String(value),
          target: String(value),
          kind: kindOfScheme(String(value)),
          suggestion: suggestion ?? 'none',
        };
        return [
          withFix(findingIn(parsed, path, code as FindingCode, details), path, isSafe ? suggestion : null),
        ];
      }
      case 'invalid_format':
        return [findingIn(parsed, path, 'C007', { field, value: String(value) })];
      default: {
        const expected = expectedOf(issue);
        const written = writtenAt(path)?.written ?? '';
        const details = {
          field: field === '' ? 'none' : field,
          expected,
          found: kindOf(path.length > 0 ? value : raw),
          // What is long, or takes several lines, does not fit in a sentence.
          value: /^[^\n]{1,60}$/.test(written) ? written : 'none',
        };
        return [withFix(findingIn(parsed, path, 'C005', details), path, literalOf(path, expected))];
      }
    }
  });
  return { ...result, value: null, findings: withSigns([...lost, ...findings]), texts };
}

/** A field by its names from the outside in. The line says which entry of a list it is. */
function nameOf(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

function expectedOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_type' ? String(issue.expected) : issue.code;
}

/** Of what kind a value is, in words that messages know. */
function kindOf(value: unknown): 'string' | 'number' | 'boolean' | 'list' | 'fields' | 'nothing' {
  if (isSeq(value) || Array.isArray(value)) return 'list';
  if (isMap(value) || (typeof value === 'object' && value !== null)) return 'fields';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'nothing';
}

/** What a limit counts. */
function unitOf(origin: string): 'characters' | 'entries' | 'number' {
  if (origin === 'string') return 'characters';
  return origin === 'array' ? 'entries' : 'number';
}

/** The field names a strict object schema knows under a path; empty when there is none. */
function keysOf(schema: z.ZodType, path: Path): string[] {
  let current: unknown = schema;
  // A place in a list says nothing of the field names: all entries have the same.
  for (const step of path.filter((each) => typeof each === 'string'))
    current = unwrap(current)?.shape?.[step] ?? unwrap(current)?.valueType;
  return Object.keys(unwrap(current)?.shape ?? {});
}

interface ObjectSchema {
  readonly shape?: Record<string, unknown>;
  /** Of a record: what stands under each of its keys. */
  readonly valueType?: unknown;
}

function unwrap(schema: unknown): ObjectSchema | undefined {
  let current = schema as (ObjectSchema & { unwrap?: () => unknown }) | undefined;
  while (current && !current.shape && !current.valueType && current.unwrap)
    current = current.unwrap() as typeof current;
  return current;
}
