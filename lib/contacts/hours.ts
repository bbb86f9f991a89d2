import type { useTranslations } from 'next-intl';
import { formatDay, nameOfWeekday, type Weekday, weekdays } from '../languages/dates.ts';
import { inLanguage, type Language, type Translated } from '../languages/languages.ts';
import type { Availability } from '../records/availability.ts';
import { endingOf, stateOn } from '../site/life.ts';
import { type Contact, contactOf, type Site } from '../site/site.ts';

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
    if (
      previous &&
      previous.last === weekdays[index - 1] &&
      JSON.stringify(previous.stretches) === JSON.stringify(stretches)
    ) {
      rows[rows.length - 1] = { ...previous, last: day };
    } else {
      rows.push({ first: day, last: day, stretches });
    }
  }
  return rows;
}

export type Translator = ReturnType<typeof useTranslations<never>>;

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

/** An event in the life of a unit, in a sentence. */
export interface UnitEvent {
  readonly id: string;
  readonly day: string;
  readonly title: string;
  readonly text: string;
}

/** What happened to a unit until the day of the site, for the feed of changes. */
export function unitEvents(site: Site, contact: Contact, language: Language, t: Translator): UnitEvent[] {
  const { id, from, until, partOf = [], formerNames = [] } = contact;
  const on = (day: string) => ({ day: formatDay(day, language) });
  const named = (name: Translated) => inLanguage(name, language.code);
  const hasEnded = endingOf(site, contact) !== null;
  const events: (readonly [day: string | undefined, text: (day: string) => string])[] = [
    [from, (day) => t(until !== undefined && day > until ? 'life.reopened' : 'life.begun', on(day))],
    [until, (day) => (hasEnded ? lifeWithSuccessors(site, contact, language, t).join(' ') : t('life.ended', on(day)))],
    ...partOf.map(
      (each) =>
        [
          each.from,
          (day: string) => t('life.moved', { ...on(day), unit: named(contactOf(site, each.unit).name) }),
        ] as const,
    ),
    ...formerNames.map(
      (each) => [each.until, (day: string) => t('life.formerly', { ...on(day), name: named(each.name) })] as const,
    ),
  ];
  return events.flatMap(([day, text]) =>
    day === undefined || site.day === null || day > site.day
      ? []
      : [{ id, day, title: named(contact.name), text: text(day) }],
  );
}

/** What became of a unit that has ended, with the names of the units that took its place; of any other unit its life. */
export function lifeWithSuccessors(site: Site, contact: Contact, language: Language, t: Translator): string[] {
  const names = (endingOf(site, contact)?.successors ?? []).map(({ name }) => inLanguage(name, language.code));
  const next = names.length > 0 ? [`${t('life.next')} ${new Intl.ListFormat(language.tag).format(names)}`] : [];
  return [...lifeInWords(site, contact, language, t), ...next];
}

/** The life of a unit in sentences: its end, without the names of its successors; else what will end, reopened, moved or was renamed. */
export function lifeInWords(site: Site, contact: Contact, language: Language, t: Translator): string[] {
  const { from, until, partOf = [], formerNames = [] } = contact;
  const ending = endingOf(site, contact);
  const on = (day: string) => ({ day: formatDay(day, language) });
  if (ending) return [t('life.ended', on(ending.until))];
  const move = partOf.find((each) => each.from !== undefined && stateOn(each, site.day) === 'present');
  return [
    ...(until !== undefined && (from === undefined || from <= until) ? [t('life.ends', on(until))] : []),
    ...(until !== undefined && from !== undefined && from > until ? [t('life.reopened', on(from))] : []),
    ...(move?.from === undefined
      ? []
      : [t('life.moved', { ...on(move.from), unit: inLanguage(contactOf(site, move.unit).name, language.code) })]),
    ...formerNames.map(({ name, until: last }) =>
      t('life.formerly', { ...on(last), name: inLanguage(name, language.code) }),
    ),
  ];
}
