import { type BrowserContextOptions, test as base, type Page } from '@playwright/test';

/**
 * A `test` that reuses one tab per worker, because a new tab takes longer than most tests. Not for tests of the network or of storage:
 * the tab keeps its cache.
 * @param options fixed options of the tab; each test can still set `viewport` and `colorScheme`
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
