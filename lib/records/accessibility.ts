import { z } from 'zod';
import type { Language } from '../languages/languages.ts';
import { date, line, translated, when, withFields } from './fields.ts';
import { criterionNumbers } from './wcag.ts';

/*
 * The sources of the accessibility statement: how each criterion is met, the results of the last test run, and the limits that people
 * know of. Its status is computed from these. `gate/messages` explains each field to editors, under `fields.criteria` and so on.
 */

const criterionNumber = z.enum(criterionNumbers);

/** A sentence for visitors. */
const sentence = line(8, 240);

function reviewSchema(languages: readonly Language[]) {
  return z
    .strictObject({
      day: date,
      /** The reviewer: a person or an organisation. */
      by: line(2, 120),
      result: z.enum(['passed', 'failed']),
      /** Required when the criterion is not met: what does not work, and for whom. */
      note: translated(languages, sentence).optional(),
    })
    .refine(({ result, note }) => result === 'passed' || note !== undefined, {
      path: ['note'],
      params: { code: 'C004' },
    })
    .meta(
      when({ type: 'object', properties: { result: { const: 'failed' } }, required: ['result'] }, withFields('note')),
    );
}

function criterionSchema(languages: readonly Language[]) {
  return z.strictObject({
    /** The name in W3C's translations of the standard. */
    name: translated(languages, line(3, 120)),
    /** `false` when the site has nothing that the criterion applies to, such as video. Default: true. */
    applies: z.boolean().optional(),
    /** How the construction of the site meets it, in one sentence; null when construction alone does not. */
    construction: translated(languages, sentence).nullable(),
    /** Ids of checks that run on every page: `tests/a11y/checks/<id>.ts`. */
    automatic: z.array(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
    /** Titles of keyboard journeys: tests with real keys through the site. */
    journeys: z.array(line(5, 200)),
    review: reviewSchema(languages).nullable(),
  });
}

/** `content/accessibility/criteria.yaml`: every criterion by its number. */
export function criteriaSchema(languages: readonly Language[]) {
  return z.record(criterionNumber, criterionSchema(languages));
}
export type Criteria = z.infer<ReturnType<typeof criteriaSchema>>;

const results = ['passed', 'failed', 'untested'] as const;
export type Result = (typeof results)[number];

export const schemes = ['light', 'dark', 'forced-colors'] as const;

/** `content/accessibility/last-run.yaml`: written by `npm run a11y -- --record`. The dates of the statement come from it. */
export const lastRunSchema = z.strictObject({
  day: date,
  tools: z.array(z.strictObject({ name: line(2, 60), version: line(1, 40) })).min(1),
  /** The number of pages tested, in all languages. */
  pages: z.int().min(1),
  /** Widths of the window, in CSS pixels. */
  widths: z.array(z.int().min(200).max(4000)).min(1),
  schemes: z.array(z.enum(schemes)).min(1),
  results: z.record(criterionNumber, z.enum(results)),
});
export type LastRun = z.infer<typeof lastRunSchema>;

/** `content/accessibility/statement.yaml`: the known limits of the site. */
export function statementSchema(languages: readonly Language[]) {
  return z.strictObject({
    /** The day on which the statement was first drawn up. */
    prepared: date,
    limits: z.array(
      z
        .strictObject({
          criterion: criterionNumber.optional(),
          /** Whether the site fails that criterion because of this limit. */
          fails: z.literal(true).optional(),
          text: translated(languages, line(20, 320)),
        })
        .refine(({ criterion, fails }) => !fails || criterion !== undefined, {
          path: ['criterion'],
          params: { code: 'C004' },
        })
        .meta(when(withFields('fails'), withFields('criterion'))),
    ),
  });
}
export type Statement = z.infer<ReturnType<typeof statementSchema>>;
