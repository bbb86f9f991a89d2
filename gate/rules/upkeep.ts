import type { SiteSettings } from '#lib/records/settings.ts';
import type { Finding } from '../finding/finding.ts';
import type { ContactFile, PageFile } from '../read/files.ts';
import { findingAt, type YamlResult } from '../read/yaml.ts';

interface Upkeep {
  readonly settings: YamlResult<SiteSettings>;
  readonly contacts: readonly ContactFile[];
  readonly pageFiles: readonly PageFile[];
}

/** Days that have not come yet, and records that nobody has compared with their source for a year. */
export function checkDays(
  { contacts, pageFiles }: Pick<Upkeep, 'contacts' | 'pageFiles'>,
  today: string,
): Finding[] {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  const days = [
    ...pageFiles.map(({ frontMatter }) => ({
      record: frontMatter,
      field: 'updated',
      day: frontMatter.value?.updated,
    })),
    ...contacts.map(({ result }) => ({ record: result, field: 'verified', day: result.value?.verified })),
  ];
  return days.flatMap(({ record, field, day }) => {
    if (day === undefined) return [];
    if (day > today) return [findingAt(record, [field], 'C064', { field, day, today })];
    return field === 'verified' && day < yearAgo ? [findingAt(record, [field], 'C065', { day, today })] : [];
  });
}

/** Every contact is shown somewhere: by the directory, a card, a list, or as the organisation itself. */
export function checkUse({ settings, contacts, pageFiles }: Upkeep): Finding[] {
  const lists = ['Directory', 'Units', 'ContactCards'];
  const isAnyList = pageFiles.some(({ body }) => lists.some((name) => body?.components.has(name)));
  const named = new Set([
    settings.value?.organisation,
    ...pageFiles.map(({ frontMatter }) => frontMatter.value?.contact),
    ...pageFiles.flatMap(({ body }) => body?.contacts.map(({ target }) => target) ?? []),
  ]);
  // Only the organisation itself stands outside the directory.
  const isListed = ({ contact }: ContactFile) => isAnyList && contact?.kind !== 'organisation';
  return contacts
    .filter((each) => each.contact && !named.has(each.id) && !isListed(each))
    .map(({ id, result }) => findingAt(result, [], 'C066', { id }));
}
