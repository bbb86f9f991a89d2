import { expect, test } from '@playwright/test';
import type { BrokenSite } from '../e2e/broken-site.ts';
import { inWords } from './check.ts';
import { checks } from './checks.ts';
import { criteriaWithFixtures, findAll, serveFixtures } from './fixtures.ts';

let site: BrokenSite;
test.beforeAll(async () => {
  site = await serveFixtures();
});
test.afterAll(() => site[Symbol.asyncDispose]());

test.describe('The checks tell a page that fails a criterion from a page that meets it', () => {
  for (const criterion of criteriaWithFixtures()) {
    test(criterion, async ({ browser }) => {
      const able = checks.filter((check) => check.criteria.includes(criterion));
      const broken = await findAll(browser, `${site.origin}/criteria/${criterion}/fails.html`, able);
      const finders = able.filter(({ id }) => broken.get(id)?.some((barrier) => barrier.criteria.includes(criterion)));
      expect(
        finders.map(({ id }) => id),
        'checks that find the barrier',
      ).not.toEqual([]);
      const kept = await findAll(browser, `${site.origin}/criteria/${criterion}/passes.html`);
      expect([...kept].flatMap(([id, barriers]) => barriers.map((each) => `${id}: ${inWords(each)}`))).toEqual([]);
    });
  }
});
