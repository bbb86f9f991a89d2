import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page, type Response } from '@playwright/test';
import type { Messages } from 'next-intl';
import { type Language, languageOf, languages } from '#lib/languages/languages.ts';
import { type PublishedPage, publishedPages, root } from '../published-site.ts';

const wordsByCode: ReadonlyMap<string, Messages> = new Map(
  languages.map(({ code }) => [
    code,
    JSON.parse(readFileSync(path.join(root, 'messages', `${code}.json`), 'utf8')) as Messages,
  ]),
);

/** The messages of the interface in a language. */
export function wordsOf({ code }: Language): Messages {
  const words = wordsByCode.get(code);
  if (!words) throw new Error(`No messages for "${code}".`);
  return words;
}

/** The language of a published page. */
export function languageOfPage({ twin }: PublishedPage): Language {
  return languageOf(twin.language);
}

/** The other languages. */
export function othersThan(language: Language): readonly Language[] {
  return languages.filter(({ code }) => code !== language.code);
}

/** One page of each template in each language, for tests of the template. */
export const samples: readonly PublishedPage[] = [
  ...new Map(
    [...publishedPages].reverse().map((each) => [`${each.page.template} ${each.twin.language}`, each]),
  ).values(),
].reverse();

/** Opens a page and waits for its fonts. */
export async function visit(page: Page, pagePath: string): Promise<Response> {
  const response = await page.goto(pagePath);
  if (!response) throw new Error(`${pagePath} gave no response.`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return response;
}

/** Opens the cards of a page one after the other, runs a function on each, and closes it. */
export async function openEachCard(page: Page, look: (card: Locator) => Promise<void>): Promise<void> {
  for (const opener of await page.getByRole('main').locator('button[popovertarget]:not([popovertargetaction])').all()) {
    const card = page.locator(`[id="${await opener.getAttribute('popovertarget')}"]`);
    await opener.click();
    await expect(card).toBeVisible();
    await look(card);
    await page.keyboard.press('Escape');
    await expect(card).toBeHidden();
  }
  await page.evaluate(() => scrollTo(0, 0));
}

/** Opens all answers of questions. */
export async function openAnswers(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
