import { expect, test } from '@playwright/test';
import { inLanguage, type Language, languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { samples } from '../e2e/documents.ts';
import { site } from '../published-site.ts';
import { Firefox, firefoxPath } from './firefox.ts';

/* The main tasks of visitors in Firefox, whose focus, popovers and forced colours are another engine's work. */

const criteria = (...numbers: readonly string[]) => ({
  annotation: numbers.map((description) => ({ type: 'criterion', description })),
});
const wide = { width: 1280, height: 800 };
/** 1280 × 1024 pixels at 400 %. */
const zoomed = { width: 320, height: 256 };
const pathOf = (key: string | null, { code }: Language) => twinOf(pageOf(site, key ?? homeKey), code).path;

const unit = site.contacts.find(({ channels, page }) => channels?.phone && page);
if (!unit) throw new Error('No unit has a phone number and a page.');

test.skip(
  !firefoxPath,
  'Firefox is not installed (Debian: apt-get install firefox-esr), nor does FIREFOX_PATH name it.',
);

/** Whether the element that has the focus matches a selector. */
const hasFocus = (firefox: Firefox, selector: string) =>
  firefox.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

/** Presses Tab until an element that matches the selector has the focus. */
async function tabTo(firefox: Firefox, selector: string): Promise<void> {
  for (let presses = 0; presses < 300; presses++) {
    await firefox.press('Tab');
    if (await hasFocus(firefox, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script';
  for (const language of languages) {
    test(
      `a keyboard user in Firefox, ${how}, skips the header, follows the menu and opens and closes a card (${language.code})`,
      criteria('2.1.1', '2.1.2', '2.4.1', '2.4.3', '4.1.2'),
      async ({ baseURL }) => {
        await using firefox = await Firefox.start({ ...wide, preferences: { 'javascript.enabled': script } });
        await firefox.open(baseURL + pathOf(homeKey, language));
        expect(await firefox.evaluate(() => matchMedia('(scripting: none)').matches)).toBe(!script);
        await firefox.press('Tab');
        expect(await hasFocus(firefox, '[href="#main"]')).toBe(true);
        await firefox.press('Enter');
        await firefox.press('Tab');
        expect(await hasFocus(firefox, 'main *')).toBe(true);

        await firefox.open(baseURL + pathOf(homeKey, language));
        const directory = pathOf(site.directory, language);
        await tabTo(firefox, `#menu nav a[href="${directory}"]`);
        await firefox.press('Enter');
        await expect.poll(() => firefox.evaluate(() => decodeURI(location.pathname))).toBe(directory);

        const opener = `[popovertarget="card-${unit.id}"]`;
        const card = `#card-${unit.id}`;
        const isOpen = () => firefox.evaluate((name) => document.querySelector(name)?.checkVisibility(), card);
        if (script) {
          await tabTo(firefox, '#filter');
          await firefox.type(inLanguage(unit.name, language.code));
          const shown = () => firefox.evaluate(() => document.querySelectorAll('[data-words]:not([hidden])').length);
          await expect.poll(shown).toBe(1);
        }
        await tabTo(firefox, opener);
        await firefox.press('Enter');
        await expect.poll(isOpen).toBe(true);
        await firefox.press('Tab');
        expect(await hasFocus(firefox, `${card} *`), 'the next Tab leads into the card').toBe(true);
        await firefox.press('Escape');
        await expect.poll(isOpen).toBe(false);
        expect(await hasFocus(firefox, opener), 'the focus returns').toBe(true);
      },
    );
  }
}

test(
  'in Firefox at 400 %, with and without wide text spacing, no page scrolls sideways, and the menu works by keyboard',
  criteria('1.4.4', '1.4.10', '1.4.12', '2.1.1', '2.4.3'),
  async ({ baseURL }) => {
    await using firefox = await Firefox.start({ ...zoomed, preferences: { 'ui.prefersReducedMotion': 1 } });
    const excess = () =>
      firefox.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const { path } of samples) {
      await firefox.open(baseURL + path);
      expect.soft(await excess(), path).toBe(0);
      await firefox.evaluate(() => {
        const wanted = { 'line-height': '1.5', 'letter-spacing': '0.12em', 'word-spacing': '0.16em' };
        for (const element of document.querySelectorAll<HTMLElement>('body *'))
          for (const [name, value] of Object.entries(wanted)) element.style.setProperty(name, value, 'important');
      });
      expect.soft(await excess(), `${path}, wide spacing`).toBe(0);
      await tabTo(firefox, '[popovertarget="menu"]');
      await firefox.press('Enter');
      await firefox.press('Tab');
      const isInside = await firefox.evaluate(() => {
        const element = document.activeElement;
        const { top = -1, bottom = Infinity } = element?.getBoundingClientRect() ?? {};
        return element?.closest('#menu') !== null && top >= 0 && bottom <= innerHeight;
      });
      expect.soft(isInside, `${path}: the next Tab leads into the menu, in view`).toBe(true);
      await firefox.press('Escape');
      expect.soft(await hasFocus(firefox, '[popovertarget="menu"]'), `${path}: the focus returns`).toBe(true);
    }
  },
);

test(
  'in Firefox with forced colours, every control shows its focus and its words',
  criteria('1.4.3', '1.4.11', '2.4.7'),
  async ({ baseURL }) => {
    const preferences = { 'browser.display.document_color_use': 2, 'ui.prefersReducedMotion': 1 };
    await using firefox = await Firefox.start({ ...wide, preferences });
    for (const { path } of samples) {
      await firefox.open(baseURL + path);
      expect(await firefox.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
      for (let stop = 0; stop < 25; stop++) {
        await firefox.press('Tab');
        const fault = await firefox.evaluate(() => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const drawn = element.matches('[type="radio"]') ? element.closest('label') : element;
          const { outlineStyle, outlineWidth, color, backgroundColor } = getComputedStyle(drawn ?? element);
          const name = element.textContent.trim().slice(0, 40);
          if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `“${name}” shows no focus`;
          return color === backgroundColor ? `“${name}” has words in the colour of their background` : null;
        });
        expect.soft(fault, path).toBeNull();
      }
    }
  },
);
