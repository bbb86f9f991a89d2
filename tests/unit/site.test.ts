import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { childrenOf, homeKey, pageAt, pageOf, pagesOfIndex, type Site, trailOf, twinOf } from '#lib/site/site.ts';
import {
  allTwins,
  type Changes,
  contactFile,
  contacts,
  load,
  one,
  onePage,
  pageFile,
  pageText,
  redirectsFile,
} from './content-tree.ts';

function siteOf(changes: Changes = {}, drafts = false): Site {
  const { site, findings } = load(changes, drafts);
  expect(findings).toEqual([]);
  if (!site) throw new Error('No site without findings.');
  return site;
}

const anotherPage = (key: string, slug: string, more: Record<string, string> = {}): Changes => {
  const text = pageText({
    title: `About ${slug}`,
    summary: 'A summary that is long enough to be taken for a real one.',
    slug,
    template: 'text',
    updated: '2026-05-01',
    ...more,
  });
  return Object.fromEntries(languages.map((language) => [pageFile(key, language), text]));
};

group('the site', () => {
  test('is frozen at every depth', () => {
    const open: string[] = [];
    const visit = (value: unknown, place: string) => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) open.push(place);
      for (const [key, each] of Object.entries(value)) visit(each, `${place}.${key}`);
    };
    visit(siteOf(), 'site');
    expect(open).toEqual([]);
  });

  test('is the same for the same content', () => {
    expect(JSON.stringify(siteOf())).toBe(JSON.stringify(siteOf()));
  });
});

group('paths', () => {
  test('every page has a path in every language', () => {
    const site = siteOf();
    for (const { code } of languages) {
      expect(twinOf(pageOf(site, homeKey), code).path).toBe(`/${code}`);
      expect(twinOf(pageOf(site, 'services/post'), code).path).toBe(`/${code}/services/post`);
    }
  });

  test('each path leads to its page and to no other', () => {
    const site = siteOf();
    for (const page of site.pages) {
      for (const { path } of Object.values(page.twins)) expect(pageAt(site, path)?.key).toBe(page.key);
    }
    expect(pageAt(site, '/')).toBeNull();
    expect(pageAt(site, `/${one.code}/`)).toBeNull();
    expect(pageAt(site, `/${one.code}/elsewhere`)).toBeNull();
  });

  test('twins may have different slugs and remain one page', () => {
    const site = siteOf({
      ...onePage('services', { slug: 'wie-doet-wat' }),
      ...onePage('services/post', { slug: 'wie-doet-wat/post' }),
    });
    const page = pageOf(site, 'services/post');
    expect(twinOf(page, one.code).path).toBe(`/${one.code}/wie-doet-wat/post`);
    expect(page.parent).toBe('services');
  });

  test('the trail from the home page follows the paths', () => {
    const site = siteOf();
    const trail = trailOf(site, pageOf(site, 'services/post')).map(({ key }) => key);
    expect(trail).toEqual([homeKey, 'services', 'services/post']);
    expect(childrenOf(site, 'services').map(({ key }) => key)).toEqual(['services/post']);
  });

  test('pages are in the order of the editors, each before its children, and by key without an order', () => {
    const site = siteOf({
      ...anotherPage('zoo', 'zoo', { order: '1' }),
      ...anotherPage('attic', 'attic'),
      ...anotherPage('aviary', 'aviary'),
      ...allTwins('services', { order: '2' }),
    });
    expect(site.pages.map(({ key }) => key)).toEqual([homeKey, 'zoo', 'services', 'services/post', 'attic', 'aviary']);
  });

  test('a redirect leads from the path to the page that the editors wrote', () => {
    const from = `/${one.code}/old`;
    const site = siteOf({ [redirectsFile]: `- from: ${from}\n  to: page:services/post\n` });
    expect(site.redirects).toEqual([{ from, page: 'services/post' }]);
  });
});

group('optional fields', () => {
  test('the label is the title and the teaser the summary by default', () => {
    const twin = twinOf(pageOf(siteOf(), 'services'), one.code);
    expect([twin.label, twin.teaser]).toEqual([twin.title, twin.summary]);
  });

  test('a label and a teaser are kept', () => {
    const site = siteOf(onePage('services', { label: 'Who does what', teaser: 'All units in one list.' }));
    const twin = twinOf(pageOf(site, 'services'), one.code);
    expect([twin.label, twin.teaser]).toEqual(['Who does what', 'All units in one list.']);
  });

  test('front matter with CRLF is read, with a warning', () => {
    const text = pageText({ ...{ title: 'A site', slug: '""', template: 'home', updated: '2026-05-01' } });
    const crlf = text
      .replace('slug', 'summary: A summary that is long enough to be taken for a real one.\nslug')
      .replaceAll('\n', '\r\n');
    const { site, findings } = load({ [pageFile('home')]: crlf });
    expect(findings.map(({ code }) => code)).toEqual(['C061']);
    expect(site && twinOf(pageOf(site, homeKey), one.code).title).toBe('A site');
  });
});

group('a draft', () => {
  const draft = {
    ...allTwins('services/post', { draft: 'true' }),
    [contactFile('post-room')]: contacts['post-room'].replace('page: services/post\n', ''),
  };

  test('is never published', () => {
    expect(siteOf(draft).pages.map(({ key }) => key)).not.toContain('services/post');
  });

  test('is in the preview', () => {
    expect(siteOf(draft, true).pages.map(({ key }) => key)).toContain('services/post');
  });

  test('may link to another draft', () => {
    const linked = allTwins('services/post', { draft: 'true' }, '[Again](page:services/post)');
    expect(load({ ...draft, ...linked }).findings).toEqual([]);
  });
});

group('text that looks like code', () => {
  const texts = [
    'A \\{brace} and an import in a sentence, also when it is to export.',
    'A sum with 1 < 2, a } and (in brackets) a < sign.',
    'An escaped \\{ and an escaped \\< and an entity &lt;b&gt;.',
    '[Elsewhere](https://other.example/a?b=c#d) and [elsewhere again][1].\n\n[1]: https://other.example',
    '| A | B |\n| - | - |\n| 1 | 2 |',
    '## A heading\n\n### Below\n\n## Another\n\n[Up](page:home#a-heading)',
    'A word in <Lang code="en-GB">English</Lang>.',
  ];
  test.for(texts)('has no finding: %s', (text) => {
    expect(load(allTwins('home', {}, text)).findings).toEqual([]);
  });
});

group('the index of the site', () => {
  /** A site with a number of pages on each level below the home page. */
  const siteWith = (...counts: number[]): Site => {
    const site = siteOf();
    const home = pageOf(site, homeKey);
    const levels = counts.map((count, level) =>
      Array.from({ length: count }, (_, index) => ({
        ...home,
        key: `level-${level}-${index}`,
        parent: level === 0 ? homeKey : `level-${level - 1}-0`,
      })),
    );
    return { ...site, pages: [home, ...levels.flat()] };
  };

  test.for([
    [[20, 30, 40], 91],
    [[20, 30, 1000], 51],
    [[20, 1000, 3], 21],
    [[400], 401],
  ] as const)('lists a readable number of pages: of %j on the levels below the home page, %i', ([counts, listed]) => {
    expect(pagesOfIndex(siteWith(...counts))).toHaveLength(listed);
  });
});
