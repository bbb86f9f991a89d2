import { parentOn, stateOn } from '#lib/site/life.ts';
import type { Contact } from '#lib/site/site.ts';
import { dayAfter } from '../finding/days.ts';
import { type Finding, type Place, rule } from '../finding/finding.ts';
import type { ContactFile, WholeSite } from '../read/files.ts';
import { checkContactId } from './contacts.ts';

/* The life of units: what their records say of days, and what else an end or a move needs. */

/** A replacement without an end, an end of the organisation itself, a former id of another unit, or days in an impossible order. */
export const impossibleLife = rule({ code: 'C280', severity: 'error', guide: 'contactFields' });
export const circularReplacement = rule({ code: 'C281', severity: 'error', guide: 'contactFields' });
export const conflictingParents = rule({ code: 'C282', severity: 'error', guide: 'contactFields' });
export const missingSuccessor = rule({ code: 'C283', severity: 'warning', guide: 'contactFields' });
export const endedUnitInUse = rule({ code: 'C284', severity: 'warning', guide: 'contactFields' });
export const waitingPage = rule({ code: 'C285', severity: 'warning', guide: 'contactFields' });

type ReadContact = ContactFile & { readonly contact: Contact };

/** C052 and C280 to C283: the fields of each record agree with each other and with the other records. */
export function checkLife(site: WholeSite): Finding[] {
  const read = site.contacts.filter((each): each is ReadContact => each.contact !== null);
  const byId = new Map(read.map(({ id, contact }) => [id, contact]));
  return read.flatMap((each) => [
    ...checkIds(each, site),
    ...checkEnd(each, site),
    ...checkFormerIds(each, site),
    ...checkParents(each),
    ...checkSuccessors(each, byId),
  ]);
}

function checkIds({ contact, result: { place } }: ReadContact, site: WholeSite): Finding[] {
  const { replacedBy = [], partOf = [] } = contact;
  return [
    ...replacedBy.flatMap((id, index) => checkContactId(id, place(['replacedBy', index]), site)),
    ...partOf.flatMap(({ unit }, index) => checkContactId(unit, place(['partOf', index, 'unit']), site)),
  ];
}

function checkEnd({ id, contact, result: { place } }: ReadContact, { settings }: WholeSite): Finding[] {
  const { from, until, replacedBy, formerNames = [] } = contact;
  const impossible = (field: string, kind: string) => impossibleLife.at(place([field]), { field, kind });
  return [
    ...(replacedBy && until === undefined ? [impossible('replacedBy', 'endless')] : []),
    ...(until !== undefined && id === settings.value?.organisation ? [impossible('until', 'organisation')] : []),
    // It opens again the day after it closed: no day is between them.
    ...(from !== undefined && until !== undefined && from === dayAfter(until, 1)
      ? [impossible('from', 'uninterrupted')]
      : []),
    ...formerNames.flatMap((former, index) =>
      from !== undefined && (until === undefined || from <= until) && former.until < from
        ? [impossibleLife.at(place(['formerNames', index, 'until']), { field: 'formerNames', kind: 'early' })]
        : [],
    ),
  ];
}

/** C280: a former id is the id of no other record, present or former, and not that of the record itself. */
function checkFormerIds(
  { id, contact: { formerIds = [] }, result: { place } }: ReadContact,
  { contacts, contactIds }: WholeSite,
): Finding[] {
  const others = contacts.flatMap((each) => (each.id === id ? [] : (each.contact?.formerIds ?? [])));
  return formerIds.flatMap((former, index) =>
    contactIds.has(former) || others.includes(former)
      ? [impossibleLife.at(place(['formerIds', index]), { field: 'formerIds', kind: 'taken' })]
      : [],
  );
}

/** C282: at most one unit above at a time. */
function checkParents({ contact: { parent, partOf = [] }, result: { place } }: ReadContact): Finding[] {
  if (parent !== undefined && partOf.length > 0) return [conflictingParents.at(place(['partOf']), { kind: 'both' })];
  const first = '0000-00-00';
  const last = '9999-99-99';
  return partOf.flatMap(({ from = first, until = last }, index) => {
    const overlaps = partOf
      .slice(0, index)
      .some((other) => (other.from ?? first) <= until && from <= (other.until ?? last));
    if (from <= until && !overlaps) return [];
    return [conflictingParents.at(place(['partOf', index]), { kind: overlaps ? 'overlap' : 'backwards' })];
  });
}

/** C281 and C283: replacements lead on, to a unit that exists on the day after. */
function checkSuccessors(
  { id, contact, result: { place } }: ReadContact,
  byId: ReadonlyMap<string, Contact>,
): Finding[] {
  const { until, replacedBy = [] } = contact;
  if (until === undefined) return [];
  return replacedBy.flatMap((next, index): Finding[] => {
    const at = place(['replacedBy', index]);
    if (leadsTo(next, id, byId)) return [circularReplacement.at(at, { id })];
    const successor = byId.get(next);
    const day = dayAfter(until, 1);
    if (!successor || stateOn(successor, day) === 'present') return [];
    return [missingSuccessor.at(at, { id: next, day })];
  });
}

function leadsTo(from: string, id: string, byId: ReadonlyMap<string, Contact>): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === id) return true;
    if (!seen.has(next)) waiting.push(...(byId.get(next)?.replacedBy ?? []));
    seen.add(next);
  }
  return false;
}

/** C284 and C285: on a day, no page and no unit rests on a unit that has ended, and no page waits for its unit unseen. */
export function checkLifeOnDay({ contacts, pageFiles }: WholeSite, day: string): Finding[] {
  const read = contacts.filter((each): each is ReadContact => each.contact !== null);
  const inState = (state: string) => read.filter(({ contact }) => stateOn(contact, day) === state);
  const ended = new Map(inState('ended').map(({ id, contact }) => [id, contact]));
  const use = (id: string, place: Place, kind: string) => {
    const unit = ended.get(id);
    if (unit?.until === undefined) return [];
    return [endedUnitInUse.at(place, { id, kind, day: unit.until, next: unit.replacedBy?.join(', ') ?? 'none' })];
  };
  return [
    ...pageFiles.flatMap(({ body }) => (body?.contacts ?? []).flatMap(({ id, place }) => use(id, place, 'page'))),
    ...inState('present').flatMap(({ contact, result: { place } }) => {
      const field = contact.partOf ? 'partOf' : 'parent';
      return use(parentOn(contact, day) ?? '', place([field]), 'parent');
    }),
    ...inState('planned').flatMap(({ contact: { id, page, from = '' } }) =>
      pageFiles
        .filter(({ key, frontMatter: { value } }) => key === page || value?.contact === id)
        .map(({ frontMatter: { place } }) => waitingPage.at(place([]), { id, day: from })),
    ),
  ];
}
