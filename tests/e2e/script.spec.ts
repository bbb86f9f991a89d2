import { test as base, expect, type Page } from '@playwright/test';
import { documentPaths, htmlOf } from '../published-site.ts';

/** One tab with JavaScript and one without, for all documents. */
const test = base.extend<object, { tabs: { scripted: Page; bare: Page } }>({
  tabs: [
    async ({ browser }, use) => {
      const scripted = await browser.newPage();
      const bare = await browser.newPage({ javaScriptEnabled: false });
      await use({ scripted, bare });
      await Promise.all([scripted.close(), bare.close()]);
    },
    { scope: 'worker' },
  ],
});

test.describe('A page has the same text and links without script', () => {
  for (const path of documentPaths) {
    test(path, async ({ tabs, baseURL }) => {
      const [scripted, bare] = await Promise.all(
        [tabs.scripted, tabs.bare].map((tab) => readPage(tab, `${baseURL}${path}`)),
      );
      if (!bare || !scripted) throw new Error('A tab is missing.');
      // A custom element may add text, but neither removes text nor adds links.
      const holdsElement = htmlOf(path).includes('<script type="module"');
      expect(holdsElement ? commonPart(scripted.text, bare.text) : scripted.text).toEqual(bare.text);
      expect(bare.links).toEqual(scripted.links);
      expect(bare.text).not.toEqual([]);
    });
  }
});

test('the comparison finds a text that is missing or moved with script', () => {
  expect(commonPart(['a', 'added', 'b'], ['a', 'b'])).toEqual(['a', 'b']);
  expect(commonPart(['a'], ['a', 'b'])).not.toEqual(['a', 'b']);
  expect(commonPart(['b', 'a'], ['a', 'b'])).not.toEqual(['a', 'b']);
});

/** The texts of `expected` that occur in `all` in the same order. */
function commonPart(all: readonly string[], expected: readonly string[]): string[] {
  const found: string[] = [];
  for (const text of all) if (text === expected[found.length]) found.push(text);
  return found;
}

/** The visible texts and the links of a page. */
async function readPage(tab: Page, path: string): Promise<{ text: string[]; links: (string | null)[] }> {
  await tab.goto(path);
  return tab.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const text: string[] = [];
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (textContent?.trim() && parentElement?.checkVisibility()) text.push(textContent.trim());
    }
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href'));
    return { text, links };
  });
}
