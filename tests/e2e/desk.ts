import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import axe from 'axe-core';
import { gateMessages, translatorOf } from '#edit/report/describe.ts';
import { languages } from '#lib/languages/languages.ts';
import { publishedPages, root, site } from '../published-site.ts';
import { type Preview, slowly } from './preview.ts';

/* The desk as editors use it, with the keyboard alone: no mouse, and no focus that Tab does not give. */

const messages = gateMessages(root, languages);
export const contact = site.contacts.find(({ channels }) => channels?.phone?.length === 1);
export const number = contact?.channels?.phone?.[0]?.number ?? '';
export const file = `content/contacts/${contact?.id}.yaml`;

export const twinIn = (key: string, code: string) =>
  publishedPages.find(({ page, twin }) => page.key === key && twin.language === code)?.twin;
export const read = (desk: Preview, each: string) => readFileSync(path.join(desk.root, each), 'utf8');
export const status = (page: Page) => page.getByRole('status').first();

interface Keys {
  readonly press?: string;
  readonly type?: string;
}

/** Goes to a control with Tab or Shift+Tab alone, then types or presses keys. */
export async function use(page: Page, control: Locator, { press, type }: Keys = {}) {
  await expect(control).toBeVisible(slowly);
  await expect(control).toBeEnabled(slowly);
  for (let turn = 0; turn < 30; turn++) {
    const distance = await control.evaluate(tabsTo);
    if (distance === 0) break;
    // Looked at after every walk, not after every key.
    for (let step = 0; step < Math.abs(distance); step++) await page.keyboard.press(distance < 0 ? 'Shift+Tab' : 'Tab');
  }
  await expect(control).toBeFocused();
  if (type !== undefined) {
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(type);
  }
  if (press !== undefined) await page.keyboard.press(press);
}

/** How many controls the focus is from an element, as far as the order of the page shows it; negative for one before it. Runs in the browser. */
function tabsTo(element: Element): number {
  const { activeElement } = document;
  if (!activeElement || activeElement === element) return 0;
  const follows = (one: Element, other: Element) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const isAhead = follows(activeElement, element);
  const [from, to] = isAhead ? [activeElement, element] : [element, activeElement];
  const stops = document.querySelectorAll(
    ':is(a[href], button, input, select, textarea, summary, iframe):not(:disabled)',
  );
  const between = [...stops].filter((each) => follows(from, each) && follows(each, to) && each.checkVisibility());
  return (between.length + 1) * (isAhead ? 1 : -1);
}

export async function expectNoBarrier(page: Page) {
  await page.addScriptTag({ content: axe.source });
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: ['iframe'] }),
  );
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

/** The words and the screens of the desk in a language of the editor. */
export function deskIn(code: string) {
  const say = translatorOf(messages, code);
  const saved = say('desk.status.saved');
  const open = async (page: Page, desk: Preview, screen: string) => {
    await page.goto(`${desk.origin}/desk/${code}${screen}`, slowly);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible(slowly);
  };
  const opened = async (page: Page, desk: Preview, screen: string) => {
    await open(page, desk, screen);
    await expect(status(page)).toContainText(saved, slowly);
  };
  return { say, saved, open, opened };
}
