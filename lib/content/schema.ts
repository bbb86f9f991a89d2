import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import type { Language } from '../i18n/languages.ts';

/*
 * What editors may write. Each comment is the documentation of its field.
 * Unknown fields are refused everywhere: a misspelt field would otherwise be dropped in silence.
 */

const line = (minimum: number, maximum: number) =>
  z
    .string()
    .trim()
    .min(minimum)
    .max(maximum)
    .refine((text) => !/[\r\n]/.test(text));

const slug = z
  .string()
  .max(120)
  .regex(/^$|^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/);

const date = z.string().refine(isCalendarDate, { params: { code: 'C009' } });

/** An address of another site; http: would be refused by browsers that upgrade, and leaks what is read. */
export const httpsAddress = z.string().refine(isHttps, { params: { code: 'C034' } });

/** Page templates: how the body of a page is laid out. */
export const templates = ['home', 'sections', 'text', 'service'] as const;

/** Kinds of contacts, in the order of the directory. */
export const contactKinds = [
  'support-service',
  'attached-service',
  'cultural-institution',
  'organisation',
] as const;
export type ContactKind = (typeof contactKinds)[number];

/** Front matter of a page. */
export const frontMatterSchema = z
  .strictObject({
    /** Heading of the page; on the home page the mission, as a sentence. */
    title: line(2, 120),
    /** Short name for menus and breadcrumb. Default: the title. */
    label: line(2, 30).optional(),
    /** What the page is for, in one sentence: under the heading, and for search engines. */
    summary: line(50, 180),
    /** Shorter line for lists of pages. Default: the summary. */
    teaser: line(10, 90).optional(),
    /** Path after `/<language>/`: lower case, digits, hyphens. Empty for the home page only. */
    slug,
    /** Layout of the body. */
    template: z.enum(templates),
    /** Place among the pages with the same parent. Default: after the others, by page key. */
    order: z.int().min(1).max(999).optional(),
    /** Contact shown beside the text. Service pages only. */
    contact: z.string().optional(),
    /** Day of the last change of meaning, as YYYY-MM-DD. */
    updated: date,
    /** Language that this twin was translated from, while a native reader has not yet reviewed it. */
    translatedFrom: z.string().optional(),
    /** A draft shows in the preview and is never published. */
    draft: z.boolean().optional(),
  })
  .refine((page) => (page.template === 'service') === (page.contact !== undefined), {
    path: ['contact'],
    params: { code: 'C007' },
  });
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Front matter fields that say something about the page, not about one language: equal in all twins. */
export const sharedFields = ['template', 'order', 'contact', 'draft'] as const;

/** A value written once for each language of the site. */
function translated<T extends z.ZodType>(languages: readonly Language[], value: T) {
  return z.strictObject(Object.fromEntries(languages.map(({ code }) => [code, value])) as Record<string, T>);
}

/** A contact record, one file per unit. The file name is its id. */
export function contactSchema(languages: readonly Language[]) {
  const text = (minimum: number, maximum: number) => translated(languages, line(minimum, maximum));
  return z.strictObject({
    /** What sort of unit it is; the directory is grouped by it. */
    kind: z.enum(contactKinds),
    /** Place within its kind. */
    order: z.int().min(1).max(999),
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
    audience: z.array(z.enum(['public', 'federal', 'internal'])).min(1),
    /** Person who answers. A name only with the person's consent. */
    person: line(3, 60).optional(),
    /** Telephone number as E.164: `+`, country code, number, no spaces. */
    phone: z
      .string()
      .refine(isE164, { params: { code: 'C051' } })
      .optional(),
    /** E-mail address, written the same in all languages. */
    email: z.email().optional(),
    /** What the phone and e-mail are for, when that is less than the whole purpose. */
    contactFor: text(10, 160).optional(),
    /** When the unit can be reached, in words. */
    availability: text(10, 220).optional(),
    /** Postal and visiting address: street and number without comma, one language per line (bpost). */
    address: z
      .strictObject({
        street: text(3, 60),
        postcode: z.string().regex(/^[1-9]\d{3}$/),
        city: text(2, 40),
        country: text(2, 40),
      })
      .optional(),
    /** Entries of the index of tasks that lead to this unit. */
    tasks: translated(languages, z.array(line(3, 60)).min(1)).optional(),
  });
}
export type ContactRecord = z.infer<ReturnType<typeof contactSchema>>;

const pageKeys = z.array(z.string()).min(1);

/** `content/site.yaml`: what holds for the whole site. */
export const siteSchema = z.strictObject({
  /** Public address of the site, without a slash at the end. */
  origin: httpsAddress.refine((address) => !address.endsWith('/')),
  /** Contact record of the organisation itself. */
  organisation: z.string(),
  /** Page keys of the menus, in order. */
  navigation: z.strictObject({
    header: pageKeys,
    tasks: pageKeys,
    footer: pageKeys,
    legal: pageKeys,
    /** Where the 404 page leads, besides the home page. */
    lost: pageKeys,
  }),
});
export type SiteSettings = z.infer<typeof siteSchema>;

/** `content/redirects.yaml`: old paths that still answer. */
export const redirectsSchema = z.array(
  z.strictObject({
    /** Path that once existed, with its language. */
    from: z.string().regex(/^\/[a-z0-9/-]+[a-z0-9]$/),
    /** Page it leads to now, as `page:<key>`. */
    to: z.string().regex(/^page:[a-z0-9/-]+$/),
  }),
);

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

export function isHttps(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}

function isE164(text: string): boolean {
  const number = parsePhoneNumberFromString(text);
  return number?.isValid() === true && number.number === text;
}
