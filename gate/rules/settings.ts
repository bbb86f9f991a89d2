import { dayAfter, daysBetween } from '../finding/days.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { WholeSite } from '../read/files.ts';
import { unknownContact } from './contacts.ts';
import { missingField } from './fields.ts';
import { checkPageKey, repeatedEntry } from './pages.ts';

export const longMenu = rule({ code: 'C168', severity: 'error', guide: 'places' });
export const securityExpires = rule({ code: 'C160', severity: 'error', guide: 'security' });
export const securityExpiresLate = rule({ code: 'C161', severity: 'warning', guide: 'security' });

/** The menus name pages that exist, the main one fits on a line, and the organisation has a record with an address. */
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
    ...checkMenuLength(site),
    ...(organisation ? [] : [unknownContact.at(settings.place(['organisation']), { id, suggestion: 'none' })]),
    ...(lacksAddress ? [missingField.at(organisation.result.place([]), { field: 'address', kind: 'required' })] : []),
    ...(policy !== undefined ? checkPageKey(policy, settings.place(['security', 'policy']), site) : []),
  ];
}

/** The letters that fit into the main menu beside the name of the organisation, 1,280 pixels wide; a gap is as wide as `gap` of them. */
const menuLetters = 99;
const gap = 3;

/** C168: the labels of the main menu fit on one line in every language. */
function checkMenuLength({ settings, pageFiles, languages }: WholeSite): Finding[] {
  const header = settings.value?.navigation.header ?? [];
  const limit = menuLetters - gap * header.length;
  return languages.flatMap(({ code }) => {
    const labels = header.map((key) => {
      const fields = pageFiles.find((page) => page.key === key && page.language === code)?.frontMatter.value;
      return fields?.label ?? fields?.title ?? '';
    });
    const letters = labels.join('').length;
    if (letters <= limit) return [];
    const details = { language: code, entries: header.length, letters, limit };
    return [longMenu.at(settings.place(['navigation', 'header']), details)];
  });
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
