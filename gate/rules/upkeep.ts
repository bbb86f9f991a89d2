import { dayAfter } from '../finding/days.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { WholeSite } from '../read/files.ts';

export const futureDay = rule({ code: 'C064', severity: 'error', guide: 'fields' });
export const staleRecord = rule({ code: 'C065', severity: 'warning', guide: 'contactFields' });

/** C064 and C065: the days of pages and contact records. Tomorrow is not yet in the future: clocks differ. */
export function checkDays({ contacts, pageFiles }: WholeSite, today: string): Finding[] {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const tomorrow = dayAfter(today, 1);
  return [
    ...pageFiles.flatMap(({ frontMatter: { value, place } }) =>
      value && value.updated > tomorrow
        ? [futureDay.at(place(['updated']), { field: 'updated', day: value.updated, today })]
        : [],
    ),
    ...contacts.flatMap(({ result: { value, place } }) => {
      if (!value) return [];
      const others = (value.otherSources ?? []).map(({ verified }, index) => ({
        verified,
        path: ['otherSources', index],
      }));
      return [{ verified: value.verified, path: [] }, ...others].flatMap(({ verified: day, path }) => {
        const at = place([...path, 'verified']);
        if (day > tomorrow) return [futureDay.at(at, { field: 'verified', day, today })];
        return day < yearAgo ? [staleRecord.at(at, { day, today })] : [];
      });
    }),
  ];
}
