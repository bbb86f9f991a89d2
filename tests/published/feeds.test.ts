import { parseAtomFeed } from 'feedsmith';
import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { atomType, type FeedKind, feedPath, hasFeed } from '#lib/metadata/feeds.ts';
import { dataChangesPath } from '#lib/open-data/data-paths.ts';
import { newsOf, pageAt, twinOf } from '#lib/site/site.ts';
import { site } from '../published-site.ts';
import { attributeOf, elementsOf, readDocument } from './document.ts';
import { dataPages, documents, siteFiles } from './site.ts';

/* Feeds are read by feedsmith, which knows nothing of this site. */

const kinds = ['news', 'changes'] as const satisfies readonly FeedKind[];
const feeds = languages.flatMap((language) =>
  kinds.map((kind) => ({ language, kind, path: feedPath(kind, language) })),
);
const published = feeds.filter(({ kind }) => hasFeed(site, kind));

/** A feed as its readers see it. */
function feedAt(path: string) {
  return parseAtomFeed(siteFiles.get(path)?.toString() ?? '');
}

test('a feed is published exactly when it has entries', () => {
  const ofData = languages.map(({ code }) => dataChangesPath(code));
  const expected = [...published.map(({ path }) => path), ...ofData].sort();
  expect([...siteFiles.keys()].filter((file) => file.endsWith('.atom')).sort()).toEqual(expected);
  const linked = [...documents, ...dataPages].flatMap(({ tree }) =>
    elementsOf(tree, 'link')
      .filter((link) => attributeOf(link, 'type') === atomType)
      .map((link) => (attributeOf(link, 'href') ?? '').replace(site.origin, '')),
  );
  expect([...new Set(linked)].sort()).toEqual(expected);
});

test('the reader of feeds refuses what is not a feed', () => {
  expect(() => parseAtomFeed('<feed xmlns="http://www.w3.org/2005/Atom"><title>A</feed>')).toThrow();
  expect(() => parseAtomFeed('<html><body>No feed</body></html>')).toThrow();
});

for (const { language, kind, path } of published) {
  group(`${path}`, () => {
    const feed = feedAt(path);
    const entries = feed.entries ?? [];

    test('names itself, its page, its language and its publisher', () => {
      expect(siteFiles.get(path)?.toString()).toContain(`xml:lang="${language.tag}"`);
      const links = Object.fromEntries((feed.links ?? []).map(({ rel, href }) => [rel, href]));
      expect(links['self']).toBe(site.origin + path);
      expect(pageAt(site, new URL(links['alternate'] ?? '').pathname)).not.toBeNull();
      expect(feed.authors?.[0]?.name).toBe(site.organisation.name[language.code]);
    });

    test('has entries with an id of their own, the latest first', () => {
      const ids = [feed.id, ...entries.map(({ id }) => id)];
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^tag:[a-z0-9.-]+,\d{4}(?:-\d{2}-\d{2})?:\S+$/);
      const days = entries.map((entry) => entry.published ?? '');
      expect(days).toEqual(days.toSorted().reverse());
      expect(feed.updated).toBe(
        entries
          .map(({ updated }) => updated)
          .sort()
          .at(-1),
      );
    });

    test('leads to pages in its language', () => {
      expect(entries.length).toBeGreaterThan(0);
      for (const { links = [], title } of entries) {
        const { pathname } = new URL(links[0]?.href ?? '');
        const page = pageAt(site, pathname);
        if (!page) throw new Error(`No page at ${pathname}.`);
        expect(twinOf(page, language.code)).toMatchObject({ path: pathname, title: title?.value });
      }
    });

    test.runIf(kind === 'news')('has the full text of the news, with absolute links and nothing that runs', () => {
      expect(entries.length).toBe(Math.min(30, newsOf(site).length));
      for (const { content, links } of entries) {
        const { tree } = readDocument(links?.[0]?.href ?? '', content?.value ?? '');
        const all = ['a', 'img'].flatMap((name) => elementsOf(tree, name));
        for (const each of all)
          expect(attributeOf(each, 'href') ?? attributeOf(each, 'src')).toMatch(/^(https:|tel:|mailto:)/);
        expect(content?.value).not.toMatch(/<script|<style| on[a-z]+=| class=| style=|javascript:|\u00ad/i);
        expect(content?.value).toMatch(/^<(p|h2|ul|figure)>/);
      }
    });
  });
}
