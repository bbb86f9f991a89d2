import type { UnitEvent } from '../contacts/life-in-words.ts';
import { inLanguage, type Language } from '../languages/languages.ts';
import { dataChangesPath, dataSince, dataVersion, identifierPrefix } from '../open-data/data-paths.ts';
import { newsOf, type Page, pageOf, type Site, twinOf } from '../site/site.ts';

/* Feeds in Atom (RFC 4287): the news with its full text, and what changed on pages. One of each per language. */

/** Media type of an Atom feed. */
export const atomType = 'application/atom+xml';

/** The most entries of a feed. */
const mostEntries = 30;

/** What a feed of pages is about. */
export type FeedKind = 'news' | 'changes';

/** The path of a feed in a language. */
export function feedPath(kind: FeedKind, { code }: Language): string {
  return `/${code}/${kind}.atom`;
}

/** An entry of a feed. */
interface FeedEntry {
  /** Its day and what is unique on that day, for its id. */
  readonly day: string;
  readonly name: string;
  /** Day of its last change. */
  readonly updated: string;
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  /** HTML with absolute links; null for an entry whose summary is all. */
  readonly content: string | null;
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
  const list = twinOf(pageOf(site, site.news ?? ''), language.code);
  const entries = newsOf(site).map((page): FeedEntry => {
    const { path, title, summary, updated } = twinOf(page, language.code);
    const day = page.day ?? '';
    return { day, name: page.key.slice('news/'.length), updated, path, title, summary, content: contentOf(path) };
  });
  return feed(site, language, {
    kind: 'news',
    self: feedPath('news', language),
    title: list.title,
    path: list.path,
    entries,
  });
}

/**
 * The feed of changes in a language.
 * @param title its name
 */
export function changesFeed(site: Site, language: Language, title: string): string {
  const entries = changedPages(site).flatMap((page) => {
    const twin = twinOf(page, language.code);
    return twin.changes.map(
      ({ day, text }): FeedEntry => ({
        day,
        name: page.key,
        updated: day,
        path: twin.path,
        title: twin.title,
        summary: text,
        content: null,
      }),
    );
  });
  return feed(site, language, {
    kind: 'changes',
    self: feedPath('changes', language),
    title,
    path: `/${language.code}`,
    entries,
  });
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
  const entry = (day: string, name: string, path: string, heading: string, summary: string): FeedEntry => ({
    day,
    name,
    updated: day,
    path,
    title: heading,
    summary,
    content: null,
  });
  const entries = [
    entry(dataSince, 'v1', dataVersion, title, begun),
    ...events.map(({ id, day, title: name, text }) => entry(day, id, identifierPrefix + id, name, text)),
  ];
  return feed(site, language, {
    kind: 'data',
    self: dataChangesPath(language.code),
    title,
    path: dataVersion,
    entries,
  });
}

interface Feed {
  readonly kind: FeedKind | 'data';
  readonly title: string;
  /** The path of the feed itself. */
  readonly self: string;
  /** The page that the feed belongs to. */
  readonly path: string;
  readonly entries: readonly FeedEntry[];
}

function feed(site: Site, language: Language, { kind, self, title, path, entries }: Feed): string {
  const latest = entries
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.name < b.name ? -1 : 1))
    .slice(0, mostEntries);
  const updated =
    latest
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? '';
  const name = inLanguage(site.organisation.name, language.code);
  // RFC 4151: the host, a day on which it was ours, and a name that stays when the path changes.
  const idOf = (day: string, ...parts: string[]) => `tag:${new URL(site.origin).host},${day}:${parts.join('/')}`;
  const lines = [
    `<title>${xml(`${title} – ${name}`)}</title>`,
    `<id>${idOf('2026', kind, language.code)}</id>`,
    `<updated>${instant(updated)}</updated>`,
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

function entryOf({ day, updated, path, title, summary, content }: FeedEntry, origin: string, id: string): string {
  return `<entry>
<title>${xml(title)}</title>
<id>${xml(id)}</id>
<published>${instant(day)}</published>
<updated>${instant(updated < day ? day : updated)}</updated>
<link rel="alternate" type="text/html" href="${xml(origin + path)}"/>
<summary>${xml(summary)}</summary>${content === null ? '' : `\n<content type="html">${xml(content)}</content>`}
</entry>`;
}

/** The start of a day, as RFC 3339 writes it. */
const instant = (day: string) => `${day}T00:00:00Z`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML, without the soft hyphens of the page. */
function xml(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
