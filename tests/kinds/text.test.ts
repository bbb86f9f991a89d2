import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { pageOf, twinOf } from '#lib/site/site.ts';
import { hashesOf } from '../build/project-copy.ts';
import { longPage, manyUnits } from './content/long.ts';
import { newsCount } from './content/news-and-notices.ts';
import { pagesWithParts, secret } from './content/parts.ts';
import { findings, htmlOf, out, pagesOf, pathsOf, report, root, site } from './site.ts';

/* Long texts and lists, footnotes, tables and notes to editors, as they are published. */

group('what is longer than a round trip', () => {
  const directory = () => site.directory ?? '';
  const pathIn = (key: string, code: string) => twinOf(pageOf(site, key), code).path;
  const firstAnswerOf = (key: string, code: string) =>
    report.pages.find((page) => page.path === pathIn(key, code))?.firstAnswer;

  test.for(languages)('is a page of ten thousand words, published in full: $code', ({ code }) => {
    expect(
      htmlOf(pathIn(longPage, code))
        .replace(/<[^>]*>/g, ' ')
        .split(/\s+/).length,
    ).toBeGreaterThan(10_000);
    expect(firstAnswerOf(longPage, code)).toBeGreaterThan(14_000);
  });

  test.for(languages)('is a directory of sixty units, published in full: $code', ({ code }) => {
    const html = htmlOf(pathIn(directory(), code));
    expect(new Set(html.match(/mailto:[a-z]+um@/g)).size).toBe(manyUnits);
    expect(firstAnswerOf(directory(), code)).toBeGreaterThan(14_000);
  });

  test('is nothing else: every other page fits, with its notices', () => {
    const long = [longPage, directory()].flatMap(pathsOf);
    const heavy = report.pages.filter(
      ({ path: pagePath, firstAnswer }) => firstAnswer > 14_000 && !long.includes(pagePath),
    );
    expect(heavy).toEqual([]);
    expect(report.pages.length).toBeGreaterThan(newsCount * languages.length);
  });

  test('has a warning of the gate, and so has nothing else', () => {
    const long = findings.filter(({ code }) => code === 'C260');
    expect(new Set(long.map(({ file }) => file.split('/').slice(2, -1).join('/')))).toEqual(
      new Set([longPage, directory()]),
    );
    expect(long).toHaveLength(2 * languages.length);
  });
});

group('footnotes, tables and notes to editors', () => {
  test.for(pagesWithParts)('have a way back from each footnote to each mention: %s', (key) => {
    for (const html of pagesOf(key)) {
      const ways = [...html.matchAll(/<a [^>]*href="#(note_[\d_]+)"[^>]*>/g)].map(([, id]) => id);
      expect(ways.toSorted()).toEqual(['note_1', 'note_1', 'note_1_1', 'note_1_2', 'note_2', 'note_2_1']);
      for (const id of ways) expect(html.split(`id="${id}"`)).toHaveLength(2);
    }
  });

  test.for(pagesWithParts)(
    'frame the table of five columns, by the name of its headers, and not that of two: %s',
    (key) => {
      for (const html of pagesOf(key)) {
        const frames = [
          ...html.matchAll(
            /<div class="table-frame[^>]* data-hint="[^"]+"[^>]* aria-label="([^"]*)" tabindex="0"><table>/gi,
          ),
        ];
        expect(frames.map(([, name = '']) => name.split(', ').length)).toEqual([5]);
        expect(html.match(/<table>/g)).toHaveLength(2);
      }
    },
  );

  test('publish no note of an editor, in any file', () => {
    const files = [...hashesOf(out()).keys()];
    expect(files.filter((file) => readFileSync(out(file), 'latin1').includes(secret))).toEqual([]);
    expect(readFileSync(path.join(root, 'content/pages/legal/nl.mdx'), 'utf8')).toContain(secret);
  });
});
