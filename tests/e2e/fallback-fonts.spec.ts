import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { fallbacks } from '#commands/fallback-fonts/fonts.ts';
import { fallbackStyle, styleFile } from '#commands/fallback-fonts/style.ts';
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

/**
 * How far a letter, a word (em) and all texts together (part of their width) may be off. A letter has its mean kerning, which alone it
 * lacks; a word adds up what is left of its letters. Headings and bold words are short, and have too few rules for each letter.
 */
const running = { letter: 0.05, word: 0.1, bias: 0.0025 };
const short = { letter: Number.POSITIVE_INFINITY, word: 0.5, bias: 0.005 };

test('The rules for the fallback fonts are those that the fonts give', async ({ page }) => {
  expect(readFileSync(styleFile, 'utf8'), 'Run npm run fallback-fonts.').toBe(await fallbackStyle(page));
});

test.describe('Until a web font arrives, running text is as wide as it will be, letter by letter, and headings and bold words are nearly so', () => {
  for (const { family, weight } of fallbacks) {
    test(`${family}, ${weight}`, async ({ page }) => {
      await page.goto(choicePath);
      const fonts = [weight, family.replace(/ Fallback$/, ''), family] as const;
      const tolerance = weight === 400 ? running : short;
      const alone = await compareWidths(page, fonts, letters, tolerance.letter);
      const set = await compareWidths(page, fonts, words, tolerance.word);
      const all = await compareWidths(page, fonts, texts, Number.POSITIVE_INFINITY);
      expect.soft(alone.misfits).toEqual([]);
      expect.soft(set.misfits).toEqual([]);
      expect.soft(Math.abs(all.bias)).toBeLessThan(tolerance.bias);
    });
  }
});

test('the check finds that one average size does not fit', async ({ page }) => {
  await using broken = await serveBrokenSite();
  await page.goto(`${broken.origin}/widths.html`);
  const fonts = [400, 'Web', 'Web Fallback'] as const;
  expect((await compareWidths(page, fonts, letters, running.letter)).misfits.length).toBeGreaterThan(10);
  for (const { word, bias } of [running, short]) {
    expect((await compareWidths(page, fonts, words, word)).misfits.length).toBeGreaterThan(10);
    expect(Math.abs((await compareWidths(page, fonts, texts, 0)).bias)).toBeGreaterThan(bias);
  }
  await expect(compareWidths(page, [400, 'Web', 'Missing'], words, 0)).rejects.toThrow('no Missing');
});
