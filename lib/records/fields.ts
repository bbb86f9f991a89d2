import { z } from 'zod';
import { fold } from '../languages/fold.ts';
import { type Language, languages } from '../languages/languages.ts';
import { isEmail, isHttps } from '../recognise/addresses.ts';
import { calendarDate, findDatesInWords, isCalendarDate } from '../recognise/dates.ts';
import { e164Of, findPhones } from '../recognise/phones.ts';

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

/** A list in which no entry is twice. */
export function distinct<T extends z.ZodType>(list: z.ZodArray<T>) {
  const unique = list.superRefine((entries: readonly unknown[], context) => {
    const index = entries.findIndex((each, at) => entries.indexOf(each) < at);
    if (index >= 0) context.addIssue({ code: 'custom', path: [index], params: { kindOf: () => 'twice' } });
  });
  return unique.meta({ uniqueItems: true });
}

/** A value written once in each language of the site, keyed by language code. */
export function translated<T extends z.ZodType>(languages: readonly Language[], value: T) {
  return z.strictObject(Object.fromEntries(languages.map(({ code }) => [code, value])) as Record<string, T>);
}

/** A text that matches a pattern, which JSON Schema has as well. `options`: those of a refinement. */
export function matching(pattern: RegExp, options: { readonly abort?: boolean; readonly params?: Partial<Form> } = {}) {
  return z
    .string()
    .refine((text) => pattern.test(text), options)
    .meta({ pattern: pattern.source });
}

const dateForm: Form = { code: 'C009', suggest: suggestDate, propose: proposeDate, isSafe: true, kindOf: kindOfDate };

/** A calendar day as YYYY-MM-DD. */
export const date = z.string().refine(isCalendarDate, { abort: true, params: dateForm }).meta({ format: 'date' });

/** An https address of another site. Plain http is refused: it reveals what is read, and browsers that upgrade it may fail. */
export const httpsAddress = z
  .string()
  .refine(isHttps, { params: { code: 'C034' } })
  .meta({ format: 'uri', pattern: '^https://[^,;/?#]+(?:[/?#]|$)' });

const emailForm: Form = { code: 'C072', suggest: suggestEmail, propose: proposeEmail, isSafe: true };

export const email = z.string().refine(isEmail, { params: emailForm }).meta({ format: 'email' });

/* Suggestions for values in the wrong form: the value to write for a written one, or null without a guess. */

/** The `params` of a refinement on the form of a field. */
export interface Form {
  /** Code of the finding for a value in another form. */
  readonly code: string;
  readonly suggest?: (written: string) => string | null;
  /** What the writer may have meant when `suggest` is not sure: shown, and never written by \`--fix\`. */
  readonly propose?: (written: string) => string | null;
  /** Whether the suggestion is the same value in another form, so that `--fix` may write it. */
  readonly isSafe?: boolean;
  /** What is wrong with a value, as the message names it. */
  readonly kindOf?: (written: string) => string;
}

/** `02 501 04 11`, `+32 (0)2 501 04 11` and `tel:025010411` as E.164: `+3225010411`. */
export function suggestPhone(written: string): string | null {
  const number = written.replace(/^\s*tel:/i, '');
  return /\p{L}/u.test(number) ? null : e164Of(number);
}

/** The one number in a text with a word beside it, or with letters for figures; null for the number of a fax. */
export function proposePhone(written: string): string | null {
  if (/fax/i.test(written)) return null;
  const [first, ...others] = findPhones(
    written
      .replace(/(?<=\d)[oO](?=\d)/g, '0')
      .replace(/\++/, '+')
      .replace(/^\D+(?=[+0])/, ''),
  );
  return first && others.length === 0 ? first.number : null;
}

