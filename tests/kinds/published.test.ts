import { expect, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { homeKey } from '#lib/site/site.ts';
import { runNode } from '../build/project-copy.ts';
import { downloads, publicationList, publications } from './content/documents.ts';
import { newsKeys } from './content/news-and-notices.ts';
import { pagesWithParts } from './content/parts.ts';
import { pagesWithPictures } from './content/pictures.ts';
import { pathsOf, root } from './site.ts';

/* The tests of the public site, run on the site of the fixtures, in the copy of the project that it is built in. */

/** A page of each kind: list and item, new and old, with pictures, parts, documents and notices. */
const kinds: readonly string[] = [
  ...new Set([
    homeKey,
    ...pagesWithPictures,
    ...pagesWithParts,
    publicationList,
    ...publications.map(({ key }) => key),
    downloads,
    'news',
    ...[0, 40].map((index) => newsKeys[index] ?? ''),
    'contact',
    'services/ict',
  ]),
];

/** Runs browser tests of a file on pages of the fixtures, and expects that each of them passes. */
async function expectToPass(file: string, name: string, paths: readonly string[]): Promise<void> {
  const { code, output } = await runNode(
    root,
    ['node_modules/@playwright/test/cli.js', 'test', '--project=e2e', file, '-g', `${name} (${paths.join('|')})$`],
    { TEST_PORT: String(Number(process.env['TEST_PORT'] ?? 3900) + 40) },
  );
  expect(code, output).toBe(0);
  expect(output).toContain(`${paths.length} passed`);
}

test('axe finds no barrier on a page of each kind, narrow or wide, light or dark', async () => {
  await expectToPass('tests/e2e/barriers.spec.ts', 'open or closed', ['/', ...kinds.flatMap(pathsOf)]);
});

/** A page of each kind in one language, the languages in turn. */
const inTurn = kinds.flatMap((key, index) => pathsOf(key)[index % languages.length] ?? []);

test('every text of a page of each kind can be read in any window, from 320 pixels on', async () => {
  await expectToPass('tests/e2e/layout.spec.ts', 'also when spaced out', inTurn);
});

test('a page of each kind prints its whole text', async () => {
  await expectToPass('tests/e2e/print.spec.ts', 'well filled A4 sheets', inTurn);
});

test('the site of the fixtures passes the tests of published files and of servers', async () => {
  const names = [
    'feeds',
    'files',
    'html',
    'languages',
    'links',
    'markdown',
    'policy',
    'preview-cards',
    'report',
    'scripts',
    'search',
    'structured-data',
  ];
  const files = [...names.map((name) => `tests/published/${name}.test.ts`), 'tests/http/promises.test.ts'];
  const { code, output } = await runNode(
    root,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--testTimeout',
      '600000',
      '--project',
      'published',
      '--project',
      'http',
      ...files,
    ],
    { NODE_ENV: 'test' },
  );
  expect(code, output).toBe(0);
});
