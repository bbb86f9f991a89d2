import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import type { Language } from '../i18n/languages.ts';
import { date, httpsAddress, line } from './schema.ts';

/*
 * The record of a unit, field by field. Everything that shows a unit is derived from it: card, directory, vCard, JSON-LD,
 * open data, print sheet. A field without a value in the sources stays away: what is not known is not written.
 */

/** Kinds of contacts, in the order of the directory. */
export const contactKinds = [
  'support-service',
  'attached-service',
  'cultural-institution',
  'organisation',
] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Whom a unit works for: everybody, other federal organisations, the organisation's own staff. */
export const audiences = ['public', 'federal', 'internal'] as const;
export type Audience = (typeof audiences)[number];

/** Days of the week in the order of ISO 8601. */
export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

/** Ways to reach a unit, in the order in which every face shows them. */
export const channelKinds = ['phone', 'email', 'form', 'post', 'visit'] as const;
export type ChannelKind = (typeof channelKinds)[number];

/** A value written once for each language of the site. */
function translated<T extends z.ZodType>(languages: readonly Language[], value: T) {
  return z.strictObject(Object.fromEntries(languages.map(({ code }) => [code, value])) as Record<string, T>);
}

/** Time of day, 24 hours: `09:00`. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { abort: true });

/** A contact record, one file per unit. The file name is its id. */
export function contactSchema(languages: readonly Language[]) {
  const text = (minimum: number, maximum: number) => translated(languages, line(minimum, maximum));
  const words = translated(languages, z.array(line(2, 60)).min(1));
  return z.strictObject({
    /** What sort of unit it is; the directory is grouped by it. */
    kind: z.enum(contactKinds),
    /** Place within its kind. */
    order: z.int().min(1).max(999),
    /** Id of the unit that this one is a part of. A service set up *at* the Chancellery is not a part of it. */
    parent: z.string().optional(),
    /** Official name. */
    name: text(2, 80),
    /** Official abbreviation. */
    abbreviation: text(1, 12).optional(),
    /** Name in daily use beside the official one. */
    brand: text(2, 40).optional(),
    /** Language of the brand, when it is not the language of the page: `en`. */
    brandLanguage: z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional(),
    /** What people go there for, in one line. */
    purpose: text(20, 220),
    /** Key of the page about the unit. */
    page: z.string().optional(),
    /** The unit's own site. */
    website: translated(languages, httpsAddress).optional(),
    /** Whom the unit works for. */
    audience: z.array(z.enum(audiences)).min(1),
    /** Postal and visiting address: street and number without comma, one language per line (bpost). */
    address: z
      .strictObject({
        street: text(3, 60),
        /** Number of the letter box, without the word for it. */
        box: z
          .string()
          .regex(/^[A-Z0-9]{1,6}$/)
          .optional(),
        postcode: z.string().regex(/^[1-9]\d{3}$/),
        city: text(2, 40),
        country: text(2, 40),
      })
      .optional(),
    /** How to reach the unit. Whatever the order here, every face shows phone, e-mail, form, post, visit. */
    channels: z
      .strictObject({
        /** Telephone numbers, the main one first. */
        phone: z
          .array(
            z.strictObject({
              /** E.164: `+`, country code, number, no spaces. */
              number: z.string().refine(isE164, { params: { code: 'C051' } }),
              /** What this number is for; each needs one when there are several. */
              label: text(3, 60).optional(),
            }),
          )
          .min(1)
          .refine((phones) => phones.length === 1 || phones.every(({ label }) => label), {
            params: { code: 'C152' },
          })
          .optional(),
        /** Mailbox of the unit's role, written the same in all languages. */
        email: z.email().optional(),
        /** Web form. */
        form: translated(languages, httpsAddress).optional(),
        /** What to write on a letter. The address is the unit's own, or else the organisation's. */
        post: text(10, 160).optional(),
        /** What to know before coming to the reception. */
        visit: text(10, 160).optional(),
      })
      .optional(),
    /** What the channels are for, when that is less than the whole purpose. */
    contactFor: text(10, 160).optional(),
    /** When the unit can be reached. */
    availability: z
      .strictObject({
        /** In words, for what hours cannot say. */
        words: text(10, 220).optional(),
        /** Opening hours, Belgian time. */
        hours: z
          .array(
            z
              .strictObject({ days: z.array(z.enum(weekdays)).min(1), opens: time, closes: time })
              .refine(({ opens, closes }) => opens < closes, { path: ['closes'], params: { code: 'C150' } }),
          )
          .min(1)
          .refine(areApart, { params: { code: 'C150' } })
          .optional(),
        /** Days on which the hours do not hold: closed, unless other hours are given. */
        exceptions: z
          .array(
            z
              .strictObject({
                /** First day. */
                from: date,
                /** Last day. Default: the first. */
                until: date.optional(),
                opens: time.optional(),
                closes: time.optional(),
                /** Why, as visitors read it. */
                reason: text(3, 80),
              })
              .refine(({ from, until }) => until === undefined || from <= until, {
                path: ['until'],
                params: { code: 'C150' },
              })
              .refine(
                ({ opens, closes }) =>
                  (opens === undefined) === (closes === undefined) && !(opens && closes && opens >= closes),
                { path: ['closes'], params: { code: 'C150' } },
              ),
          )
          .min(1)
          .optional(),
      })
      .optional(),
    /** Person who answers, after the mailbox of the role. A name only with the person's consent. */
    person: line(3, 60).optional(),
    /** Languages in which the unit serves people, as ISO 639 codes: `[nl, fr]`. */
    languages: z.array(z.string().refine(isLanguage)).min(1).optional(),
    /** Day on which somebody last compared the record with its source. */
    verified: date,
    /** Entries of the index of tasks that lead to this unit. */
    tasks: translated(languages, z.array(line(3, 60)).min(1)).optional(),
    /** Other names by which people call the unit; found by search and filter, shown nowhere. */
    synonyms: words.optional(),
    /** Subjects that people look for here; found by search and filter, shown nowhere. */
    keywords: words.optional(),
  });
}
export type ContactRecord = z.infer<ReturnType<typeof contactSchema>>;
export type Address = NonNullable<ContactRecord['address']>;
export type Availability = NonNullable<ContactRecord['availability']>;

function isE164(text: string): boolean {
  const number = parsePhoneNumberFromString(text);
  return number?.isValid() === true && number.number === text;
}

/** Whether a code is one of ISO 639-1 that a reader can be told the name of. */
function isLanguage(code: string): boolean {
  return (
    /^[a-z]{2}$/.test(code) &&
    new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code) !== undefined
  );
}

/** Whether no two stretches of opening hours overlap on one day. */
function areApart(hours: readonly { days: readonly Weekday[]; opens: string; closes: string }[]): boolean {
  return weekdays.every((day) => {
    const stretches = hours
      .filter(({ days }) => days.includes(day))
      .sort((a, b) => (a.opens < b.opens ? -1 : 1));
    return stretches.every(
      (each, index) => index === 0 || (stretches[index - 1]?.closes ?? '') <= each.opens,
    );
  });
}
