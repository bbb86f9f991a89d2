import { unitPages } from '#lib/site/notices.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { WholeSite } from '../read/files.ts';
import type { NoticeFile, NoticeFiles } from '../read/records.ts';
import { checkContactId } from './contacts.ts';
import { checkPageKey } from './pages.ts';
import { checkValues } from './uneven.ts';

/* Notices on top of pages, and the templates for them. */

/** A notice, or a closure in a contact record, whose last day has passed. */
export const pastPeriod = rule({ code: 'C242', severity: 'warning', guide: 'news' });
export const markupInNotice = rule({ code: 'C243', severity: 'error', guide: 'news' });
export const tooManyNotices = rule({ code: 'C244', severity: 'warning', guide: 'news' });

/** The most notices that a page shows without a warning. */
const mostOnPage = 3;

/** C053, C052, C016, C243 and C246: notices name pages and units that exist, and their texts are plain and have the same values. */
export function checkNotices({ notices, templates }: NoticeFiles, site: WholeSite): Finding[] {
  return [
    ...[...notices, ...templates].flatMap(({ result: { value, place } }) =>
      value?.more === undefined ? [] : checkPageKey(value.more, place(['more']), site),
    ),
    ...[...notices, ...templates].flatMap(checkMarkup),
    ...[...notices, ...templates].flatMap(({ result }) => checkValues(result, site.languages, () => '')),
    ...notices.flatMap(({ result: { value, place } }) => [
      ...(value?.pages ?? []).flatMap((key, index) => checkPageKey(key, place(['pages', index]), site)),
      ...(value?.units ?? []).flatMap((id, index) => checkContactId(id, place(['units', index]), site)),
    ]),
  ];
}

function checkMarkup({ result: { texts, place } }: NoticeFile<unknown>): Finding[] {
  return texts
    .filter(({ path: [field] }) => field === 'title' || field === 'text')
    .flatMap(({ path, value }) => {
      const [sign] = /\]\([^)]*\)|\*\*|__|`|^#+ |https?:\/\/\S*|\bwww\.\S*|\b(?:page|contact):\S+/.exec(value) ?? [];
      return sign === undefined ? [] : [markupInNotice.at(place(path), { field: path.join('.'), sign })];
    });
}

/** C242 and C244: notices that are over on a day, and pages with too many on that day. */
export function checkNoticeDays({ notices }: NoticeFiles, { contacts, pageFiles }: WholeSite, day: string): Finding[] {
  const units = contacts.flatMap(({ contact }) => contact ?? []);
  const pages = pageFiles.map(({ key, frontMatter, body }) => ({
    key,
    contact: frontMatter.value?.contact ?? null,
    isDirectory: body?.components.has('Directory') ?? false,
  }));
  const directory = pages.find(({ isDirectory }) => isDirectory)?.key ?? null;
  const shown = new Map<string, number>();
  return [
    ...notices.flatMap(({ result: { value, place } }): Finding[] => {
      if (!value || value.begin > day) return [];
      if (value.end < day) return [pastPeriod.at(place(['end']), { kind: 'notice', day: value.end, today: day })];
      const ofUnits = (value.units ?? []).flatMap((id) => unitPages(id, { units, pages, directory }));
      const keys = new Set(value.everywhere ? pages.map(({ key }) => key) : [...(value.pages ?? []), ...ofUnits]);
      for (const key of keys) shown.set(key, (shown.get(key) ?? 0) + 1);
      const [crowded] = [...keys].filter((key) => (shown.get(key) ?? 0) > mostOnPage);
      return crowded === undefined ? [] : [tooManyNotices.at(place([]), { key: crowded, limit: mostOnPage })];
    }),
    ...contacts.flatMap(({ result: { value, place } }) =>
      (value?.availability?.exceptions ?? []).flatMap(({ from, until = from }, index) =>
        until < day
          ? [pastPeriod.at(place(['availability', 'exceptions', index]), { kind: 'closure', day: until, today: day })]
          : [],
      ),
    ),
  ];
}
