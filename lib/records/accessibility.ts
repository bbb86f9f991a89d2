import { z } from 'zod';
import type { Language } from '../languages/languages.ts';
import { date, line, translated, when, withFields } from './fields.ts';
import { criterionNumbers } from './wcag.ts';

/*
 * What is known of the accessibility of the site: how each criterion is met, what the last run of the tests found, and what people
 * know besides. The accessibility statement is made of these three; nobody types a status.
 */

const criterionNumber = z.enum(criterionNumbers);

/** A sentence for visitors. */
const sentence = line(8, 240);

/** What people found who judged a criterion. */
function reviewSchema(languages: readonly Language[]) {
  return z
    .strictObject({
      /** Day of the review, as YYYY-MM-DD. */
      day: date,
      /** Who reviewed: a person or an organisation. */
      by: line(2, 120),
      result: z.enum(['passed', 'failed']),
      /** What stands out. When the criterion is not met: what does not work, and for whom. */
      note: translated(languages, sentence).optional(),
    })
    .refine(({ result, note }) => result === 'passed' || note !== undefined, {
      path: ['note'],
      params: { code: 'C004' },
    })
    .meta(
      when(
        { type: 'object', properties: { result: { const: 'failed' } }, required: ['result'] },
        withFields('note'),
      ),
    );
}

/** How one criterion is met. */
function criterionSchema(languages: readonly Language[]) {
  return z.strictObject({
    /** The name that W3C's translations of the standard give it. */
    name: translated(languages, line(3, 120)),
    /** `false` when nothing on the site is of the kind that the criterion is about, such as video. Default: true. */
    applies: z.boolean().optional(),
    /** How the way the site is built meets it, in one sentence; null when that alone does not. */
    construction: translated(languages, sentence).nullable(),
    /** Checks that look at every page: `tests/a11y/checks/<id>.ts`. */
    automatic: z.array(z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)),
    /** Journeys with real keys through the site: titles of tests. */
    journeys: z.array(line(5, 200)),
    /** What people found who judged it; null as long as nobody has. */
    review: reviewSchema(languages).nullable(),
  });
}

/** `content/accessibility/criteria.yaml`: all criteria by their number, none missing. */
export function criteriaSchema(languages: readonly Language[]) {
  return z.record(criterionNumber, criterionSchema(languages));
}
export type Criteria = z.infer<ReturnType<typeof criteriaSchema>>;

/** What the tests said of a criterion: nothing wrong, something wrong, or they did not look. */
const results = ['passed', 'failed', 'untested'] as const;
export type Result = (typeof results)[number];

/** Ways in which a page was shown to the tests. */
export const schemes = ['light', 'dark', 'forced-colors'] as const;

/** `content/accessibility/last-run.yaml`: what `npm run a11y -- --record` wrote. The dates of the statement come from here. */
export const lastRunSchema = z.strictObject({
  /** Day of the run, as YYYY-MM-DD. */
  day: date,
  /** The test programs and their versions. */
  tools: z.array(z.strictObject({ name: line(2, 60), version: line(1, 40) })).min(1),
  /** How many pages they looked at, all languages together. */
  pages: z.int().min(1),
  /** Widths of the window, in CSS pixels. */
  widths: z.array(z.int().min(200).max(4000)).min(1),
  schemes: z.array(z.enum(schemes)).min(1),
  /** What was found, for every criterion. */
  results: z.record(criterionNumber, z.enum(results)),
});
export type LastRun = z.infer<typeof lastRunSchema>;

/** `content/accessibility/statement.yaml`: what people say of it. */
export function statementSchema(languages: readonly Language[]) {
  return z.strictObject({
    /** Day on which the statement was first drawn up, as YYYY-MM-DD. */
    prepared: date,
    /** What may be in the way of visitors, as far as it is known. */
    limits: z.array(
      z
        .strictObject({
          /** The criterion that it is about. */
          criterion: criterionNumber.optional(),
          /** `true` when the site does not meet that criterion because of it. */
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
