import { type Weekday, weekdays } from '../languages/dates.ts';
import type { Availability } from '../records/availability.ts';

/** A stretch of time on one day: `09:00` to `17:00`. */
export interface Stretch {
  readonly opens: string;
  readonly closes: string;
}

/** Consecutive days with the same hours. */
export interface OpenDays {
  readonly first: Weekday;
  readonly last: Weekday;
  readonly stretches: readonly Stretch[];
}

/** Groups opening hours by consecutive days with the same hours, from Monday. A day without hours is left out. */
export function openDays(hours: NonNullable<Availability['hours']>): OpenDays[] {
  const rows: OpenDays[] = [];
  for (const [index, day] of weekdays.entries()) {
    const stretches = hours
      .filter(({ days }) => days.includes(day))
      .map(({ opens, closes }) => ({ opens, closes }))
      .sort((a, b) => (a.opens < b.opens ? -1 : 1));
    const previous = rows.at(-1);
    if (stretches.length === 0) continue;
    if (previous && previous.last === weekdays[index - 1] && sameHours(previous.stretches, stretches)) {
      rows[rows.length - 1] = { ...previous, last: day };
    } else {
      rows.push({ first: day, last: day, stretches });
    }
  }
  return rows;
}

function sameHours(a: readonly Stretch[], b: readonly Stretch[]): boolean {
  const text = (stretches: readonly Stretch[]) => stretches.map(({ opens, closes }) => `${opens}-${closes}`).join();
  return text(a) === text(b);
}
