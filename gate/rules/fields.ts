import { isMap, isSeq, stringify } from 'yaml';
import type { z } from 'zod';
import { nameOfWeekday, weekdays } from '#lib/languages/dates.ts';
import { fold } from '#lib/languages/fold.ts';
import { languages } from '#lib/languages/languages.ts';
import type { Form } from '#lib/records/fields.ts';
import { kindOfScheme } from '#lib/site/links.ts';
import { type Finding, type Fix, type Rule, rule, suggestionFor } from '../finding/finding.ts';
import type { Path, TextAt, YamlDocument } from '../read/yaml-document.ts';
import * as refinements from './refinements.ts';

export const unknownField = rule({ code: 'C003', severity: 'error', guide: 'fields' });
export const missingField = rule({ code: 'C004', severity: 'error', guide: 'fields' });
export const wrongType = rule({ code: 'C005', severity: 'error', guide: 'fields' });
export const wrongLength = rule({ code: 'C006', severity: 'error', guide: 'fields' });
export const wrongForm = rule({ code: 'C007', severity: 'error', guide: 'fields' });
export const unknownChoice = rule({ code: 'C008', severity: 'error', guide: 'fields' });
export const signOfCode = rule({ code: 'C079', severity: 'error', guide: 'fields' });

/** The rules that a refinement of a schema can name. */
const refinementRules: readonly Rule[] = [missingField, wrongForm, ...Object.values(refinements)];

type Issue = z.core.$ZodIssue;
type IssueOf<Code extends Issue['code']> = Extract<Issue, { code: Code }>;

/** C003 to C009 and the rules of refinements: each fault that a schema finds, at its place. */
export function checkFields(yaml: YamlDocument, schema: z.ZodType, issues: readonly Issue[]): Finding[] {
  const mistyped = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => path.join('.')));
  const meant = new Set(issues.flatMap((issue) => fieldsMeant(issue, schema)));
  return (
    issues
      // A value of the wrong type is not also too long, and a field with a slip in its name is not also missing.
      .filter(({ code, path }) => code === 'invalid_type' || !mistyped.has(path.join('.')))
      .filter((issue) => !meant.has(issue.path.join('.')) || !isMissing(issue, yaml))
      .flatMap((issue) => findingsOf(issue, yaml, schema))
  );
}

/** The paths of the fields that were meant by names with a slip. */
function fieldsMeant(issue: Issue, schema: z.ZodType): string[] {
  if (issue.code !== 'unrecognized_keys') return [];
  const path = issue.path as Path;
  return issue.keys.map((field) => [...path, suggestionFor(field, fieldsUnder(schema, path))].join('.'));
}

function findingsOf(issue: Issue, yaml: YamlDocument, schema: z.ZodType): Finding[] {
  if (issue.code === 'unrecognized_keys') return unknownFields(issue, yaml, schema);
  if (isMissing(issue, yaml)) {
    const path = issue.path as Path;
    const kind = yaml.scalarAt(path) && isOptional(schema, path) ? 'optional' : 'required';
    return [missingField.at(yaml.place(path), { field: nameOf(path), kind })];
  }
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return [ofLength(issue, yaml)];
    case 'invalid_value':
      return [ofChoice(issue, yaml)];
    case 'invalid_format':
    case 'custom':
      return [ofForm(issue, yaml)];
    default:
      return ofType(issue, yaml, schema);
  }
}

function unknownFields(issue: IssueOf<'unrecognized_keys'>, yaml: YamlDocument, schema: z.ZodType): Finding[] {
  const path = issue.path as Path;
  return issue.keys.map((field) => {
    const suggestion = suggestionFor(field, fieldsUnder(schema, path));
    return unknownField.at(yaml.place([...path, field], 'key'), { field, suggestion });
  });
}

/** An empty value counts as missing, unless the schema requires an entry of a list or a format. */
function isMissing({ code, path }: Issue, yaml: YamlDocument): boolean {
  const value = yaml.valueAt(path as Path);
  const isEmpty = value === undefined || value === null;
  return isEmpty && path.length > 0 && ['invalid_type', 'invalid_value', 'custom'].includes(code);
}

function ofLength(issue: IssueOf<'too_small' | 'too_big'>, yaml: YamlDocument): Finding {
  const path = issue.path as Path;
  const value = yaml.valueAt(path);
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  const length = typeof value === 'string' ? value.trim().length : isSeq(value) ? value.items.length : Number(value);
  return wrongLength.at(yaml.place(path), {
    field: nameOf(path),
    kind: issue.code,
    limit,
    length,
    unit: unitOf(issue.origin),
    difference: Math.abs(limit - length),
  });
}

