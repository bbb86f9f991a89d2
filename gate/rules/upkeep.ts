import type { Finding } from '../finding/finding.ts';
import { rule } from '../finding/rule.ts';
import type { WholeSite } from './whole-site.ts';

export const futureDay = rule({ code: 'C064', severity: 'warning', guide: 'fields' });
/** A closure that is over, which the site no longer shows. */
export const pastException = rule({ code: 'C157', severity: 'warning', guide: 'contactFields' });
export const staleRecord = rule({ code: 'C065', severity: 'warning', guide: 'contactFields' });

/** C064 and C065: the days of pages and contact records. */
export function checkDays({ contacts, pageFiles }: WholeSite, today: string): Finding[] {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return [
    ...pageFiles.flatMap(({ frontMatter: { value, place } }) =>
      value && value.updated > today
        ? [futureDay.at(place(['updated']), { field: 'updated', day: value.updated, today })]
        : [],
    ),
    ...contacts.flatMap(({ result: { value, place } }) => {
      if (!value) return [];
      const [field, day] = ['verified', value.verified];
      if (day > today) return [futureDay.at(place([field]), { field, day, today })];
      return day < yearAgo ? [staleRecord.at(place([field]), { day, today })] : [];
    }),
  ];
}
