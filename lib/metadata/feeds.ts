import type { UnitEvent } from '../contacts/hours.ts';
import { inLanguage, type Language } from '../languages/languages.ts';
import { dataChangesPath, dataSince, dataVersion, identifierPrefix } from '../open-data/data-paths.ts';
import { newsOf, type Page, pageOf, type Site, twinOf } from '../site/site.ts';
import { xml } from './xml.ts';

/* Feeds in Atom (RFC 4287): the news with its full text, and what changed on pages. One of each per language. */

export const atomType = 'application/atom+xml';

const mostEntries = 30;

export type FeedKind = 'news' | 'changes';

/** The path of a feed in a language. */
export function feedPath(kind: FeedKind, { code }: Language): string {
  return `/${code}/${kind}.atom`;
}

interface FeedEntry {
  /** Its day and what is unique on that day, for its id. */
  readonly day: string;
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** Day of its last change. Default: its day. */
  readonly updated?: string;
  /** HTML with absolute links; absent for an entry whose summary is all. */
  readonly content?: string;
}

/** Whether the site has a feed: none is ever empty. */
export function hasFeed(site: Site, kind: FeedKind): boolean {
  return kind === 'news' ? site.news !== null && newsOf(site).length > 0 : changedPages(site).length > 0;
}

function changedPages({ pages }: Site): Page[] {
  return pages.filter(({ twins }) => Object.values(twins).some(({ changes }) => changes.length > 0));
}

/**
 * The feed of news in a language.
 * @param contentOf the main content of the page at a path as HTML, with absolute links
 * @throws Error for a site without news
 */
export function newsFeed(site: Site, language: Language, contentOf: (path: string) => string): string {
  const { title, path } = twinOf(pageOf(site, site.news ?? ''), language.code);
  const entries = newsOf(site).map((page): FeedEntry => {
    const twin = twinOf(page, language.code);
    const name = page.key.slice('news/'.length);
    return { ...twin, day: page.day ?? '', name, content: contentOf(twin.path) };
  });
  return feed(site, language, { kind: 'news', self: feedPath('news', language), title, path, entries });
}

/** The feed of changes in a language. `title`: its name. */
export function changesFeed(site: Site, language: Language, title: string): string {
  const entries = changedPages(site).flatMap((page) => {
    const { changes, path, title: heading } = twinOf(page, language.code);
    return changes.map(({ day, text }): FeedEntry => ({ day, name: page.key, path, title: heading, summary: text }));
  });
  const path = `/${language.code}`;
  return feed(site, language, { kind: 'changes', self: feedPath('changes', language), title, path, entries });
}

/**
 * The feed of changes in the open data: what happened to units, and since when this version is published.
 * @param words its name, the sentence about this version, and the events
 */
export function dataFeed(
  site: Site,
  language: Language,
  { title, begun, events }: { readonly title: string; readonly begun: string; readonly events: readonly UnitEvent[] },
): string {
  const path = dataVersion;
  const entries: FeedEntry[] = [
    { day: dataSince, name: 'v1', path, title, summary: begun },
    ...events.map(({ id, text, ...event }) => ({ ...event, name: id, path: identifierPrefix + id, summary: text })),
  ];
  return feed(site, language, { kind: 'data', self: dataChangesPath(language.code), title, path, entries });
}

interface Feed {
  readonly kind: FeedKind | 'data';
  readonly title: string;
  readonly self: string;
  /** The page that the feed belongs to. */
  readonly path: string;
  readonly entries: readonly FeedEntry[];
}

function feed(site: Site, language: Language, { kind, self, title, path, entries }: Feed): string {
  const latest = entries
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.name < b.name ? -1 : 1))
    .slice(0, mostEntries);
  const days = latest.map(({ day, updated = day }) => updated).sort();
  const name = inLanguage(site.organisation.name, language.code);
  // RFC 4151: the host, a day on which it was ours, and a name that stays when the path changes.
  const idOf = (day: string, ...parts: string[]) => `tag:${new URL(site.origin).host},${day}:${parts.join('/')}`;
  const lines = [
    `<title>${xml(`${title} – ${name}`)}</title>`,
    `<id>${idOf('2026', kind, language.code)}</id>`,
    `<updated>${instant(days.at(-1) ?? '')}</updated>`,
    `<author><name>${xml(name)}</name></author>`,
    `<link rel="self" type="${atomType}" href="${xml(site.origin + self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(site.origin + path)}"/>`,
    ...latest.map((entry) => entryOf(entry, site.origin, idOf(entry.day, kind, entry.name, language.code))),
  ];
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language.tag}">
${lines.join('\n')}
</feed>
`;
}

function entryOf(entry: FeedEntry, origin: string, id: string): string {
  const { day, updated = day, path, title, summary, content } = entry;
  const [, changed = day] = [day, updated].sort();
  return `<entry>
<title>${xml(title)}</title>
<id>${xml(id)}</id>
<published>${instant(day)}</published>
<updated>${instant(changed)}</updated>
<link rel="alternate" type="text/html" href="${xml(origin + path)}"/>
<summary>${xml(summary)}</summary>${content === undefined ? '' : `\n<content type="html">${xml(content)}</content>`}
</entry>`;
}

/** The start of a day, as RFC 3339 writes it. */
const instant = (day: string) => `${day}T00:00:00Z`;
