import { z } from 'zod';
import { documentFolder } from '../documents/types.ts';
import { line, when, withFields } from './fields.ts';

const pagePrefix = 'page:';

/** The target of old paths in languages that the site does not have: the neutral choice of a language at `/`. */
export const choiceKey = 'choice';

/** `content/redirects.yaml`: old paths, each with the page that replaces it, or with the reason why it is gone. */
export const redirectsSchema = z.array(
  z
    .strictObject({
      /** The old path, with its language: `/nl/diensten/ict`; or that of a document. */
      from: z.string().regex(/^\/(?:documents\/[a-z0-9-]+\.[a-z]+|[a-z0-9/-]+[a-z0-9])$/),
      /** Target: `page:<key>` in the file, the bare page key once parsed; or `choice`. */
      to: z
        .string()
        .regex(new RegExp(`^(?:${pagePrefix}[a-z0-9/-]+|${choiceKey})$`))
        .transform((target) => (target === choiceKey ? target : target.slice(pagePrefix.length)))
        .optional(),
      /** Instead of `to`: nothing replaces the page, and hosts answer 410 (RFC 9110, 15.5.11). */
      gone: z.literal(true).optional(),
      /** Why the page is gone, for the next editor. */
      reason: line(10, 200).optional(),
    })
    .refine(({ to, gone }) => to !== undefined || gone, { path: ['to'], params: { code: 'C004' } })
    .refine(({ to, gone }) => to === undefined || !gone, { path: ['gone'] })
    .refine(({ gone, reason }) => !gone || reason !== undefined, { path: ['reason'], params: { code: 'C004' } })
    .meta(
      when(
        withFields('gone'),
        { ...withFields('reason'), properties: { reason: true, to: false } },
        {
          ...withFields('to'),
          // No page replaces a document.
          properties: { to: true, from: { type: 'string', pattern: `^(?!${documentFolder})` } },
        },
      ),
    ),
);
export type RedirectRecord = z.infer<typeof redirectsSchema>[number];
