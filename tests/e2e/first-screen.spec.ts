import { expect, test } from '@playwright/test';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { site } from '../published-site.ts';

const phone = { width: 390, height: 844 };

test.describe('The first screen of a phone shows what the service is and where its tasks are', () => {
  for (const { code, name } of languages) {
    test(name, async ({ page }) => {
      await page.setViewportSize(phone);
      await page.goto(twinOf(pageOf(site, homeKey), code).path);
      const directory = twinOf(pageOf(site, site.directory ?? ''), code).path;
      const answers = [
        page.getByRole('heading', { level: 1 }),
        page.locator(`.tasks a[href="${directory}"]`),
      ];
      for (const answer of answers) {
        const box = await answer.boundingBox();
        expect((box?.y ?? Number.POSITIVE_INFINITY) + (box?.height ?? 0)).toBeLessThanOrEqual(phone.height);
      }
    });
  }
});
