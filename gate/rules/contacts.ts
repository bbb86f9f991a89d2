import { channelsOf, phoneNumbersOf } from '#lib/contacts/channels.ts';
import { type Finding, type Place, rule, suggestionFor } from '../finding/finding.ts';
import type { ContactFile, WholeSite } from '../read/files.ts';
import { checkPageKey } from './pages.ts';
import { checkValues } from './uneven.ts';

export const unknownContact = rule({ code: 'C052', severity: 'error', guide: 'contactFields' });
export const hiddenContact = rule({ code: 'C066', severity: 'warning', guide: 'contactFields' });
export const contactWithoutPhone = rule({ code: 'C155', severity: 'error', guide: 'phone' });
export const sharedPhone = rule({ code: 'C158', severity: 'warning', guide: 'phone' });
export const circularUnit = rule({ code: 'C151', severity: 'error', guide: 'contactFields' });

/** C052, C053 and C151: contacts and pages refer to each other by ids and keys that exist. */
export function checkContacts(site: WholeSite): Finding[] {
  const { contacts, pageFiles, waitingPages } = site;
  return [
    ...contacts.flatMap(({ contact, result }) =>
      contact?.page === undefined || waitingPages.has(contact.page)
        ? []
        : checkPageKey(contact.page, result.place(['page']), site),
    ),
    ...pageFiles.flatMap(({ frontMatter }) =>
      checkContactId(frontMatter.value?.contact, frontMatter.place(['contact']), site),
    ),
    ...checkUnits(site),
    ...checkPhones(site),
    ...checkNumbers(site),
    ...contacts.flatMap(({ result }) => checkValues(result, site.languages)),
  ];
}

/** C155: every number in a text exists. */
function checkPhones({ contacts, pageFiles }: WholeSite): Finding[] {
  const silent = new Set(
    contacts.flatMap(({ id, contact }) => (contact && phoneNumbersOf(contact).length === 0 ? [id] : [])),
  );
  return pageFiles.flatMap(({ body }) =>
    (body?.contacts ?? [])
      .filter(({ component, id }) => component === 'Phone' && silent.has(id))
      .map(({ id, place }) => contactWithoutPhone.at(place, { id })),
  );
}

/** C158: each number belongs to one record, so that a link to it leads to one unit. */
function checkNumbers({ contacts }: WholeSite): Finding[] {
  const owners = new Map<string, string>();
  return contacts.flatMap(({ id, contact, result }) =>
    channelsOf(contact ?? {}).flatMap(({ name, shape, value }) =>
      (shape === 'numbers' ? value : []).flatMap(({ number }, index) => {
        const other = owners.get(number);
        owners.set(number, other ?? id);
        return other ? [sharedPhone.at(result.place(['channels', name, index, 'number']), { number, other })] : [];
      }),
    ),
  );
}

/** C052: a record may only refer to a contact that exists. */
export function checkContactId(id: string | undefined, place: Place, { contactIds }: WholeSite): Finding[] {
  if (id === undefined || contactIds.has(id)) return [];
  return [unknownContact.at(place, { id, suggestion: suggestionFor(id, contactIds) })];
}

/** The unit above a unit has a record, and no unit is above itself, directly or further up. */
function checkUnits(site: WholeSite): Finding[] {
  const { contacts, contactIds } = site;
  const parents = new Map(contacts.map(({ id, contact }) => [id, contact?.parent]));
  return contacts.flatMap(({ id, contact, result }) => {
    if (contact?.parent === undefined) return [];
    const place = result.place(['parent']);
    if (!contactIds.has(contact.parent)) return checkContactId(contact.parent, place, site);
    const above = new Set<string>();
    for (let next: string | undefined = contact.parent; next && !above.has(next); next = parents.get(next)) {
      above.add(next);
    }
    return above.has(id) ? [circularUnit.at(place, { id })] : [];
  });
}

/** C066: every contact is shown somewhere: by the directory, a card, a list, or as the organisation itself. */
export function checkContactsShown({ settings, contacts, pageFiles }: WholeSite): Finding[] {
  const lists = ['Directory', 'Units', 'ContactCards'];
  const hasList = pageFiles.some(({ body }) => lists.some((name) => body?.components.has(name)));
  const named = new Set([
    settings.value?.organisation,
    ...pageFiles.map(({ frontMatter }) => frontMatter.value?.contact),
    ...pageFiles.flatMap(({ body }) => body?.contacts.map(({ id }) => id) ?? []),
  ]);
  // No list shows the organisation itself or an authority.
  const isListed = ({ contact }: ContactFile) =>
    hasList && contact?.kind !== 'organisation' && contact?.kind !== 'authority';
  return contacts
    .filter((each) => each.contact && !named.has(each.id) && !isListed(each))
    .map(({ id, result }) => hiddenContact.at(result.place([]), { id }));
}
