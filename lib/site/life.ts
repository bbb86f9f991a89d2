import { phoneNumbersOf } from '../contacts/channels.ts';
import type { Translated } from '../languages/languages.ts';
import type { ContactRecord } from '../records/contact.ts';
import { type Contact, contactOf, type Site } from './site.ts';

/* What the life of a unit means on a day. Days are YYYY-MM-DD; both ends of a period belong to it. */

type Period = Pick<ContactRecord, 'from' | 'until'>;

/** Whether a unit exists on a day, has ended before it, or begins after it. Without a day, every unit exists. */
export type LifeState = 'present' | 'ended' | 'planned';

/** The state of a unit on a day. One that opened again (`from` after `until`) has ended between its two days. */
export function stateOn({ from, until }: Period, day: string | null): LifeState {
  if (day === null) return 'present';
  if (from !== undefined && until !== undefined && from > until) {
    return until < day && day < from ? 'ended' : 'present';
  }
  if (until !== undefined && until < day) return 'ended';
  return from !== undefined && day < from ? 'planned' : 'present';
}

/** The id of the unit that a unit is part of on a day: on its last one for a unit that has ended. Undefined without one. */
export function parentOn({ parent, partOf, ...period }: ContactRecord, day: string | null): string | undefined {
  if (!partOf) return parent;
  const last = stateOn(period, day) === 'ended' ? (period.until ?? null) : day;
  const current = last === null ? partOf.at(-1) : partOf.find((each) => stateOn(each, last) === 'present');
  return current?.unit;
}

/** A unit that has ended on the day of the site, and what took its place. */
export interface Ending {
  readonly until: string;
  /** The units that took its place and exist, through units that have ended since; none when it was closed. */
  readonly successors: readonly Contact[];
}

/** How a unit ended; null for a unit that exists on the day of the site or begins later. */
export function endingOf(site: Site, contact: Contact): Ending | null {
  const { until } = contact;
  if (until === undefined || stateOn(contact, site.day) !== 'ended') return null;
  return { until, successors: [...new Set(successorsOf(site, contact, [contact.id]))] };
}

function successorsOf(site: Site, { replacedBy = [] }: Contact, seen: readonly string[]): Contact[] {
  return replacedBy
    .filter((id) => !seen.includes(id))
    .map((id) => contactOf(site, id))
    .flatMap((unit) => (stateOn(unit, site.day) === 'ended' ? successorsOf(site, unit, [...seen, unit.id]) : [unit]));
}

/** The units that have ended, in the order of the directory, authorities excepted. */
export function formerUnits(site: Site): Contact[] {
  return site.absent.filter((contact) => contact.kind !== 'authority' && stateOn(contact, site.day) === 'ended');
}

/** The unit to call instead of a unit: for one that has ended, a successor or the organisation, whichever has a number. */
export function calledInstead(site: Site, contact: Contact): Contact {
  const ending = endingOf(site, contact);
  if (!ending) return contact;
  return [...ending.successors, site.organisation].find((each) => phoneNumbersOf(each).length > 0) ?? contact;
}

/** Names under which people still look for a unit: its former names, and the names of the units whose place it took. */
export function inheritedNames(unit: Contact, all: readonly Contact[], day: string | null): Translated[] {
  const former = (unit.formerNames ?? []).filter(({ until }) => day === null || until < day).map(({ name }) => name);
  const replaced = all.filter(
    (each) => each.id !== unit.id && each.replacedBy?.includes(unit.id) && stateOn(each, day) === 'ended',
  );
  const ofReplaced = replaced.flatMap((each) => [
    each.name,
    ...(each.abbreviation ? [each.abbreviation] : []),
    ...inheritedNames(each, all, day),
  ]);
  return [...former, ...ofReplaced];
}
