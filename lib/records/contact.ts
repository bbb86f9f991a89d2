import { z } from 'zod';
import { fold } from '../languages/fold.ts';
import { inLanguage, type Language, languages as siteLanguages, twoLetterCodes } from '../languages/languages.ts';
import { countryOf } from '../recognise/countries.ts';
import { homeCountry, isE164, isShortNumber } from '../recognise/phones.ts';
import { availabilitySchema, type TextField } from './availability.ts';
import { type ChannelName, channelNames, channels, type ShapeOf } from './channels.ts';
import {
  distinct,
  email,
  type Form,
  httpsAddress,
  kindOfPhone,
  line,
  matching,
  proposePhone,
  suggestPhone,
  suggestPostcode,
  translated,
  when,
  withFields,
} from './fields.ts';
import { lifeFields } from './life.ts';
import { checkFacts, sourceFields, withPage } from './sources.ts';

/* The record of a unit, from which card, directory, vCard, JSON-LD, open data and print are made. No value, no field. */

/** Kinds of contacts, in the order of the directory. An authority supervises the organisation; the directory does not list it. */
export const contactKinds = [
  'support-service',
  'attached-service',
  'cultural-institution',
  'organisation',
  'authority',
] as const;
export type ContactKind = (typeof contactKinds)[number];

const affiliatedKinds = ['attached-service', 'cultural-institution'] as const satisfies readonly ContactKind[];

/** Whether units of a kind are not part of the organisation, but affiliated with it. */
export function isAffiliated(kind: ContactKind): kind is (typeof affiliatedKinds)[number] {
  return affiliatedKinds.some((each) => each === kind);
}

const belgianPostcode = /^[1-9]\d{3}$/;
const postcodePattern = /^[A-Z0-9][A-Z0-9 -]{1,9}$/;
const postcodeForm: Form = { code: 'C073', suggest: suggestPostcode, isSafe: true };
const phoneForm: Form = {
  code: 'C051',
  suggest: suggestPhone,
  isSafe: true,
  propose: proposePhone,
  kindOf: kindOfPhone,
};
const numberPattern = /^(\+[1-9][0-9]{6,14}|1[0-9]{2,3}|116[0-9]{3})$/;
const languageForm: Partial<Form> = { suggest: suggestLanguage, isSafe: true };
/** The number of a letter box behind that of the house. */
const boxInStreet = new RegExp(
  `\\d.*[\\s,](?:${siteLanguages.map(({ letterBox }) => letterBox).join('|')}|bo[iî]te|box)\\.?\\s*\\w`,
  'i',
);
const boxPattern = /^[A-Za-z0-9]+([./-][A-Za-z0-9]+)*$/;

type AddressField = ReturnType<typeof translated<typeof httpsAddress>>;

/** A contact record, one file per unit, named by its id. The descriptions of the fields are their documentation, also in the open data. */
export function contactSchema(languages: readonly Language[]) {
  const text: TextField = (minimum, maximum) => translated(languages, cell(minimum, maximum));
  const words = (minimum: number) => translated(languages, distinct(z.array(cell(minimum, 60)).min(1)));
  const address = translated(languages, httpsAddress);
  const record = z.strictObject({
    ...unitFields(text, address),
    ...reachFields(text, address, languages),
    ...lifeFields(text),
    ...sourceFields,
    tasks: words(3)
      .refine(isEven, { params: { code: 'C114' } })
      .optional()
      .describe('Entries of the index of tasks that lead to this unit.'),
    synonyms: words(2)
      .optional()
      .describe('Other names by which people call the unit; found by search and filter, shown nowhere.'),
    keywords: words(2)
      .optional()
      .describe('Subjects that people look for here; found by search and filter, shown nowhere.'),
  });
  return withPage(record).superRefine(checkFacts);
}

/** One line of text that a spreadsheet shows as it is. */
function cell(minimum: number, maximum: number) {
  return line(minimum, maximum)
    .refine(isNoFormula, { params: { code: 'C153' } })
    .meta({ pattern: '^(?![=+\\-@])[^\\r\\n]*\\S[^\\r\\n]*$' });
}

function unitFields(text: TextField, address: AddressField) {
  return {
    kind: z.enum(contactKinds).describe('What sort of unit it is; the directory is grouped by it.'),
    order: z.int().min(1).max(999).describe('Place within its kind.'),
    parent: z
      .string()
      .optional()
      .describe('The unit that this one is a part of. A service set up *at* the Chancellery is not a part of it.'),
    name: text(2, 80).describe('Official name.'),
    abbreviation: text(1, 12).optional().describe('Official abbreviation.'),
    brand: text(2, 40).optional().describe('Name in daily use beside the official one.'),
    brandLanguage: z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional()
      .describe('Language of the brand, when it is not the language of the page: `en` (ISO 639).'),
    purpose: text(20, 220).describe('What people go there for, in one line.'),
    page: z.string().optional().describe('Key of the page about the unit.'),
    website: address.optional().describe('The unit’s own site.'),
  };
}

function reachFields(text: TextField, address: AddressField, languages: readonly Language[]) {
  return {
    address: addressSchema(text, languages)
      .optional()
      .describe('Postal and visiting address: street and number without comma, one language per line (bpost).'),
    channels: channelsSchema(text, address)
      .optional()
      .describe('How to reach the unit. Every face shows phone, e-mail, form, post, visit, in this order.'),
    contactFor: text(10, 160)
      .optional()
      .describe('What the channels are for, when that is less than the whole purpose.'),
    availability: availabilitySchema(text).optional().describe('When the unit can be reached.'),
    person: cell(3, 60)
      .optional()
      .describe('Person who answers, after the mailbox of the role. A name only with the person’s consent.'),
    languages: distinct(
      z.array(z.string().refine(isLanguage, { params: languageForm }).meta({ pattern: '^[a-z]{2,3}$' })).min(1),
    )
      .optional()
      .describe('Languages in which the unit serves people, as ISO 639 codes: `[nl, fr, vgt]`.'),
  };
}

