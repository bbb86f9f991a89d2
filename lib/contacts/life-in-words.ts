import type { useTranslations } from 'next-intl';
import { formatDay } from '../languages/dates.ts';
import { inLanguage, type Language } from '../languages/languages.ts';
import { endingOf, stateOn } from '../site/life.ts';
import { type Contact, contactOf, type Site } from '../site/site.ts';

/** The translator of the page's language. */
type Translator = ReturnType<typeof useTranslations<never>>;

/** What became of a unit that has ended, with the names of the units that took its place; of any other unit its life. */
export function lifeWithSuccessors(site: Site, contact: Contact, language: Language, t: Translator): string[] {
  const names = (endingOf(site, contact)?.successors ?? []).map(({ name }) => inLanguage(name, language.code));
  const next = names.length > 0 ? [`${t('life.next')} ${new Intl.ListFormat(language.tag).format(names)}`] : [];
  return [...lifeInWords(site, contact, language, t), ...next];
}

/**
 * The life of a unit in sentences: what became of it when it has ended, without the names of its successors; else its last day, when it
 * opened again, what it became part of and what it was called before.
 */
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