function ofChoice(issue: IssueOf<'invalid_value'>, yaml: YamlDocument): Finding {
  const path = issue.path as Path;
  const value = String(yaml.valueAt(path));
  const allowed = issue.values.map(String);
  const written = fold(value.trim());
  const isMeant = (each: string) => fold(each) === written || namesOfDay(each).includes(written);
  const meant = allowed.find(isMeant);
  const short = allowed.find((each) => namesOfDay(each, 'short').includes(written.replace(/\.$/, '')));
  const suggestion = meant ?? short ?? suggestionFor(value, allowed);
  const details = { field: nameOf(path), allowed: allowed.join(', '), suggestion };
  return unknownChoice.at(yaml.place(path), details, rewrite(yaml, path, meant));
}

/** The names of a day of the week in the languages of the site, without a point; none for any other value. */
function namesOfDay(value: string, length: 'long' | 'short' = 'long'): string[] {
  const day = weekdays.find((each) => each === value);
  return day ? languages.map((language) => fold(nameOfWeekday(day, language, length)).replace(/\.$/, '')) : [];
}

function ofForm(issue: IssueOf<'invalid_format' | 'custom'>, yaml: YamlDocument): Finding {
  const path = issue.path as Path;
  const { value, written } = yaml.scalarAt(path) ?? { value: yaml.valueAt(path) };
  const { code, suggest, propose, isSafe, kindOf = kindOfScheme } = formOf(issue);
  const text = typeof value === 'number' ? (written ?? '') : String(value);
  const suggestion = suggest?.(text);
  const details = {
    field: nameOf(path),
    value: text,
    target: text,
    kind: kindOf(text),
    suggestion: suggestion ?? propose?.(text) ?? 'none',
  };
  const broken = refinementRules.find((each) => each.code === code) ?? wrongForm;
  return broken.at(yaml.place(path), details, rewrite(yaml, path, isSafe ? suggestion : null));
}

function formOf(issue: IssueOf<'invalid_format' | 'custom'>): Form {
  const params = issue.code === 'custom' ? (issue.params as Partial<Form> | undefined) : undefined;
  return { code: wrongForm.code, ...params };
}

function ofType(issue: Issue, yaml: YamlDocument, schema: z.ZodType): Finding[] {
  const path = issue.path as Path;
  const expected = issue.code === 'invalid_type' ? String(issue.expected) : issue.code;
  const written = yaml.scalarAt(path)?.written ?? '';
  const literal = literalOf(yaml, path, expected);
  const form = typeof literal === 'string' ? wrongFormOf(schema, path, literal) : undefined;
  if (form) return [ofForm({ ...form, path: [...path] }, yaml)];
  const details = {
    field: nameOf(path) || 'none',
    expected,
    found: kindOf(yaml.valueAt(path)),
    // A long value, or one of several lines, does not fit in a sentence.
    value: /^[^\n]{1,60}$/.test(written) ? written : 'none',
    fields: fieldsUnder(schema, path).join(', ') || 'none',
  };
  return [wrongType.at(yaml.place(path), details, rewrite(yaml, path, literal))];
}

/** What is wrong with the form of a text in a field; undefined when nothing is. Quotes do not help a number that is no day or phone number. */
function wrongFormOf(schema: z.ZodType, path: Path, text: string) {
  const field = schemaUnder(schema, path) as Partial<z.ZodType> | undefined;
  return field
    ?.safeParse?.(text)
    .error?.issues.find((issue) => issue.code === 'custom' || issue.code === 'invalid_format');
}

/** The repair that writes another value, in the quotes it needs. */
function rewrite(yaml: YamlDocument, path: Path, value: string | number | boolean | null | undefined) {
  const scalar = yaml.scalarAt(path);
  if (value === null || value === undefined || !scalar) return null;
  const { start, end } = scalar;
  return { start, end, replacement: stringify(value, { lineWidth: 0 }).trimEnd() } satisfies Fix;
}

/** The same value with or without quotes, when that gives it the expected type; otherwise null. */
function literalOf(yaml: YamlDocument, path: Path, expected: string): string | number | boolean | null {
  const { value, written = '' } = yaml.scalarAt(path) ?? {};
  if (expected === 'string' && ['number', 'boolean'].includes(typeof value)) return written;
  if (typeof value !== 'string') return null;
  if (['number', 'int'].includes(expected) && /^\d{1,6}$/.test(value)) return Number(value);
  return expected === 'boolean' && /^(?:true|false)$/.test(value) ? value === 'true' : null;
}

