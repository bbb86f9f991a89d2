import { z } from 'zod';
import { type Form, suggestDate, suggestEmail, suggestSlug } from './suggest.ts';

/*
 * What editors may write. Each comment is the documentation of its field.
 * Unknown fields are refused everywhere: a misspelt field would otherwise be dropped in silence.
 */

/*
 * What a refinement asks for stands in its `meta` too, as far as JSON Schema can say it: so editors' tools know it as well.
 */

/** A condition in JSON Schema: values that match `condition` must match `result`, all others `otherwise`. */
export function when(condition: object, result: object, otherwise: object = {}): Record<string, unknown> {
  // biome-ignore lint/suspicious/noThenProperty: it is the keyword.
  return { if: condition, then: result, else: otherwise };
}

/** In JSON Schema: an object that has these fields. */
export function withFields(...fields: readonly string[]): Record<string, unknown> {
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field, true])),
    required: fields,
  };
}

/** A line of text with a length between two limits, in characters. */
export const line = (minimum: number, maximum: number) =>
  z
    .string()
    .trim()
    .min(minimum)
    .max(maximum)
    .refine((text) => !/[\r\n]/.test(text))
    .meta({ pattern: '^[^\\r\\n]*\\S[^\\r\\n]*$' });

const slugPattern = /^$|^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)*$/;
const slugForm: Form = { code: 'C074', suggest: suggestSlug };
const slug = z
  .string()
  .max(120)
  .refine((text) => slugPattern.test(text), { params: slugForm })
  .meta({ pattern: slugPattern.source });

/** A calendar day as YYYY-MM-DD. */
const dateForm: Form = { code: 'C009', suggest: suggestDate, isSafe: true };
export const date = z.string().refine(isCalendarDate, { params: dateForm }).meta({ format: 'date' });

/** An address of another site; http: would be refused by browsers that upgrade, and leaks what is read. */
export const httpsAddress = z
  .string()
  .refine(isHttps, { params: { code: 'C034' } })
  .meta({ format: 'uri', pattern: '^https:' });

/** A mailbox. */
const emailForm: Form = { code: 'C072', suggest: suggestEmail, isSafe: true };
export const email = z
  .string()
  .refine((text) => z.email().safeParse(text).success, { params: emailForm })
  .meta({ format: 'email' });

/** Page templates: how the body of a page is laid out. */
export const templates = ['home', 'sections', 'text', 'service'] as const;

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
    params: { code: 'C078' },
  })
  .meta(
    when(
      { type: 'object', properties: { template: { const: 'service' } }, required: ['template'] },
      withFields('contact'),
      { properties: { contact: false } },
    ),
  );
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** Front matter fields that say something about the page, not about one language: equal in all twins. */
export const sharedFields = ['template', 'order', 'contact', 'draft'] as const;

const pageKeys = z.array(z.string()).min(1);

/** `content/site.yaml`: what holds for the whole site. */
export const siteSchema = z.strictObject({
  /** Public address of the site, without a path: no slash at the end. */
  origin: httpsAddress
    .refine((address) => !isHttps(address) || new URL(address).origin === address)
    .meta({ format: 'uri', pattern: '^https://[^/]+$' }),
  /** Contact record of the organisation itself. */
  organisation: z.string(),
  /** Mailbox for mistakes that visitors find, for units without a mailbox of their own. */
  feedback: email.optional(),
  /** Where to report a weakness of the site: published as security.txt (RFC 9116). Absent while nobody reads such reports. */
  security: z
    .strictObject({
      /** Mailbox for reports. */
      email: email.optional(),
      /** Web form for reports; with a mailbox, the second choice. */
      form: httpsAddress.optional(),
      /** Day from which these facts no longer hold. From 30 days before, the site is not built (C160). */
      expires: date,
      /** Key of the page that says how the organisation deals with reports. */
      policy: z.string().optional(),
    })
    .refine(({ email, form }) => email !== undefined || form !== undefined, {
      path: ['email'],
      params: { code: 'C004' },
    })
    .meta({ anyOf: [withFields('email'), withFields('form')] })
    .optional(),
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

/** `content/redirects.yaml`: old paths, each with the page it leads to, or with why it leads nowhere. */
export const redirectsSchema = z.array(
  z
    .strictObject({
      /** Path that once existed, with its language. */
      from: z.string().regex(/^\/[a-z0-9/-]+[a-z0-9]$/),
      /** Page it leads to now, as `page:<key>`. */
      to: z
        .string()
        .regex(/^page:[a-z0-9/-]+$/)
        .optional(),
      /** Instead of `to`: what stood here is gone, and visitors are told so (410, RFC 9110, 15.5.11). */
      gone: z.literal(true).optional(),
      /** Why it is gone, for the next editor. */
      reason: line(10, 200).optional(),
    })
    .refine(({ to, gone }) => to !== undefined || gone, { path: ['to'], params: { code: 'C004' } })
    .refine(({ to, gone }) => to === undefined || !gone, { path: ['gone'] })
    .refine(({ gone, reason }) => !gone || reason !== undefined, {
      path: ['reason'],
      params: { code: 'C004' },
    })
    .meta(
      when(
        withFields('gone'),
        { ...withFields('reason'), properties: { reason: true, to: false } },
        withFields('to'),
      ),
    ),
);
export type RedirectRecord = z.infer<typeof redirectsSchema>[number];

export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * An https address as RFC 3986 writes one. Without a name or a password before an @: what stands there looks like the address of a
 * site, and is not.
 */
export function isHttps(text: string): boolean {
  return /^https:\/\/[^\s"<>\\^`{|}]+$/.test(text) && URL.canParse(text) && new URL(text).username === '';
}
