import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { noticesOn } from '#lib/site/notices.ts';
import { homeKey, newsOf, pageOf, type Site, twinOf } from '#lib/site/site.ts';
import { createSiteServer } from '#publish/server/server.ts';
import { browserFlags, ensureBrowser } from '../browser.ts';
import { axeTags, placeOf, runAxe } from '../e2e/checks/barriers.ts';
import {
  addChanges,
  addNews,
  addNotices,
  changedPages,
  fixtureDay,
  newsCount,
  newsKeys,
  notices,
} from './news-and-notices.ts';
import { build, copyProject, hashesOf, type Run } from './project-copy.ts';

/* A site with news, notices and change notes, built and then tested as the site itself is. */

const copy = copyProject('news');
const out = (file: string) => path.join(copy.root, 'out', file);
const htmlOf = (pagePath: string) => readFileSync(out(`site${pagePath === '/' ? '/index' : pagePath}.html`), 'utf8');
let run: Run;
let site: Site;

beforeAll(async () => {
  const picture = readFileSync(path.join(copy.root, 'tests/fixtures/pictures/photo.jpg'));
  await addNews(copy, { name: 'photo.jpg', bytes: picture });
  addNotices(copy);
  addChanges(copy);
  run = await copy.run(build, { SITE_DAY: fixtureDay });
  const loaded = loadSite({ root: copy.root, languages, drafts: false, day: fixtureDay });
  if (!loaded.site) throw new Error(`The content of the fixtures has findings.\n${run.output}`);
  site = loaded.site;
});
afterAll(() => copy.remove());

const pathsOf = (key: string) => languages.map(({ code }) => twinOf(pageOf(site, key), code).path);
/** The paths of entries of a dated list, in order. */
const listed = (html: string) => {
  const list = /<ul class="dated">[\s\S]*?<\/ul>/g;
  return [...html.matchAll(list)].flatMap(([text]) => [...text.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href));
};

test('the site is built, and every page fits into the first round trip', () => {
  expect(run.code, run.output).toBe(0);
  const { pages } = JSON.parse(readFileSync(out('report.json'), 'utf8')) as {
    pages: readonly { path: string; firstAnswer: number }[];
  };
  expect(pages.length).toBeGreaterThan(newsCount * languages.length);
  // The directory nearly fills the round trip by itself, and is sent in full with a notice.
  const others = pages.filter((page) => site.directory === null || !pathsOf(site.directory).includes(page.path));
  expect(others.filter(({ firstAnswer }) => firstAnswer > 14_000)).toEqual([]);
});