/** C079: signs of HTML, of code or of Markdown in the texts of fields, on lines without an earlier finding. */
export function checkSigns(yaml: YamlDocument, texts: readonly TextAt[], earlier: readonly Finding[]): Finding[] {
  const lines = new Set(earlier.map(({ line }) => line));
  return texts.flatMap(({ path, value }) => {
    const sign = signOfCodeIn(value) ?? addressIn(value, yaml.source.file);
    // Notices have a rule of their own for links.
    const isNotice = yaml.source.file.startsWith('content/notices/');
    if (!sign || (isNotice && (sign.kind === 'markup' || sign.kind === 'address'))) return [];
    const place = yaml.place(path);
    return lines.has(place.line) ? [] : [signOfCode.at(place, { field: nameOf(path), ...sign })];
  });
}

/** A sign that a plain text shows as it is. */
interface Sign {
  readonly sign: string;
  readonly kind: 'code' | 'entity' | 'markup' | 'address';
}

const signs: readonly (readonly [kind: Sign['kind'], pattern: RegExp])[] = [
  ['code', /<\/?[a-z!?]*|[{}]/i],
  ['entity', /&(?:[a-z]+\d*|#\d+|#x[\da-f]+);|&(?:amp|lt|gt|quot|nbsp)(?![a-z])/i],
  [
    'markup',
    /\*\*|~~|\[[^[\]]+\]\([^)]*\)|`[^`]+`|^#{1,6}\s|(?<![\p{L}\p{N}*])\*[^\s*][^*]*\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_[^\s_][^_]*_(?![\p{L}\p{N}_])/u,
  ],
];

/** Files whose texts no visitor reads. */
const inner = /^content\/(?:open-points|redirects|wording|paths|documents)\.yaml$|\/in-step\.yaml$/;

/** An address among the words of a field, where it is no link; null when there is none. */
function addressIn(text: string, file: string): Sign | null {
  if (inner.test(file) || !/\s/.test(text.trim())) return null;
  const [sign] = /\bhttps?:\/\/\S+|\bwww\.\S+|\b(?:page|contact):[a-z]\S*/i.exec(text) ?? [];
  return sign === undefined ? null : { sign: sign.slice(0, 40), kind: 'address' };
}

/** The first sign in a text with which HTML, an expression or markup begins; null when it has none. */
export function signOfCodeIn(text: string): Sign | null {
  for (const [kind, pattern] of signs) {
    const [sign] = pattern.exec(text) ?? [];
    if (sign !== undefined) return { sign: sign.slice(0, 40), kind };
  }
  return null;
}

/** A field by its names from the outside in: `phone.number`. The line of a finding shows which entry of a list it is. */
function nameOf(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

/** The type of a value, as the messages name it. */
function kindOf(value: unknown): 'string' | 'number' | 'boolean' | 'list' | 'fields' | 'nothing' {
  if (isSeq(value)) return 'list';
  if (isMap(value) || (typeof value === 'object' && value !== null)) return 'fields';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'nothing';
}

function unitOf(origin: string): 'characters' | 'entries' | 'number' {
  if (origin === 'string') return 'characters';
  return origin === 'array' ? 'entries' : 'number';
}

interface ObjectSchema {
  readonly shape?: Record<string, unknown>;
  readonly valueType?: unknown;
}

function schemaUnder(schema: z.ZodType, path: Path): unknown {
  const names = path.filter((step) => typeof step === 'string');
  return names.reduce<unknown>((current, name) => {
    const object = unwrap(current);
    return object?.shape?.[name] ?? object?.valueType;
  }, schema);
}

/** The names of the fields that a schema has under a path; empty when it has none there. */
function fieldsUnder(schema: z.ZodType, path: Path): string[] {
  return Object.keys(unwrap(schemaUnder(schema, path))?.shape ?? {});
}

function isOptional(schema: z.ZodType, path: Path): boolean {
  const field = schemaUnder(schema, path) as z.ZodType | undefined;
  return field?.safeParse(undefined).success ?? false;
}

/** The object or record inside arrays, optional and nullable schemas. */
function unwrap(schema: unknown): ObjectSchema | undefined {
  let current = schema as (ObjectSchema & { unwrap?: () => unknown }) | undefined;
  while (current && !current.shape && !current.valueType && current.unwrap)
    current = current.unwrap() as typeof current;
  return current;
}
