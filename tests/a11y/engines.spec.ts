import { expect, test } from '@playwright/test';
import { visit } from '../e2e/documents.ts';
import { documentPaths } from '../published-site.ts';
import { inWords } from './check.ts';
import { engines } from './checks.ts';
import { expired, readExceptions } from './exceptions.ts';
import { lookInWords, looks, take } from './looks.ts';
import { record } from './results.ts';

const exceptions = readExceptions();

// Engines are scripts, which the content security policy of the site blocks.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

test.describe('No engine finds a barrier in any viewport or colour scheme', () => {
  for (const path of documentPaths) {
    test(path, async ({ page }, testInfo) => {
      await visit(page, path);
      for (const each of looks) {
        await take(page, each);
        for (const check of engines) {
          const look = lookInWords(each);
          const left = await record(testInfo, { check, page: path, look }, await check.judge(page), exceptions);
          expect.soft(left.map(inWords), `${check.id}, ${look}`).toEqual([]);
        }
      }
    });
  }
});

test('no exception has expired', () => {
  expect(expired(exceptions)).toEqual([]);
});
