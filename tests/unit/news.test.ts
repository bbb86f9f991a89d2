import { parseAtomFeed } from 'feedsmith';
import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { changesFeed, hasFeed, newsFeed } from '#lib/metadata/feeds.ts';
import { newsOf, pagesOfIndex, type Site } from '#lib/site/site.ts';
import { allTwins, type Changes, fields, load, one, pageText, settings, settingsFile } from './content-tree.ts';

const summary = 'A summary that is long enough to be taken for a real one.';
const inEach = (folder: string, values: Readonly<Record<string, string>>, body?: string): Changes =>
  Object.fromEntries(languages.map(({ code }) => [`${folder}/${code}.mdx`, pageText(values, body)]));

const list = inEach(
  'content/pages/news',
  { title: 'News', summary, slug: 'news', template: 'text', updated: '2026-05-01' },
  '<NewsList />',
);
const item = (day: string, name: string, title = 'News') =>
  inEach(`content/news/${day}-${name}`, { title, summary, slug: `news/${name}`, template: 'news', updated: day });

/** The site as the preview has it without drafts: unconfirmed twins and new paths do not stop it. */
function siteWith(changes: Changes): Site {
  const { site, findings } = load(changes, false, true);
  if (!site) throw new Error(findings.map(({ code, file, line }) => `${code} ${file}:${line}`).join(', '));
  return site;
}

const inMenu = settings.replace('header: [services]', 'header: [services, news]');

group('news', () => {
  test('is published from its day on, the latest first', () => {
    const site = siteWith({
      ...list,
      ...item('2026-11-21', 'today'),
      ...item('2026-11-22', 'tomorrow'),
      ...item('2025-01-02', 'old'),
    });
    expect(newsOf(site).map(({ key }) => key)).toEqual(['news/2026-11-21-today', 'news/2025-01-02-old']);
    expect(site.news).toBe('news');
    expect(pagesOfIndex(site).map(({ key }) => key)).not.toContain('news/2026-11-21-today');
  });

  test('that has not begun leaves no list, no feed and no menu entry', () => {
    const site = siteWith({ ...list, ...item('2026-11-22', 'tomorrow'), [settingsFile]: inMenu });
    expect(site.pages.map(({ key }) => key)).toEqual(Object.keys(fields));
    expect(site.navigation.header).toEqual(['services']);
    expect(site.news).toBeNull();
    expect(hasFeed(site, 'news')).toBe(false);
  });

  test('brings back the list and its menu entry', () => {
    const site = siteWith({ ...list, ...item('2026-11-20', 'yesterday'), [settingsFile]: inMenu });
    expect(site.navigation.header).toEqual(['services', 'news']);
    expect(hasFeed(site, 'news')).toBe(true);
  });
});

group('a feed', () => {
  test('keeps the words of editors, whatever characters they have', () => {
    const title = 'Questions & answers';
    const site = siteWith({ ...list, ...item('2026-11-20', 'signs', `'${title}'`) });
    const content = '<p>a &amp; b</p>';
    const feed = parseAtomFeed(newsFeed(site, one, () => content));
    expect(feed.entries?.map((entry) => [entry.title?.value, entry.content?.value])).toEqual([[title, content]]);
  });

  test('has the ids of before after a page moved', () => {
    const before = siteWith({ ...list, ...item('2026-11-20', 'moved') });
    const after = siteWith({
      ...list,
      ...inEach('content/news/2026-11-20-moved', {
        title: 'News',
        summary,
        slug: 'news/elsewhere',
        template: 'news',
        updated: '2026-11-21',
      }),
    });
    const idsIn = (site: Site) => parseAtomFeed(newsFeed(site, one, () => '')).entries?.map(({ id }) => id);
    expect(idsIn(after)).toEqual(idsIn(before));
    expect(idsIn(before)).toEqual([`tag:site.example,2026-11-20:news/2026-11-20-moved/${one.code}`]);
  });

  test('of changes has one entry for each note, the latest first', () => {
    const notes = '[{day: 2026-05-01, text: A first change.}, {day: 2026-06-01, text: A second change.}]';
    const site = siteWith(allTwins('services', { changes: notes, updated: '2026-06-01' }));
    const { entries = [], updated } = parseAtomFeed(changesFeed(site, one, 'Changes'));
    expect(entries.map(({ summary: words }) => words?.value)).toEqual(['A second change.', 'A first change.']);
    expect(updated).toBe('2026-06-01T00:00:00Z');
  });
});
