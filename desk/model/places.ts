import { replaced, type Span, spanOf, type ValuePath, valuesIn, withFieldValue } from '#edit/values.ts';
import { type AttributeRule, ruleOf } from '#lib/body/vocabulary.ts';
import { sharedFields } from '#lib/records/page.ts';
import { type Pair, type Pairs, pairsOfTexts } from './pairs.ts';
import type { Texts } from './parts.ts';

/** A field of a screen: its id, its file, and the part of the file that it shows. */
export interface FieldPlace extends Span {
  readonly id: string;
  readonly file: string;
}

/** Where something was found. Lines and columns count from 1. */
interface Found {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The id of a field, by which its findings are found. */
export const idOf = (path: ValuePath) => `field-${path.join('-').replace(/[^\w-]/g, '_')}`;

/** Where the YAML of the front matter is in the text of a page; empty at the start when there is none. */
function frontMatterSpan(text: string): Span {
  const [, yaml = null] = /^---\n([\s\S]*?)\n?---(?=\n|$)/.exec(text) ?? [];
  return yaml === null ? { start: 0, end: 0 } : { start: 4, end: 4 + yaml.length };
}

/** The YAML of the front matter, as a text of its own. */
export function frontMatterOf(text: string): string {
  const { start, end } = frontMatterSpan(text);
  return end === 0 ? '' : `${text.slice(start, end)}\n`;
}

/** Sets or removes a field of the front matter. */
export function withField(text: string, path: ValuePath, value: unknown, order: readonly string[]): string {
  const span = frontMatterSpan(text);
  if (span.end === 0) return text;
  return replaced(text, span, withFieldValue(frontMatterOf(text), path, value, order).replace(/\n$/, ''));
}

/** The id of a field with the whole text of a file, for what cannot be shown as fields. */
export const sourceId = (file: string) => `source-${file.replace(/\W+/g, '-')}`;

const whole = (file: string, text: string) => ({ id: sourceId(file), file, start: 0, end: text.length });

/** The place of every value in a record, and of the groups around it; of the whole text when it is no YAML. */
export function placesOfRecord(text: string, file: string): FieldPlace[] {
  if (valuesIn(text) === null) return [whole(file, text)];
  return placesIn(text, valuesIn(text), []).map(({ path, ...span }) => ({ id: idOf(path), file, ...span }));
}

/** Whether a field of a page has the same value in every language. */
export const isShared = (name: string) => name === 'updated' || sharedFields.some((each) => each === name);

/** The id of a value of a part in a language, by which its findings are found; without an attribute, of its source. */
export function valueId({ path }: Pair, code: string, attribute?: string | null): string {
  return ['part', ...path, code, attribute === undefined ? 'source' : (attribute ?? 'words')].join('-');
}

/** The places of all fields and parts of a page. What all languages share is shown in the first one. */
export function placesOfPage(texts: Texts, fileOf: Readonly<Record<string, string>>): FieldPlace[] {
  const [first = ''] = Object.keys(texts);
  const pairs = pairsOfTexts(texts);
  const fields = Object.entries(texts).flatMap(([code, text]) => {
    const offset = frontMatterSpan(text).start;
    const yaml = frontMatterOf(text);
    return placesIn(yaml, valuesIn(yaml), []).map(({ path, start, end }) => ({
      id: idOf([isShared(String(path[0])) ? first : code, ...path]),
      file: fileOf[code] ?? '',
      start: start + offset,
      end: end + offset,
    }));
  });
  if (pairs) return [...fields, ...placesOfParts(pairs, fileOf)];
  return [...fields, ...Object.entries(texts).map(([code, text]) => whole(fileOf[code] ?? '', text))];
}

/** Whether an attribute has the same value in every language; files with words, and documents, have one for each. */
export const isSharedKind = (kind: AttributeRule['kind']) => !['words', 'link', 'picture', 'document'].includes(kind);

/** The places of all values, and of the parts around them. */
function placesOfParts({ pairs }: Pairs, fileOf: Readonly<Record<string, string>>): FieldPlace[] {
  return pairs.flatMap((pair) => [
    ...Object.entries(pair.parts).flatMap(([code, part]) => {
      const file = fileOf[code] ?? '';
      const values = part?.values ?? [];
      const [first = code] = Object.keys(pair.parts);
      const idOfValue = (attribute: string | null | undefined) => {
        const kind = ruleOf(pair.name ?? '')?.attributes[attribute ?? '']?.kind;
        return valueId(pair, kind && isSharedKind(kind) ? first : code, attribute);
      };
      const places = values.map(({ start, end, attribute }) => ({ id: idOfValue(attribute), file, start, end }));
      // The part itself, its tag or its mark belong to its first value, or to its source.
      const whole = { id: idOfValue(values[0] ? values[0].attribute : undefined), file };
      return part ? [...places, { ...whole, start: part.start, end: part.end }] : [];
    }),
    ...(pair.inside ? placesOfParts(pair.inside, fileOf) : []),
  ]);
}

function placesIn(text: string, value: unknown, path: ValuePath): (Span & { readonly path: ValuePath })[] {
  const span = path.length > 0 ? spanOf(text, path) : null;
  const own = span ? [{ path, ...span }] : [];
  if (typeof value !== 'object' || value === null) return own;
  // Texts in a plain list are one field.
  if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return own;
  const inside = Object.entries(value).flatMap(([name, each]) =>
    placesIn(text, each, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return [...own, ...inside];
}

/**
 * The findings at each field: at the smallest one around their place.
 * @returns by the id of the field; under the empty id, those that are at none
 */
export function findingsByField<Finding extends Found>(
  findings: readonly Finding[],
  fields: readonly FieldPlace[],
  texts: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly Finding[]> {
  return Map.groupBy(findings, ({ file, line, column }) => {
    const before = (texts[file] ?? '').split('\n').slice(0, line - 1);
    const offset = before.reduce((sum, each) => sum + each.length + 1, column - 1);
    const around = fields.filter((each) => each.file === file && each.start <= offset && offset <= each.end);
    return around.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.id ?? '';
  });
}
