import { z } from 'zod';
import { type Weekday, weekdays } from '../languages/dates.ts';
import { date, type Form, matching, suggestTime, type translated, when, withFields } from './fields.ts';

/* When a unit can be reached. */

/** Makes a field with one text per language, each with a length between two limits. */
export type TextField = (minimum: number, maximum: number) => ReturnType<typeof translated<z.ZodString>>;

const timeForm: Form = { code: 'C075', suggest: suggestTime, isSafe: true };
/** Time of day, 24 hours: `09:00`. */
const time = matching(/^([01]\d|2[0-3]):[0-5]\d$/, { abort: true, params: timeForm });
/** A time at which something closes: also midnight at the end of a day, `24:00`. */
const closingTime = matching(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { abort: true, params: timeForm });

/** The hours of a unit, the days on which they do not hold, and what hours cannot say. */
export function availabilitySchema(text: TextField) {
  const openingHours = z
    .strictObject({
      days: z.array(z.enum(weekdays)).min(1).describe('Days of the week.'),
      opens: time.describe('From this time on.'),
      closes: closingTime.describe('Until this time; until six in the morning, it is on the next day.'),
    })
    .refine(({ opens, closes }) => isStretch(opens, closes), { path: ['closes'], params: { code: 'C150' } });
  const exception = z
    .strictObject({
      from: date.describe('First day.'),
      until: date.optional().describe('Last day. Default: the first.'),
      opens: time.optional().describe('From this time on; absent means closed.'),
      closes: closingTime.optional().describe('Until this time; absent means closed.'),
      reason: text(3, 80).describe('Why, as visitors read it.'),
    })
    .refine(({ from, until }) => until === undefined || from <= until, { path: ['until'], params: { code: 'C150' } })
    .refine(
      ({ opens, closes }) =>
        (opens === undefined) === (closes === undefined) && !(opens && closes && !isStretch(opens, closes)),
      { path: ['closes'], params: { code: 'C150' } },
    )
    .meta(when({ anyOf: [withFields('opens'), withFields('closes')] }, withFields('opens', 'closes')));
  return z.strictObject({
    words: text(10, 220).optional().describe('In words, for what hours cannot say.'),
    hours: z
      .array(openingHours)
      .min(1)
      .refine(areApart, { params: { code: 'C150' } })
      .optional()
      .describe('Opening hours, Belgian time.'),
    exceptions: z
      .array(exception)
      .min(1)
      .superRefine((all, context) => {
        const index = all.findIndex((each, at) => all.slice(0, at).some((other) => contradicts(each, other)));
        if (index >= 0) context.addIssue({ code: 'custom', path: [index, 'from'], params: { code: 'C150' } });
      })
      .optional()
      .describe('Days on which the hours do not hold: closed, unless other hours are given.'),
  });
}

export type Availability = z.infer<ReturnType<typeof availabilitySchema>>;

/** Whether something is open from one time to another: on one day, or from an afternoon until six in the morning at the latest. */
function isStretch(opens: string, closes: string): boolean {
  return opens < closes || (closes <= '06:00' && opens >= '12:00');
}

/** Minutes since the start of a day. Hours past midnight end on the next day. */
function stretchOf({ opens, closes }: { readonly opens: string; readonly closes: string }): [number, number] {
  const [start, end] = [opens, closes].map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) as [
    number,
    number,
  ];
  return [start, end > start ? end : end + day];
}
const day = 24 * 60;

/** Whether no two opening hours overlap, on one day or after midnight. */
function areApart(hours: readonly { days: readonly Weekday[]; opens: string; closes: string }[]): boolean {
  const week = hours
    .flatMap(({ days, ...times }) =>
      days.map((each) => stretchOf(times).map((time) => time + weekdays.indexOf(each) * day)),
    )
    .sort(([a = 0], [b = 0]) => a - b);
  const [first] = week;
  return week.every(([, end = 0], index) => end <= (week[index + 1]?.[0] ?? (first?.[0] ?? 0) + 7 * day));
}

interface Exception {
  readonly from: string;
  readonly until?: string | undefined;
  readonly opens?: string | undefined;
  readonly closes?: string | undefined;
}

/** Whether two exceptions are about the same day, and not about two parts of it. */
function contradicts(one: Exception, other: Exception): boolean {
  const [last, otherLast] = [one.until ?? one.from, other.until ?? other.from];
  if (one.from > otherLast || other.from > last) return false;
  if (one.from !== other.from || last !== otherLast) return true;
  const { opens, closes } = one;
  const apart = opens && closes && other.opens && other.closes;
  return !apart || !(closes <= other.opens || other.closes <= opens);
}
