import { expect } from '@playwright/test';
import { publishedPages, site } from '../published-site.ts';
import { findUnreadableText, sidewaysScroll } from './checks/layout.ts';
import { samples } from './documents.ts';
import { testInOneTab } from './tab.ts';

/**
 * A browser without popovers (Safari 16, Firefox 115), imitated: the pages lose the attribute, and the style sheet's question whether
 * selectors for popovers are known gets the other answer.
 */
const test = testInOneTab({ bypassCSP: true });
test.use({ viewport: { width: 390, height: 844 } });
const asked = '@supports not selector(:popover-open)';

const directories = publishedPages.filter(({ page }) => page.key === site.directory);
const sampled = [...new Set([...samples, ...directories].map(({ path }) => path))];

test.describe('A browser without popovers shows the menu below the header, and no button that does nothing', () => {
  for (const path of sampled) {
    test(path, async ({ page }) => {
      await page.route(path, async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        expect(html).toContain(asked);
        const body = html.replace(asked, '@supports selector(:popover-open)').replaceAll(' popover="auto"', '');
        await route.fulfill({ response, body });
      });
      await page.goto(path);
      const name = page.locator('body > header > div > a').first();
      const menu = page.locator('body > header nav');
      await expect(menu.getByRole('link')).toHaveCount(site.navigation.header.length);
      const [above, below] = [await name.boundingBox(), await menu.boundingBox()];
      expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
      await expect(page.locator('[popovertarget]').filter({ visible: true })).toHaveCount(0);
      expect(await sidewaysScroll(page)).toBe(0);
      expect(await findUnreadableText(page)).toEqual([]);
      await page.unroute(path);
    });
  }
});
