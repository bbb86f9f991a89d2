import { readFileSync } from 'node:fs';
import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { noticesOn } from '#lib/site/notices.ts';
import { homeKey, newsOf } from '#lib/site/site.ts';
import { changedPages, fixtureDay, newsKeys, notices } from './content/news-and-notices.ts';
import { htmlOf, out, pathsOf, site } from './site.ts';

/* News, notices and change notes, as they are published. */

/** The paths of entries of a dated list, in order. */
const listed = (html: string) => {
  const list = /<ul[^<]*><li><time [\s\S]*?<\/ul>/g;
  return [...html.matchAll(list)].flatMap(([text]) => [...text.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href));
};

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
