import { formatDay } from '../languages/dates.ts';
import { inLanguage, type Language } from '../languages/languages.ts';
import { endingOf, stateOn } from '../site/life.ts';
import { type Contact, contactOf, type Site } from '../site/site.ts';
import type { Translator } from './hours.ts';

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
  const nameOf = (unit: string) => inLanguage(contactOf(site, unit).name, language.code);
  const events: (readonly [day: string | undefined, text: (day: string) => string])[] = [
    [from, (day) => t(until !== undefined && day > until ? 'life.reopened' : 'life.begun', on(day))],
    [
      until,
      (day) =>
        endingOf(site, contact) === null
          ? t('life.ended', on(day))
          : lifeWithSuccessors(site, contact, language, t).join(' '),
    ],
    ...partOf.map(
      ({ unit, from: first }) => [first, (day: string) => t('life.moved', { ...on(day), unit: nameOf(unit) })] as const,
    ),
    ...formerNames.map(
      ({ name, until: last }) =>
        [last, (day: string) => t('life.formerly', { ...on(day), name: inLanguage(name, language.code) })] as const,
    ),
  ];
  return events.flatMap(([day, text]) =>
    day === undefined || site.day === null || day > site.day
      ? []
      : [{ id, day, title: inLanguage(contact.name, language.code), text: text(day) }],
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
