import { useTranslations } from 'next-intl';
import { type OpenDays, openDays, type Stretch } from '#lib/contacts/hours.ts';
import { type Availability as Hours, weekdays } from '#lib/content/contact-schema.ts';
import { formatDay, nameOfWeekday } from '#lib/dates.ts';
import { inLanguage, type Language } from '#lib/i18n/languages.ts';

/** When a unit can be reached: in words, its opening hours as a short list, and the days on which they do not hold. */
export function Availability({
  availability: { words, hours, exceptions },
  language,
}: {
  availability: Hours;
  language: Language;
}) {
  const t = useTranslations();
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
    list.format(
      stretches.map(({ opens, closes }) => t('hours.times', { from: time(opens), until: time(closes) })),
    );
  return (
    <>
      {words && <p>{inLanguage(words, language.code)}</p>}
      {hours && (
        <ul className="hours">
          {openDays(hours).map((row) => (
            <li key={row.first}>
              {t('hours.line', {
                days: weekdaysOf(row),
                times: times(row.stretches),
              })}
            </li>
          ))}
        </ul>
      )}
      {exceptions && (
        <ul className="hours">
          {exceptions.map(({ from, until = from, opens, closes, reason }) => (
            <li key={from}>
              {t('hours.exception', {
                days: days(formatDay(from, language), formatDay(until, language)),
                times: opens && closes ? times([{ opens, closes }]) : 'none',
                reason: inLanguage(reason, language.code),
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
