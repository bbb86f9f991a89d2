import {
  frontMatterOf,
  frontMatterSpan,
  type Span,
  spansIn,
  type ValuePath,
  valuesIn,
  withFieldValue,
  withFrontMatter,
} from '#edit/values.ts';
import type { Finding } from '#gate/finding/finding.ts';
import { frontMatterSchema, sharedFields } from '#lib/records/page.ts';
import { mapTexts } from './edits.ts';
import { type Pair, type Pairs, pairsOfTexts } from './pairs.ts';
import type { Texts } from './parts.ts';

/** A field of a screen: its id, its file, and the part of the file that it shows. */
export interface FieldPlace extends Span {
  readonly id: string;
  readonly file: string;
}

/** The id of a field, by which its findings are found. */
export const idOf = (path: ValuePath) => `field-${path.join('-').replace(/[^\w-]/g, '_')}`;

/** Whether a field of a page has the same value in every language. */
export const isShared = (name: string) => name === 'updated' || sharedFields.some((each) => each === name);

/** The fields of a page as those of a record: a field that is not shared has a value for each language. */
export function fieldsOfPage(texts: Texts): Readonly<Record<string, unknown>> {
  const fields: Record<string, unknown> = {};
  for (const [code, text] of Object.entries(texts)) {
    for (const [name, value] of Object.entries(valuesIn(frontMatterOf(text)) ?? {})) {
      fields[name] = isShared(name) ? (fields[name] ?? value) : { ...(fields[name] as object), [code]: value };
    }
  }
  return fields;
}

/** Sets or removes a field of a page, in the languages to which its path leads. */
export function withPageField(texts: Texts, path: ValuePath, value: unknown, order: readonly string[]): Texts {
  const [name = '', language, ...rest] = path;
  const isForAll = isShared(String(name));
  return mapTexts(texts, (text, code) => {
    if (!isForAll && language !== undefined && language !== code) return text;
    const own = isForAll ? path : [name, ...rest];
    const given = isForAll || language === code ? value : (value as Texts | undefined)?.[code];
    const names = own.length === 1 ? Object.keys(frontMatterSchema.shape) : order;
    return withFrontMatter(text, (yaml) => withFieldValue(yaml, own, given, names));
  });
}

/** The id of a field with the whole text of a file, for what cannot be shown as fields. */
export const sourceId = (file: string) => `source-${file.replace(/\W+/g, '-')}`;

const whole = (file: string, text: string) => ({ id: sourceId(file), file, start: 0, end: text.length });

/** The place of every value in a record, and of the groups around it; of the whole text when it is no YAML. */
export function placesOfRecord(text: string, file: string): FieldPlace[] {
  if (valuesIn(text) === null) return [whole(file, text)];
  return spansIn(text).map(({ path, ...span }) => ({ id: idOf(path), file, ...span }));
}

/** The id of a value of a part in a language, by which its findings are found; without an attribute, of its source. */
export function valueId({ path }: Pair, code: string, attribute?: string | null): string {
  return ['part', ...path, code, attribute === undefined ? 'source' : (attribute ?? 'words')].join('-');
}

/** The places of all fields and parts of a page. `pairs` are those of its texts. */
export function placesOfPage(
  texts: Texts,
  fileOf: Readonly<Record<string, string>>,
  pairs = pairsOfTexts(texts),
): FieldPlace[] {
  const fields = Object.entries(texts).flatMap(([code, text]) => {
    const offset = frontMatterSpan(text).start;
    return spansIn(frontMatterOf(text)).map(({ path, start, end }) => ({
      id: idOf(isShared(String(path[0])) ? path : path.toSpliced(1, 0, code)),
      file: fileOf[code] ?? '',
      start: start + offset,
      end: end + offset,
    }));
  });
  if (pairs) return [...fields, ...placesOfParts(pairs, fileOf)];
  return [...fields, ...Object.entries(texts).map(([code, text]) => whole(fileOf[code] ?? '', text))];
}

/** The places of all values, and of the parts around them. */
function placesOfParts({ pairs }: Pairs, fileOf: Readonly<Record<string, string>>): FieldPlace[] {
  return pairs.flatMap((pair) => [
    ...Object.entries(pair.parts).flatMap(([code, part]) => {
      const placeOf = (attribute: string | null | undefined, { start, end }: Span) => {
        return { id: valueId(pair, code, attribute), file: fileOf[code] ?? '', start, end };
      };
      const values = part?.values ?? [];
      // The part itself, its tag or its mark belong to its first value, or to its source.
      return [
        ...values.map((value) => placeOf(value.attribute, value)),
        ...(part ? [placeOf(values[0]?.attribute, part)] : []),
      ];
    }),
    ...(pair.inside ? placesOfParts(pair.inside, fileOf) : []),
  ]);
}

/**
 * The findings at each field: at the smallest one around their place.
 * @returns by the id of the field; under the empty id, those that are at none
 */
export function findingsByField<Found extends Pick<Finding, 'file' | 'line' | 'column'>>(
  findings: readonly Found[],
  fields: readonly FieldPlace[],
  texts: Readonly<Record<string, string>>,
): ReadonlyMap<string, readonly Found[]> {
  return Map.groupBy(findings, ({ file, line, column }) => {
    const before = (texts[file] ?? '').split('\n').slice(0, line - 1);
    const offset = before.reduce((sum, each) => sum + each.length + 1, column - 1);
    const around = fields.filter((each) => each.file === file && each.start <= offset && offset <= each.end);
    // Of equal places, the inner one follows.
    return around.toReversed().sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.id ?? '';
  });
}
