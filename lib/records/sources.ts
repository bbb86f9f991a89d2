import { z } from 'zod';
import { channelNames } from './channels.ts';
import { date, matching, when, withFields } from './fields.ts';

/* Where the facts of a record come from, and how certain they are. */

/** Who vouches for a fact: the service itself, an official page, or the text that the client gave; the most certain first. */
export const confirmations = ['service', 'official-page', 'source-text'] as const;

/** The facts that may have a source of their own: channels, and fields of a record. */
export const factNames = [
  ...(['name', 'abbreviation', 'brand', 'purpose', 'parent', 'website', 'address'] as const),
  ...channelNames,
  ...(['contactFor', 'availability', 'person', 'languages', 'from', 'until', 'replacedBy', 'legalBasis'] as const),
] as const;

const sourcePattern = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/\S*)?$/;

const sourceShape = {
  confirmedBy: z
    .enum(confirmations)
    .describe('Who vouches for the facts: the service, an official page, or the source text.'),
  source: matching(sourcePattern, { params: { kindOf: () => 'source' } })
    .optional()
    .describe('The official page, as host and path without `https://`.'),
  verified: date.describe('Day on which the facts were last compared with their source.'),
};

const otherSource = withPage(
  z.strictObject({
    facts: z.array(z.enum(factNames)).min(1).describe('The facts, by field or channel.'),
    ...sourceShape,
  }),
);

export const sourceFields = {
  ...sourceShape,
  otherSources: z
    .array(otherSource)
    .min(1)
    .optional()
    .describe('The facts whose source or certainty differs from that of the record.'),
};

/** An object with a source, which names its page if an official page vouches for it. */
export function withPage<T extends z.ZodObject<typeof sourceShape>>(object: T): T {
  return object
    .refine(({ confirmedBy, source }) => confirmedBy !== 'official-page' || source !== undefined, {
      path: ['source'],
      params: { code: 'C004' },
    })
    .meta(when({ properties: { confirmedBy: { const: 'official-page' } } }, withFields('source')));
}

interface Sourced {
  readonly otherSources?: readonly { readonly facts: readonly (typeof factNames)[number][] }[] | undefined;
  readonly channels?: object | undefined;
}

/** Refuses a source of a fact that the record lacks, and a second source of one fact. */
export function checkFacts(record: Sourced, context: z.RefinementCtx): void {
  const known = new Set(Object.keys({ ...record, ...record.channels }));
  for (const [index, { facts }] of (record.otherSources ?? []).entries()) {
    for (const [place, fact] of facts.entries()) {
      // The first mention takes the fact away, so that a second one is refused.
      if (known.delete(fact)) continue;
      const path = ['otherSources', index, 'facts', place];
      context.addIssue({ code: 'custom', path, params: { kindOf: () => 'fact' } });
    }
  }
}
