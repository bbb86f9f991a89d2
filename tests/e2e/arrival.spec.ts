import { expect, type Page, test } from '@playwright/test';
import { fonts } from '#lib/site/fonts.ts';
import { readDocument, textOf } from '../published/document.ts';
import { choicePath, documentPaths, htmlOf, lostPath, readHosting } from '../published-site.ts';
import { serveBrokenSite } from './broken-site.ts';
import { measureShifts } from './checks/shifts.ts';
import { findTraces, watchTraffic } from './checks/traffic.ts';
import { samples } from './documents.ts';
import { serveInParts } from './slow-line.ts';

const published = new Set(Object.keys(readHosting().files));
const windows = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

/** Layout shift is reported with three decimals. */
const roundsToZero = 0.0005;
/**
 * What may shift when the fonts arrive after the first paint: a lead that has one line more or less on a phone, which the words of editors
 * decide. The fallback fonts themselves are tested by the width of a text (`sameWidth`). Most pages stay below 0.02.
 */
const lateFonts = 0.15;
/** By how much of its width a text may be wider or narrower in the fallback font. */
const sameWidth = 0.015;

test.describe('A page requests only published files, respects its policy, shifts nothing and stores nothing', () => {
  for (const path of documentPaths) {
    test(path, async ({ page, baseURL }) => {
      // The path of the 404 page answers 404 by design.
      const traffic = await watchTraffic(page, (from) => new URL(from).pathname === lostPath);
      for (const window of windows) {
        await page.setViewportSize(window);
        await visitOnSlowLine(page, path);
        const late = await measureShifts(page);
        expect.soft(late.total, `${window.width} px, late fonts: ${late.moved.join(', ')}`).toBeLessThan(lateFonts);
        // The browser has the fonts in its cache from now on.
        await page.goto(path);
        const { total, moved } = await measureShifts(page);
        expect.soft(total, `${window.width} px: ${moved.join(', ')}`).toBe(0);
      }
      const strange = traffic.requests
        .filter(({ origin, pathname }) => origin !== baseURL || !published.has(pathname))
        .filter(({ pathname }) => path !== lostPath || pathname !== lostPath);
      expect.soft(strange.map(String)).toEqual([]);
      expect.soft(traffic.complaints).toEqual([]);
      expect.soft(await findTraces(page)).toEqual([]);
    });
  }
});

const after = (mark: string) => (html: string) => html.indexOf(mark) + mark.length;
/** Where the first part of a document ends: in the menu, below the heading, in the middle of the content. */
const cuts = [after('</li>'), after('</h1>'), (html: string) => (html.indexOf('<body') + html.length) >> 1];

test.describe('A page that arrives in parts does not shift', () => {
  for (const path of [choicePath, lostPath, ...samples.map(({ path }) => path)]) {
    test(path, async ({ page }) => {
      const documents = new Map([[path, htmlOf(path)]]);
      for (const [index, cut] of cuts.entries()) {
        await using line = await serveInParts(documents, cut);
        for (const window of windows) {
          await page.setViewportSize(window);
          await page.goto(line.origin + path);
          const { total, moved } = await measureShifts(page);
          expect.soft(total, `${window.width} px, cut ${index}: ${moved.join(', ')}`).toBeLessThan(roundsToZero);
        }
      }
    });
  }
});

test('the fallback fonts are as wide as the web fonts, over the words of all pages', async ({ page }) => {
  const words = documentPaths.map((path) => textOf(readDocument(path, htmlOf(path)).tree)).join(' ');
  await page.goto(choicePath);
  for (const { family, weights } of fonts) {
    const [weight] = weights.split(' ');
    const widths = await page.evaluate(
      async ([text, ...names]) => {
        const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
        await Promise.all(names.map((name) => document.fonts.load(name)));
        return names.map((name) => {
          context.font = name;
          return context.measureText(text).width;
        });
      },
      [words, ...[family, `${family} Fallback`, 'monospace'].map((name) => `${weight} 16px "${name}"`)] as const,
    );
    const [web = 0, fallback = 0, unlike = 0] = widths;
    expect(Math.abs(fallback / web - 1), family).toBeLessThan(sameWidth);
    expect(Math.abs(unlike / web - 1), `the check fails for another font than ${family}`).toBeGreaterThan(sameWidth);
  }
});

test('the check finds a shift when the rest of a page arrives', async ({ page }) => {
  // Without the link, the browser draws half of the menu, which shifts when the other half arrives.
  const [first] = samples;
  const html = htmlOf(first?.path ?? '').replace(/<link rel="expect"[^>]*>/, '');
  const drawn = Promise.withResolvers<void>();
  await using line = await serveInParts(new Map([['/', html]]), after('</li>'), () => drawn.promise);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(line.origin, { waitUntil: 'commit' });
  await firstPaint(page);
  // The first paint may precede the menu; the shift counts from a frame that shows half of it.
  await page.waitForFunction(() => document.querySelector('header li'));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  drawn.resolve();
  await page.waitForLoadState();
  expect((await measureShifts(page)).total).toBeGreaterThan(roundsToZero);
});

/** Opens a page whose fonts arrive after its first paint, as on a slow line. */
async function visitOnSlowLine(page: Page, path: string): Promise<void> {
  const reading = Promise.withResolvers<void>();
  await page.route('**/*.woff2', async (route) => {
    await reading.promise;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  await firstPaint(page);
  reading.resolve();
  await page.waitForLoadState();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.unroute('**/*.woff2');
  const late = await page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    return resources
      .filter(({ responseEnd }) => paint && responseEnd > paint.startTime)
      .map(({ name }) => name.slice(name.lastIndexOf('.')));
  });
  expect(late, 'the fonts are late').toContain('.woff2');
}

async function firstPaint(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
}

test('a page is cross-origin isolated', async ({ page }) => {
  await page.goto('/');
  expect(await page.evaluate(() => globalThis.crossOriginIsolated)).toBe(true);
});

test('the check finds third-party requests, missing files, errors and policy violations', async ({ page }) => {
  await using broken = await serveBrokenSite();
  const traffic = await watchTraffic(page);
  await page.goto(`${broken.origin}/traffic.html`);
  await expect(page).toHaveTitle('Done');
  expect(traffic.requests.map(({ origin }) => origin)).toContain('http://127.0.0.1:9');
  const complaints = [/^failed: .*127\.0\.0\.1/, /^status 404 .*missing/, /forbids style-src/, /^said/, /^uncaught/];
  for (const complaint of complaints) {
    expect(traffic.complaints).toContainEqual(expect.stringMatching(complaint));
  }
});

test('the check finds a layout shift', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/shifts.html`);
  await expect(page).toHaveTitle('Shifted');
  const { total, moved } = await measureShifts(page);
  expect(total).toBeGreaterThan(0.05);
  expect(moved).toEqual([expect.stringContaining('This text moves')]);
});

test('the check finds everything that a page can store', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/traces.html`);
  await expect(page).toHaveTitle('Left');
  expect(await findTraces(page)).toEqual([
    'cookie crumb',
    'localStorage local',
    'sessionStorage session',
    'IndexedDB database',
    'cache store',
    'service worker /',
  ]);
});
