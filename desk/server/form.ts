import type { JsonSchema } from '#edit/tools/schemas.ts';
import { type Language, languages } from '#lib/languages/languages.ts';

/** A field of a record, with how its value is edited. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  /** What the field is for, in the language of the editor. */
  readonly help?: string;
  readonly required: boolean;
  readonly control: Control;
  /** The tag of the language of the value. */
  readonly lang?: string | undefined;
}

/** How a value is edited. */
export type Control =
  | { readonly kind: 'line' | 'date' | 'number' | 'check' | 'email' | 'url' | 'tel' }
  /** A line that may be long, text with several lines, the source of a part or of a file, the target of a link. */
  | { readonly kind: 'text' | 'prose' | 'source' | 'link' }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  /** Fields within the field; a value for each language is shown in columns. */
  | { readonly kind: 'group'; readonly fields: readonly FormField[]; readonly inColumns?: boolean }
  /** A list, or values by name. */
  | { readonly kind: 'entries' | 'named'; readonly each: Control };

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The words of a form in one language, and the values of fields that come from other files. */
interface FormWords {
  readonly labelOf: (group: string, field: string) => string;
  readonly explain: (group: string, field: string) => string;
  readonly option: (field: string, value: string) => string;
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
    if (isTranslated) return inEachLanguage(controlOf(inLanguage, name, words));
    return { kind: 'group', fields: fieldsOf(schema, properties, name, words) };
  }
  if (typeof additionalProperties === 'object') {
    return { kind: 'named', each: controlOf(additionalProperties, name, words) };
  }
  if (items) return { kind: 'entries', each: controlOf(items, name, words, group) };
  const values = schema['enum'] as readonly string[] | undefined;
  const options = words.optionsOf(name, group) ?? values?.map((value) => ({ value, label: words.option(name, value) }));
  return options ? { kind: 'choice', options } : { kind: simpleKind(schema, name) };
}

/** A control for each language, side by side. */
export function inEachLanguage(control: Control): Control {
  const fieldOf = ({ code, name, tag }: Language) => ({ name: code, label: name, required: true, control, lang: tag });
  return { kind: 'group', fields: languages.map(fieldOf), inColumns: true };
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
    help: words.explain(group, name),
    required: required.includes(name),
    control: controlOf(each, name, words, group),
  }));
}

function simpleKind({ type, format, maxLength }: JsonSchema, name: string) {
  if (type === 'boolean') return 'check';
  if (type === 'integer' || type === 'number') return 'number';
  if (format === 'date' || format === 'email') return format;
  if (format === 'uri') return 'url';
  if (name === 'number') return 'tel';
  return Number(maxLength ?? 0) > 90 ? 'text' : 'line';
}