/** What makes a text something else than one number: an extension, a second number, a mobile number that lost a digit. */
export function kindOfPhone(written: string): 'extension' | 'several' | 'mobile' | 'other' {
  if (/ext|toestel|poste|post\b|tst|int\b|#|x\s?\d+$/i.test(written)) return 'extension';
  const [, first = ''] = /^(.*\d)\s?[-–]\s?\d{1,2}$/.exec(written) ?? [];
  if (e164Of(first) && !e164Of(written)) return 'several';
  if (/\d\s*(?:[;,&]|\s\/|\s(?:of|ou|en|et)\s)/i.test(written) || findPhones(written).length > 1) return 'several';
  return /^(?:(?:\+|00)32|0)4[5-9]\d{6}$/.test(written.replace(/\(0\)|\D(?<!^\+)/g, '')) ? 'mobile' : 'other';
}

/** `1000 ` and `B-1000` as `1000`. */
export function suggestPostcode(written: string): string | null {
  return /^(?:be?[-\s]?)?([1-9]\d{3})$/i.exec(written.replace(/[\s.]/g, ''))?.[1] ?? null;
}

/** `9:00`, `9u`, `9h30`, `09.00` and `9.00 uur` as `09:00`; `24u` as `24:00`. */
export function suggestTime(written: string): string | null {
  const [, hour = '', minute = '00'] =
    /^(\d{1,2})(?:\s?(?:[:.uh]|uur|heures?)\s?(\d{2})?)?$/i.exec(
      written.replace(/(?<=\d[.:]\d\d)\s?(?:uur|u|h|heures?)\s*$/i, '').trim(),
    ) ?? [];
  const isTime = Number(hour) < 24 ? Number(minute) < 60 : `${hour}:${minute}` === '24:00';
  return hour !== '' && isTime ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** The day that a spreadsheet shows for a number (day 1 is 1 January 1900, in a leap year that never was); null outside 2000–2099. */
function dayOfSpreadsheet(written: string): string | null {
  const days = /^\d{5}$/.test(written) ? Number(written) : 0;
  if (days < 36_526 || days > 73_050) return null;
  return new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);
}

/** `2026-5-1`, `24/12/2026`, `20260501`, `46143` and `1 mei 2026` as `2026-05-01`; null when the day may be the month. */
export function suggestDate(written: string): string | null {
  const text = written.replace(/[“”„"‘’'«»]|T\d{2}:[\d:.Z+-]+$/g, '').trim();
  const ofSpreadsheet = dayOfSpreadsheet(text);
  if (ofSpreadsheet) return ofSpreadsheet;
  const [, year, month, day] = /^(\d{4})(?:[-/.](?=\d{1,2}[-/.])|(?=\d{4}$))(\d{1,2})[-/.]?(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return calendarDate(Number(year), Number(month), Number(day));
  const inWords = languages
    .flatMap((language) => findDatesInWords(text, language))
    .find((each) => each.written === text);
  if (inWords?.year && inWords.day) return calendarDate(Number(inWords.year), inWords.month, inWords.day);
  const [, first, second, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  return Number(first) > 12 || first === second ? calendarDate(Number(last), Number(second), Number(first)) : null;
}

/** The months by their usual abbreviations in the languages of the site, in lower case and without a point. */
const shortMonths = new Map(
  languages.flatMap(({ tag }) => {
    const format = new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => {
      const name = format.format(Date.UTC(2000, month)).toLowerCase().replace(/\.$/, '');
      return [name, month + 1] as const;
    });
  }),
);

/** `02/01/2027` as `2027-01-02`, the day first as in Belgium; `za 21 nov. 2026` as `2026-11-21`. */
function proposeDate(written: string): string | null {
  const text = written.replace(/^\p{L}+[.,]*\s+(?=\d)/u, '').trim();
  const [, first, second, last = ''] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text) ?? [];
  if (first !== undefined) return calendarDate(Number(last.padStart(4, '20')), Number(second), Number(first));
  const [, day, name = '', year] = /^(\d{1,2})(?:er|\.)?[ -](\p{L}+)\.?,?[ -](\d{4})$/u.exec(text) ?? [];
  const month = shortMonths.get(name.toLowerCase());
  return month ? calendarDate(Number(year), month, Number(day)) : suggestDate(text);
}

/** What a text is that is no day as YYYY-MM-DD: one that does not exist, the number of one in a spreadsheet, or another form. */
function kindOfDate(written: string): 'calendar' | 'number' | 'form' {
  if (dayOfSpreadsheet(written)) return 'number';
  return /^\d{4}-\d{2}-\d{2}$/.test(written) ? 'calendar' : 'form';
}

/** ` <mailto:a@b.be>.`, `Unit <a@b.be>` and `a @b.be` as `a@b.be`. */
function suggestEmail(written: string): string | null {
  const bare = written
    .replace(/^[^<>@]*<([^<>]+)>$/, '$1')
    .replace(/\s*@\s*/, '@')
    .trim()
    .replace(/^<?(?:mailto:)?\s*/i, '')
    .replace(/\s*>?[\s.,;]*$/, '');
  return bare !== written && isEmail(bare) ? bare : null;
}

/** `ict[at]premier.fed.be`, `andré@premier.fed.be` and `ict@premier,fed.be` as an address with their plain signs. */
function proposeEmail(written: string): string | null {
  const plain = fold(written)
    .replace(/\s*[([{<]\s*(?:at|@|apenstaartje|arobase)\s*[)\]}>]\s*/, '@')
    .replace(/,|\.{2,}/g, '.');
  const bare = suggestEmail(plain) ?? plain;
  return isEmail(bare) ? bare : null;
}

/** `Diensten/ICT & support` as `diensten/ict-support`, and `/nl/diensten/ict.html` as `diensten/ict`. */
export function suggestSlug(written: string): string | null {
  const parts = fold(written)
    .replace(/\.(?:html?|mdx?|php|aspx?)$/, '')
    .split('/')
    .map((part) => part.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''))
    .filter((part) => part !== '');
  const hasLanguage = written.startsWith('/') && languages.some(({ code }) => code === parts[0]);
  return parts.slice(hasLanguage ? 1 : 0).join('/') || null;
}
