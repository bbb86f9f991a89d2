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

/** A page of each kind in one language, the languages in turn. */
const inTurn = kinds.flatMap((key, index) => pathsOf(key)[index % languages.length] ?? []);

/** Browser tests: their file, the end of their names before the path, and the pages that they run on. */
const browserTests = [
  { file: 'barriers', name: 'menu and answers open or closed', paths: ['/', ...kinds.flatMap(pathsOf)] },
  { file: 'layout', name: 'also when spaced out', paths: inTurn },
  { file: 'print', name: 'well filled A4 sheets', paths: inTurn },
];

test('a page of each kind has no barrier in axe, can be read in any window, and prints its whole text', async () => {
  const files = browserTests.map(({ file }) => `tests/e2e/${file}.spec.ts`);
  const names = browserTests.map(({ name, paths }) => `${name} (${paths.join('|')})$`);
  const { code, output } = await runNode(
    root,
    ['node_modules/@playwright/test/cli.js', 'test', '--project=e2e', ...files, '-g', names.join('|')],
    { TEST_PORT: String(Number(process.env['TEST_PORT'] ?? 3900) + 40) },
  );
  expect(code, output).toBe(0);
  expect(output).toContain(`${browserTests.flatMap(({ paths }) => paths).length} passed`);
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
      // That a naive server breaks the promises depends on no site.
      '--testNamePattern',
      '^(?!A naive server)',
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
