import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { siteStyle } from '#publish/pages/style-sheet.ts';
import { documentPaths, htmlOf, publishedPages, root, site } from '../published-site.ts';
import { compareStyles } from './checks/style.ts';
import { visit } from './documents.ts';
import { testInOneTab } from './tab.ts';

const test = testInOneTab({});

/** The style sheet of the site, from which each page's own is cut. */
const whole = siteStyle(['built'], new Map([['built', readBuiltStyle()]]));

test.describe('A page has every rule of the site that applies to something on it, in the same order', () => {
  for (const pagePath of documentPaths) {
    test(pagePath, async ({ page }) => {
      await visit(page, pagePath);
      const { lacking, strange, unset, applied } = await compareStyles(page, named(whole, pagePath));
      expect.soft(lacking).toEqual([]);
      expect.soft(strange).toEqual([]);
      expect.soft(unset).toEqual([]);
      expect(applied).toBeGreaterThan(50);
    });
  }
});

test.describe('So has the search page when it shows what was found, and what was not', () => {
  const searchPages = publishedPages.filter(({ page }) => page.key === site.search);
  for (const { path: pagePath } of searchPages) {
    for (const query of ['ict', 'zxqvzxqv']) {
      test(`${pagePath}, ${query}`, async ({ page }) => {
        await visit(page, `${pagePath}?q=${query}`);
        await expect(page.locator('site-search')).toHaveAttribute('data-state', /none|single|several/);
        const { lacking, strange } = await compareStyles(page, named(whole, pagePath));
        expect.soft(lacking).toEqual([]);
        expect.soft(strange).toEqual([]);
      });
    }
  }
});

test.describe('So has the directory while it is filtered, and when nothing is left', () => {
  const directories = publishedPages.filter(({ page }) => page.key === site.directory);
  for (const { path: pagePath } of directories) {
    for (const query of ['ict', 'zxqvzxqv']) {
      test(`${pagePath}, ${query}`, async ({ page }) => {
        await visit(page, `${pagePath}?q=${query}`);
        await expect(page.locator('directory-filter')).toHaveAttribute('filtered');
        const { lacking, strange } = await compareStyles(page, named(whole, pagePath));
        expect.soft(lacking).toEqual([]);
        expect.soft(strange).toEqual([]);
      });
    }
  }
});

test('the check finds what is lacking, moved or not set', async ({ page }) => {
  await page.goto('about:blank');
  await page.setContent(
    '<style>@layer a{p{color:red}}i{color:var(--ink)}p{margin:0}</style><p class="lead"><i>x</i></p>',
  );
  const css =
    '@layer a{p{color:red}}p{margin:0}i{color:var(--ink)}.lead{margin:1px}@media print{p::before{content:"x"}}.gone{margin:0}:root{--ink:red}';
  const { lacking, strange, unset } = await compareStyles(page, css);
  expect(lacking.map((rule) => rule.split(' ')[0])).toEqual(['p', '.lead', 'p::before']);
  expect(strange).toEqual([expect.stringContaining('p ')]);
  expect(unset).toEqual(['--ink']);
});

/** As Next.js built it. */
function readBuiltStyle(): string {
  const folder = path.join(root, '.next/static');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  expect(files, 'Next.js built one style sheet').toHaveLength(1);
  return readFileSync(path.join(folder, files[0] ?? ''), 'utf8');
}

/** The fonts are called as in the page, where their names carry a hash. */
function named(css: string, pagePath: string): string {
  const fonts = [...htmlOf(pagePath).matchAll(/\/assets\/([\w-]+)\.[0-9a-f]+\.woff2/g)];
  return fonts.reduce((text, [asset, name]) => text.replace(`/fonts/${name}.woff2`, asset), css);
}