group('news', () => {
  test('is listed by year, the latest first', () => {
    expect(newsOf(site).map(({ key }) => key)).toEqual(newsKeys);
    for (const [index, pagePath] of pathsOf('news').entries()) {
      const html = htmlOf(pagePath);
      expect(listed(html)).toEqual(newsKeys.map((key) => pathsOf(key)[index]));
      const years = [...html.matchAll(/<h2 id="year-(\d{4})">/g)].map(([, year]) => year);
      expect(years).toEqual(['2026', '2025', '2024', '2023', '2022', '2021']);
    }
  });

  test('has its latest three items on the home page', () => {
    for (const [index, pagePath] of pathsOf(homeKey).entries()) {
      expect(listed(htmlOf(pagePath))).toEqual(newsKeys.slice(0, 3).map((key) => pathsOf(key)[index]));
    }
  });

  test('says that it is old when it is older than a year', () => {
    const old = newsKeys.filter((key) => pathsOf(key).every((pagePath) => htmlOf(pagePath).includes('role="note"')));
    expect(old).toEqual(newsKeys.filter((key) => key < 'news/2025-11-30'));
  });

  test('leads to the units and the pages that it is about', () => {
    const [latest = ''] = newsKeys;
    for (const [index, pagePath] of pathsOf(latest).entries()) {
      const [nav = ''] = /<nav[^>]* aria-labelledby="about"[\s\S]*?<\/nav>/.exec(htmlOf(pagePath)) ?? [];
      const wanted = ['services/ict', 'services/budget', 'careers'].map((key) => pathsOf(key)[index]);
      expect([...nav.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual(wanted);
    }
  });

  test('is an article with its day in the structured data', () => {
    for (const pagePath of pathsOf(newsKeys[5] ?? '')) {
      const [, data = '{}'] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(htmlOf(pagePath)) ?? [];
      const day = newsKeys[5]?.slice(5, 15);
      expect(JSON.parse(data).mainEntity).toMatchObject({ '@type': 'NewsArticle', datePublished: day });
    }
  });

  test('is in the sitemap, in llms.txt and in search', () => {
    const sitemap = readFileSync(out('site/sitemap.xml'), 'utf8');
    for (const [index, { code }] of languages.entries()) {
      const llms = readFileSync(out(`site/${code}/llms.txt`), 'utf8');
      for (const key of newsKeys) {
        const address = site.origin + pathsOf(key)[index];
        expect(sitemap).toContain(`<loc>${address}</loc>`);
        expect(llms).toContain(`${address}.md`);
      }
    }
  });
});

group('notices', () => {
  test('are on the pages that they concern on their days, and on no other', () => {
    const today = notices.filter(({ begin, end }) => begin <= fixtureDay && fixtureDay <= end);
    expect(site.notices.map(({ key }) => key).sort()).toEqual(today.map(({ key }) => key).sort());
    const counts = site.pages.map((page) => [page.key, noticesOn(site, page.key).length] as const);
    expect(Object.fromEntries(counts.filter(([, count]) => count > 1))).toEqual({
      home: 2,
      about: 2,
      careers: 2,
      contact: 2,
      legal: 2,
      'services/ict': 3,
      'services/budget': 3,
      'services/personnel': 2,
    });
    for (const page of site.pages) {
      for (const pagePath of pathsOf(page.key)) {
        const [, aside = ''] = /<aside[^>]*>([\s\S]*?)<\/aside>/.exec(htmlOf(pagePath)) ?? [];
        expect(aside.match(/class="font-bold"/g)?.length, pagePath).toBe(noticesOn(site, page.key).length);
      }
    }
  });

  test('of the whole site are on the choice of language and on the error page too, in every language', () => {
    for (const pagePath of ['/', '/404']) {
      expect(htmlOf(pagePath).match(/<aside/g)?.length).toBe(languages.length);
    }
  });

  test('come first after the skip link', () => {
    for (const { key } of site.pages) {
      for (const pagePath of pathsOf(key)) {
        expect(htmlOf(pagePath)).toMatch(/href="#main">[^<]*<\/a><div><aside /);
      }
    }
  });
});

group('change notes', () => {
  test('are at the end of their pages, with the day of the last one in the structured data', () => {
    for (const [key, days] of Object.entries(changedPages)) {
      for (const pagePath of pathsOf(key)) {
        const [section = ''] =
          /<section[^>]* aria-labelledby="changes"[\s\S]*?<\/section>/.exec(htmlOf(pagePath)) ?? [];
        expect([...section.matchAll(/datetime="([^"]+)"/g)].map(([, day]) => day)).toEqual(days);
        expect(htmlOf(pagePath)).toContain(`"dateModified":"${fixtureDay}"`);
      }
    }
    const others = site.pages.filter(({ key }) => !(key in changedPages));
    for (const { key } of others) for (const each of pathsOf(key)) expect(htmlOf(each)).not.toContain('id="changes"');
  });
});

group('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  });
  afterAll(() => browser.close());

  test('pages with notices, news and change notes have no barrier that axe finds, in both schemes', async () => {
    const server = createSiteServer(path.join(copy.root, 'out')).listen(0);
    const address = server.address();
    const origin = `http://localhost:${typeof address === 'object' && address ? address.port : 0}`;
    const keys = [homeKey, 'news', newsKeys[0] ?? '', newsKeys[40] ?? '', 'legal', 'services/ict'];
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ colorScheme, reducedMotion: 'reduce', bypassCSP: true });
      for (const pagePath of ['/', ...keys.flatMap(pathsOf)]) {
        await page.goto(origin + pagePath);
        const { violations } = await runAxe(page);
        found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${pagePath} ${id} ${placeOf(node)}`)));
      }
      await page.close();
    }
    server.close();
    expect(axeTags.length).toBeGreaterThan(0);
    expect(found).toEqual([]);
  });
});

test('the site passes the tests of published pages', async () => {
  const names = [
    'feeds',
    'files',
    'html',
    'languages',
    'links',
    'markdown',
    'policy',
    'preview-cards',
    'scripts',
    'search',
    'structured-data',
  ];
  const files = names.map((name) => `tests/published/${name}.test.ts`);
  const { code, output } = await copy.run(
    ['node_modules/vitest/vitest.mjs', 'run', '--project', 'published', ...files],
    { NODE_ENV: 'test' },
  );
  expect(code, output).toBe(0);
});

test('the same day gives the same bytes in another time zone', async () => {
  const before = hashesOf(path.join(copy.root, 'out'));
  const again = await copy.run(build, { SITE_DAY: fixtureDay, TZ: 'Pacific/Kiritimati', LC_ALL: 'C' });
  expect(again.code, again.output).toBe(0);
  expect(Object.fromEntries(hashesOf(path.join(copy.root, 'out')))).toEqual(Object.fromEntries(before));
});
