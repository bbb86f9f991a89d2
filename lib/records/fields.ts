import { z } from 'zod';
import type { Language } from '../languages/languages.ts';
import { isEmail, isHttps } from '../recognise/addresses.ts';
import { isCalendarDate } from '../recognise/dates.ts';
import { type Form, kindOfDate, suggestDate, suggestEmail } from './suggest.ts';

/*
 * Field types that several records share. Records are strict objects: an unknown key is an error, because a misspelt field would
 * otherwise be dropped. A refinement repeats its rule in `meta` as far as JSON Schema can express it, for editors' tools.
 */

/** A JSON Schema condition: values that match `condition` must match `result`, all others `otherwise`. */
export function when(condition: object, result: object, otherwise: object = {}): Record<string, unknown> {
  // biome-ignore lint/suspicious/noThenProperty: `then` is a JSON Schema keyword.
  return { if: condition, then: result, else: otherwise };
}

/** A JSON Schema for objects that have all of these fields. */
export function withFields(...fields: readonly string[]): Record<string, unknown> {
  return { type: 'object', properties: Object.fromEntries(fields.map((field) => [field, true])), required: fields };
}

/** A single line of text. The limits are inclusive and count UTF-16 units after trimming. */
export const line = (minimum: number, maximum: number) =>
  z
    .string()
    .trim()
    .min(minimum)
    .max(maximum)
    .refine((text) => !/[\r\n]/.test(text), { params: { kindOf: () => 'lines' } })
    .meta({ pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' });

/** A value written once in each language of the site, keyed by language code. */
export function translated<T extends z.ZodType>(languages: readonly Language[], value: T) {
  return z.strictObject(Object.fromEntries(languages.map(({ code }) => [code, value])) as Record<string, T>);
}

const dateForm: Form = { code: 'C009', suggest: suggestDate, isSafe: true, kindOf: kindOfDate };

/** A calendar day as YYYY-MM-DD. */
export const date = z.string().refine(isCalendarDate, { abort: true, params: dateForm }).meta({ format: 'date' });

/** An https address of another site. Plain http is refused: it reveals what is read, and browsers that upgrade it may fail. */
export const httpsAddress = z
  .string()
  .refine(isHttps, { params: { code: 'C034' } })
  .meta({ format: 'uri', pattern: '^https:' });

const emailForm: Form = { code: 'C072', suggest: suggestEmail, isSafe: true };

/** An e-mail address. */
export const email = z.string().refine(isEmail, { params: emailForm }).meta({ format: 'email' });
