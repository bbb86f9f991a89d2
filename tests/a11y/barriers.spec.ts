import { expect, test } from '@playwright/test';
import type { BrokenSite } from '../e2e/broken-site.ts';
import { inWords } from './check.ts';
import { checks } from './checks.ts';
import { findAll, readBarriers, serveFixtures } from './fixtures.ts';

/* Measures the checks: one page per failure that WCAG documents, written before the checks, and one page without barriers. */

const barriers = readBarriers();

let site: BrokenSite;
test.beforeAll(async () => {
  site = await serveFixtures();
});
test.afterAll(() => site[Symbol.asyncDispose]());

test('no check finds a barrier on the page without barriers', async ({ browser }) => {
  const found = await findAll(browser, `${site.origin}/barriers/clean.html`);
  expect([...found].flatMap(([id, list]) => list.map((each) => `${id}: ${inWords(each)}`))).toEqual([]);
});

test.describe('The expected checks find each barrier', () => {
  for (const { file, criterion, barrier, foundBy } of barriers) {
    test(`${file}: ${barrier}`, async ({ browser }) => {
      // Only a barrier of this criterion counts, so other checks need not run.
      const able = checks.filter(({ criteria }) => criteria.includes(criterion));
      const found = await findAll(browser, `${site.origin}/barriers/${file}.html`, able);
      const finders = [...found].filter(([, list]) => list.some(({ criteria }) => criteria.includes(criterion)));
      expect(finders.map(([id]) => id).sort()).toEqual(foundBy);
    });
  }
});
