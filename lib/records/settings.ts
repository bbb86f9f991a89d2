import { z } from 'zod';
import { isHttps } from '../recognise/addresses.ts';
import { date, email, httpsAddress, withFields } from './fields.ts';

const pageKeys = z.array(z.string()).min(1);

/** Where to report a vulnerability of the site, published as security.txt (RFC 9116). */
const securitySchema = z
  .strictObject({
    email: email.optional(),
    /** Second choice when there is an e-mail address too. */
    form: httpsAddress.optional(),
    /** Day from which these facts no longer hold. The gate refuses to build from 30 days before it (C160). */
    expires: date,
    /** Key of the page with the disclosure policy. */
    policy: z.string().optional(),
  })
  .refine(({ email, form }) => email !== undefined || form !== undefined, { path: ['email'], params: { code: 'C004' } })
  .meta({ anyOf: [withFields('email'), withFields('form')] });

/** `content/site.yaml`: settings of the whole site. `gate/messages` explains each field to editors, under `fields.site`. */
export const siteSchema = z.strictObject({
  /** Public address of the site: scheme and host, without a path or trailing slash. */
  origin: httpsAddress
    .refine((address) => !isHttps(address) || new URL(address).origin === address)
    .meta({ format: 'uri', pattern: '^https://[^/]+$' }),
  /** Other host names of the site, without `www.`, such as those of the former site. Content links to none of them. */
  hosts: z
    .array(z.string().regex(/^[a-z0-9.-]+$/))
    .min(1)
    .optional(),
  /** Contact id of the organisation itself. */
  organisation: z.string(),
  /** Mailbox for mistakes that visitors report. */
  feedback: email.optional(),
  /** Absent when no one reads such reports. */
  security: securitySchema.optional(),
  /** Page keys of the menus, in order. */
  navigation: z.strictObject({
    header: pageKeys,
    tasks: pageKeys,
    footer: pageKeys,
    legal: pageKeys,
    /** Links on the 404 page, besides the home page. */
    lost: pageKeys,
  }),
});
export type SiteSettings = z.infer<typeof siteSchema>;
