import { type BrowserContextOptions, test as base, type Page } from '@playwright/test';

/**
 * A `test` whose pages open one after the other in one tab of each worker, as for a visitor who goes on. Opening a new tab takes longer
 * than most looks at a page. Not for tests that watch what arrives, or what stays in the browser: here, fonts are in the cache.
 * @param options what cannot change while the tab is open; the window and the colours are those that the test asks for, each time
 */
export function testInOneTab(options: BrowserContextOptions) {
  return base.extend<object, { tab: Page }>({
    tab: [
      async ({ browser }, use, { project }) => {
        const { baseURL } = project.use;
        const tab = await browser.newPage({ ...(baseURL === undefined ? {} : { baseURL }), ...options });
        await use(tab);
        await tab.close();
      },
      { scope: 'worker' },
    ],
    page: async ({ tab, viewport, colorScheme }, use) => {
      if (viewport) await tab.setViewportSize(viewport);
      await tab.emulateMedia({ media: null, colorScheme: colorScheme ?? null });
      await tab.mouse.move(0, 0);
      await use(tab);
    },
  });
}
