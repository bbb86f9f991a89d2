import type { useTranslations } from 'next-intl';
import { formatDay, nameOfWeekday, weekdays } from '../languages/dates.ts';
import { inLanguage, type Language } from '../languages/languages.ts';
import type { Availability } from '../records/availability.ts';
import { type OpenDays, openDays, type Stretch } from './hours.ts';

/** The translator of the page's language. */
type Translator = ReturnType<typeof useTranslations<never>>;

/** Formats hours in a language, one line per entry. */
export function hoursInWords(language: Language, t: Translator) {
  const list = new Intl.ListFormat(language.tag);
  const days = (from: string, until: string) => (from === until ? from : t('hours.days', { from, until }));
  const weekdaysOf = ({ first, last }: OpenDays) => {
    const [from, until] = [nameOfWeekday(first, language), nameOfWeekday(last, language)];
    const areNeighbours = weekdays.indexOf(last) - weekdays.indexOf(first) === 1;
    return areNeighbours ? list.format([from, until]) : days(from, until);
  };
  const time = (text: string) => {
    const [hour = '', minute = ''] = text.split(':');
    return t('hours.time', { hour: Number(hour), minute });
  };
  const times = (stretches: readonly Stretch[]) =>
    list.format(stretches.map(({ opens, closes }) => t('hours.times', { from: time(opens), until: time(closes) })));
  return {
    /** Opening hours, with days of equal hours in one line. */
    hours: (hours: NonNullable<Availability['hours']>): string[] =>
      openDays(hours).map((row) => t('hours.line', { days: weekdaysOf(row), times: times(row.stretches) })),
    exceptions: (exceptions: NonNullable<Availability['exceptions']>): string[] =>
      exceptions.map(({ from, until = from, opens, closes, reason }) =>
        t('hours.exception', {
          days: days(formatDay(from, language), formatDay(until, language)),
          times: opens && closes ? times([{ opens, closes }]) : 'none',
          reason: inLanguage(reason, language.code),
        }),
      ),
  };
}
