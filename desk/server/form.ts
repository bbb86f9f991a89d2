import type { JsonSchema } from '#edit/tools/schemas.ts';
import { languages } from '#lib/languages/languages.ts';

/** A field of a record, with how its value is edited. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  /** What the field is for, in the language of the editor. */
  readonly help: string;
  readonly required: boolean;
  readonly control: Control;
}

/** How a value is edited. */
export type Control =
  | { readonly kind: 'line' | 'text' | 'prose' | 'date' | 'number' | 'check' | 'lines' | 'email' | 'url' | 'tel' }
  /** One of some values, or several. */
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'choices'; readonly options: readonly Option[] }
  /** Fields within the field. */
  | { readonly kind: 'group'; readonly fields: readonly FormField[] }
  /** A list, values by name, or one value in each language. */
  | { readonly kind: 'entries'; readonly each: Control }
  | { readonly kind: 'named'; readonly each: Control }
  | { readonly kind: 'translated'; readonly each: Control };

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The words of a form in one language. */
export interface FormWords {
  /** The short name of a field in its group. */
  readonly labelOf: (group: string, field: string) => string;
  readonly explain: (group: string, field: string) => string;
  readonly option: (field: string, value: string) => string;
  /** The possible values of a field that come from other files: pages, contacts. */
  readonly optionsOf: (field: string, group: string) => readonly Option[] | null;
}

/** How a value is edited, from the schema with which the gate checks it. `name` is that of the field or of the schema. */
export function controlOf(schema: JsonSchema, name: string, words: FormWords, group = name): Control {
  const { properties, items, anyOf, additionalProperties } = schema;
  const [either] = anyOf?.filter(({ type }) => type === 'null' || type === 'string' || type === 'object') ?? [];
  if (either && !properties) return controlOf(either, name, words);
  if (properties) {
    const [inLanguage] = languages.map(({ code }) => properties[code]);
    const isTranslated = inLanguage && Object.keys(properties).length === languages.length;
    if (isTranslated) return { kind: 'translated', each: controlOf(inLanguage, name, words) };
    return { kind: 'group', fields: fieldsOf(schema, properties, name, words) };
  }
  if (typeof additionalProperties === 'object') {
    return { kind: 'named', each: controlOf(additionalProperties, name, words) };
  }
  if (items?.properties) return { kind: 'entries', each: controlOf(items, name, words) };
  const values = ((items ?? schema)['enum'] as string[] | undefined) ?? null;
  const options =
    words.optionsOf(name, group) ?? values?.map((value) => ({ value, label: words.option(name, value) })) ?? null;
  if (items) return options ? { kind: 'choices', options } : { kind: 'lines' };
  return options ? { kind: 'choice', options } : { kind: simpleKind(schema, name) };
}

function fieldsOf(
  schema: JsonSchema,
  properties: Readonly<Record<string, JsonSchema>>,
  group: string,
  words: FormWords,
): FormField[] {
  const required = (schema['required'] as string[] | undefined) ?? [];
  return Object.entries(properties).map(([name, each]) => ({
    name,
    label: words.labelOf(group, name),
    // Explanations are Markdown; a form shows them as plain words.
    help: words.explain(group, name).replace(/[`_]/g, ''),
    required: required.includes(name),
    control: controlOf(each, name, words, group),
  }));
}

function simpleKind({ type, format, maxLength }: JsonSchema, name: string) {
  if (type === 'boolean') return 'check';
  if (type === 'integer' || type === 'number') return 'number';
  if (format === 'date') return 'date';
  if (format === 'email') return 'email';
  if (format === 'uri') return 'url';
  if (name === 'number') return 'tel';
  return Number(maxLength ?? 0) > 90 ? 'text' : 'line';
}
