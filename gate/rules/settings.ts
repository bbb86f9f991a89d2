import { dayAfter, daysBetween } from '../finding/days.ts';
import type { Finding } from '../finding/finding.ts';
import { rule } from '../finding/rule.ts';
import { unknownContact } from './contacts.ts';
import { missingField } from './fields.ts';
import { checkPageKey, repeatedEntry } from './pages.ts';
import type { WholeSite } from './whole-site.ts';

export const securityExpires = rule({ code: 'C160', severity: 'error', guide: 'security' });
/** A security.txt that expires in a year or later. */
export const securityExpiresLate = rule({ code: 'C161', severity: 'warning', guide: 'security' });

/** The menus name pages that exist, and the organisation has a record with an address. */
export function checkSettings(site: WholeSite): Finding[] {
  const { settings, contacts } = site;
  if (!settings.value) return [];
  const { navigation, organisation: id, security: { policy } = {} } = settings.value;
  const organisation = contacts.find((each) => each.id === id);
  const lacksAddress = organisation?.contact && !organisation.contact.address;
  return [
    ...Object.entries(navigation).flatMap(([menu, keys]) =>
      keys.flatMap((key, index) => {
        const place = settings.place(['navigation', menu, index]);
        if (keys.indexOf(key) < index) return [repeatedEntry.at(place, { menu, key })];
        return site.emptyLists.has(key) ? [] : checkPageKey(key, place, site);
      }),
    ),
    ...(organisation ? [] : [unknownContact.at(settings.place(['organisation']), { id, suggestion: 'none' })]),
    ...(lacksAddress ? [missingField.at(organisation.result.place([]), { field: 'address', kind: 'required' })] : []),
    ...(policy !== undefined ? checkPageKey(policy, settings.place(['security', 'policy']), site) : []),
  ];
}

/** The smallest number of days until security.txt expires, so that it can be renewed in time. */
const minimumDays = 30;
/** The largest one: RFC 9116 (2.5.5) recommends less than a year, so that the facts are confirmed now and then. */
const maximumDays = 364;

/** C160 and C161: how long security.txt is still valid (RFC 9116). */
export function checkSecurityExpiry({ settings }: WholeSite, today: string): Finding[] {
  const expires = settings.value?.security?.expires;
  if (expires === undefined) return [];
  const days = daysBetween(today, expires);
  const place = settings.place(['security', 'expires']);
  const details = { expires, suggestion: dayAfter(today, maximumDays) };
  if (days <= minimumDays) return [securityExpires.at(place, details)];
  return days > maximumDays ? [securityExpiresLate.at(place, details)] : [];
}
