import type { JsonSchema } from '#edit/tools/schemas.ts';
import { languages } from '#lib/languages/languages.ts';
import type { Control, FormField, Option } from '../model/form.ts';

/** The words of a form in one language. */
export interface FormWords {
  /** The short name of a field in its group; null for a field that has none. */
  readonly labelOf: (group: string, field: string) => string | null;
  readonly explain: (group: string, field: string) => string;
  readonly option: (field: string, value: string) => string | null;
  /** The possible values of a field that come from other files: pages, contacts. */
  readonly optionsOf: (field: string) => readonly Option[] | null;
}

/** The fields of a form, made from the schema with which the gate checks the record. */
export function formOf(schema: JsonSchema, group: string, words: FormWords): FormField[] {
  const required = new Set((schema['required'] as string[] | undefined) ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, each]) => ({
    name,
    label: words.labelOf(group, name) ?? name,
    help: plain(words.explain(group, name)),
    required: required.has(name),
    control: controlOf(each, name, words),
  }));
}

function controlOf(schema: JsonSchema, name: string, words: FormWords): Control {
  const { properties, items } = schema;
  if (properties) {
    const [first] = languages;
    const inLanguage = first && properties[first.code];
    if (inLanguage && Object.keys(properties).length === languages.length) {
      return { kind: 'translated', each: controlOf(inLanguage, name, words) };
    }
    return { kind: 'group', fields: formOf(schema, name, words) };
  }
  if (items?.properties) return { kind: 'entries', fields: formOf(items, name, words) };
  const options = words.optionsOf(name) ?? enumOf(items ?? schema, name, words);
  if (items) return options ? { kind: 'choices', options } : { kind: 'lines' };
  if (options) return { kind: 'choice', options };
  return { kind: simpleKind(schema, name) };
}

function enumOf(schema: JsonSchema, name: string, words: FormWords): Option[] | null {
  const values = schema['enum'] as string[] | undefined;
  return values?.map((value) => ({ value, label: words.option(name, value) ?? value })) ?? null;
}

function simpleKind(schema: JsonSchema, name: string) {
  if (schema['type'] === 'boolean') return 'check';
  if (schema['type'] === 'integer' || schema['type'] === 'number') return 'number';
  if (schema['format'] === 'date') return 'date';
  if (schema['format'] === 'email') return 'mail';
  if (schema['format'] === 'uri') return 'web';
  if (name === 'number') return 'phone';
  return Number(schema['maxLength'] ?? 0) > 90 ? 'text' : 'line';
}

/** Explanations are Markdown; a form shows them as plain words. */
const plain = (text: string) => text.replace(/[`_]/g, '');
