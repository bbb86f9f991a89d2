import { type BrowserContextOptions, test as base, type Page } from '@playwright/test';

/** The tab of a worker with some options; it is opened when a test asks for it first. */
type Tabs = (options: BrowserContextOptions) => Promise<Page>;

// One fixture for all options: Playwright starts a new worker, with a new browser, for tests with other fixtures of a worker.
const test = base.extend<object, { tabs: Tabs }>({
  tabs: [
    async ({ browser }, use, { project }) => {
      const { baseURL } = project.use;
      const opened = new Map<string, Promise<Page>>();
      await use((options) => {
        const name = JSON.stringify(options);
        const tab = opened.get(name) ?? browser.newPage({ ...(baseURL === undefined ? {} : { baseURL }), ...options });
        opened.set(name, tab);
        return tab;
      });
    },
    { scope: 'worker' },
  ],
});

/**
 * A `test` that reuses one tab per worker, because a new tab takes longer than most tests. Not for tests of the network or of storage:
 * the tab keeps its cache.
 * @param options fixed options of the tab; each test can still set `viewport` and `colorScheme`
 */
export function testInOneTab(options: BrowserContextOptions) {
  return test.extend({
    page: async ({ tabs, viewport, colorScheme }, use) => {
      const tab = await tabs(options);
      if (viewport) await tab.setViewportSize(viewport);
      await tab.emulateMedia({ media: null, colorScheme: colorScheme ?? null });
      await tab.mouse.move(0, 0);
      await use(tab);
    },
  });
}
