import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fallbacks } from '../../scripts/fallback-fonts/fonts.ts';
import { fallbackStyle, styleFile } from '../../scripts/fallback-fonts/style.ts';
import { wordsOf } from '../published/document.ts';
import { documents } from '../published/site.ts';
import { choicePath } from '../published-site.ts';
import { serveBrokenSite } from './broken-site.ts';
import { compareWidths } from './checks/widths.ts';

const texts = documents
  .flatMap((document) => wordsOf(document))
  .map(({ text }) => text.replaceAll('\u00ad', ''));
/** Everything that the site publishes. A browser breaks lines between words. */
const words = [...new Set(texts.flatMap((text) => text.split(/\s+/)))].filter(Boolean);
const letters = [...new Set(words.join(''))];

/** In em. A letter has its mean kerning, which alone it lacks; a word adds up what is left of its letters. */
const tolerance = { letter: 0.07, word: 0.2 };
/** As a part of the width. */
const bias = 0.0025;

test('The rules for the fallback fonts are those that the fonts give', async ({ page }) => {
  expect(readFileSync(styleFile, 'utf8'), 'Run npm run fallback-fonts.').toBe(await fallbackStyle(page));
});

test.describe('Until a web font arrives, every letter and word is as wide as it will be', () => {
  for (const { family, weight } of fallbacks) {
    test(`${family}, ${weight}`, async ({ page }) => {
      await page.goto(choicePath);
      const fonts = [weight, family.replace(/ Fallback$/, ''), family] as const;
      const alone = await compareWidths(page, fonts, letters, tolerance.letter);
      const set = await compareWidths(page, fonts, words, tolerance.word);
      const running = await compareWidths(page, fonts, texts, Number.POSITIVE_INFINITY);
      expect.soft(alone.misfits).toEqual([]);
      expect.soft(set.misfits).toEqual([]);
      expect.soft(Math.abs(running.bias)).toBeLessThan(bias);
    });
  }
});

test('the check finds that one average size does not fit', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/widths.html`);
  const fonts = [400, 'Web', 'Web Fallback'] as const;
  expect((await compareWidths(page, fonts, letters, tolerance.letter)).misfits.length).toBeGreaterThan(10);
  expect((await compareWidths(page, fonts, words, tolerance.word)).misfits.length).toBeGreaterThan(10);
  expect(Math.abs((await compareWidths(page, fonts, texts, 0)).bias)).toBeGreaterThan(bias);
  await expect(compareWidths(page, [400, 'Web', 'Missing'], words, 0)).rejects.toThrow('no Missing');
});