/** A JSON Schema for addresses with the usual name of Belgium. */
function inBelgium(languages: readonly Language[]) {
  const names = languages.map(({ code, tag }) => [
    code,
    { const: new Intl.DisplayNames(tag, { type: 'region' }).of(homeCountry) },
  ]);
  const country = {
    type: 'object',
    properties: Object.fromEntries(names),
    required: languages.map(({ code }) => code),
  };
  return { type: 'object', properties: { country }, required: ['country'] };
}

function addressSchema(text: TextField, languages: readonly Language[]) {
  return z
    .strictObject({
      street: text(3, 60).describe('Street and number, without comma.'),
      box: z
        .string()
        .max(10)
        .refine((text) => boxPattern.test(text), { params: { kindOf: () => 'box' } })
        .meta({ pattern: boxPattern.source })
        .optional()
        .describe('Number of the letter box, without the word for it.'),
      postcode: matching(postcodePattern, { params: postcodeForm }).describe('Postcode: four digits in Belgium.'),
      city: text(2, 40).describe('Municipality.'),
      country: text(2, 40).describe('Country, by its usual name in each language.'),
    })
    .superRefine(({ country, postcode, street }, context) => {
      const boxed = languages.find(({ code }) => boxInStreet.test(inLanguage(street, code)));
      if (boxed) context.addIssue({ code: 'custom', path: ['street', boxed.code], params: { kindOf: () => 'street' } });
      const codes = languages.map((language) => countryOf(inLanguage(country, language.code), language));
      const wrong = languages.find((_, index) => codes[index] === null || codes[index] !== codes[0]);
      if (wrong) context.addIssue({ code: 'custom', path: ['country', wrong.code], params: { code: 'C156' } });
      else if (codes[0] === homeCountry && postcodePattern.test(postcode) && !belgianPostcode.test(postcode)) {
        context.addIssue({ code: 'custom', path: ['postcode'], params: postcodeForm });
      }
    })
    .meta(
      when(inBelgium(languages), {
        type: 'object',
        properties: { postcode: { type: 'string', pattern: belgianPostcode.source } },
      }),
    );
}

function channelsSchema(text: TextField, address: AddressField) {
  const number = z.strictObject({
    number: z
      .string()
      .refine((text) => isE164(text) || isShortNumber(text), { params: phoneForm })
      .meta({ pattern: numberPattern.source })
      .describe('E.164: `+`, country code, number, no spaces; or a short number of Belgium: `1733`.'),
    label: text(3, 60).optional().describe('What this number is for; each needs one when there are several.'),
  });
  const shapes = {
    numbers: z
      .array(number)
      .min(1)
      .meta(when({ minItems: 2 }, { items: withFields('label') })),
    mailbox: email.refine(isNoFormula, { params: { code: 'C153' } }),
    page: address,
    note: text(10, 160),
  };
  type Fields = { [Name in ChannelName]: z.ZodOptional<(typeof shapes)[ShapeOf<Name>]> };
  const fields = channelNames.map((name) => {
    const { shape, description } = channels[name];
    return [name, shapes[shape].optional().describe(description)];
  });
  return z.strictObject(Object.fromEntries(fields) as Fields).superRefine((values, context) => {
    const numbers = channelNames.flatMap((name) => {
      const value = channels[name].shape === 'numbers' ? values[name] : [];
      return (Array.isArray(value) ? value : []).map(({ label }) => ({ name, label }));
    });
    const unlabelled = numbers.find(({ label }) => !label);
    if (numbers.length > 1 && unlabelled) {
      context.addIssue({ code: 'custom', path: [unlabelled.name], params: { code: 'C152' } });
    }
  });
}

export type ContactRecord = z.infer<ReturnType<typeof contactSchema>>;
export type Address = NonNullable<ContactRecord['address']>;

/** Whether a spreadsheet shows a text as it is: it calculates texts that begin with these characters (OWASP, CSV injection). */
function isNoFormula(text: string): boolean {
  return !/^[=+\-@]/.test(text);
}

/** Whether a code is one of a language that Intl has a name for (ISO 639-1), or of a sign language (ISO 639-3). */
function isLanguage(code: string): boolean {
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return isSignLanguage(code) || (/^[a-z]{2}$/.test(code) && names.of(code) !== undefined);
}

/** `NL`, `nl-BE`, `nld`, `Nederlands` and `néerlandais` as `nl`; null without a guess. */
function suggestLanguage(written: string): string | null {
  const text = fold(written.trim());
  const names = siteLanguages.map(({ tag }) => new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }));
  const named = twoLetterCodes.find((code) => names.some((each) => fold(each.of(code) ?? '') === text));
  if (named !== undefined) return named;
  const [code = ''] = text.split(/[-_]/);
  const known = /^[a-z]{2,3}$/.test(code) ? new Intl.Locale(code).language : '';
  return isLanguage(known) ? known : null;
}

/** The sign languages in which a unit may help; `messages/<language>.json` has their names, which Intl does not. */
const signLanguages = ['sgn', 'vgt', 'sfb', 'gsg', 'ils'] as const;

/** Whether a code is that of a sign language. */
export function isSignLanguage(code: string): code is (typeof signLanguages)[number] {
  return signLanguages.some((each) => each === code);
}

function isEven(lists: Readonly<Record<string, readonly unknown[]>>): boolean {
  return new Set(Object.values(lists).map(({ length }) => length)).size === 1;
}
