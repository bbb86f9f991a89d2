import type { Page } from '@playwright/test';

/**
 * What paper has no use for: ways to other pages, files to save, forms, and what a reader of the screen hears but does not see,
 * or the reverse.
 */
const notForPaper = 'nav, search, button, a[href$=".vcf"], [aria-hidden="true"], .visually-hidden';

/**
 * Text that a reader of the screen can get to and a reader of the print cannot.
 * @param within the part of the page that paper must hold
 */
export async function findUnprintedText(page: Page, within = 'main'): Promise<string[]> {
  const onScreen = await readScreen(page, within);
  await page.emulateMedia({ media: 'print' });
  const onPaper = new Set(await page.evaluate(readContent, { within, except: notForPaper, open: false }));
  return onScreen.filter((text) => !onPaper.has(text));
}

/**
 * The texts that a reader of the screen can get to, answers that wait behind a question among them.
 * @param within the part of the page that paper must hold
 */
export async function readScreen(page: Page, within = 'main'): Promise<string[]> {
  await page.emulateMedia({ media: 'screen' });
  return page.evaluate(readContent, { within, except: notForPaper, open: true });
}

/** Navigation that would be printed. A link that looks like a button is content: it prints as a link. */
export async function findPrintedControls(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  return page.evaluate(() =>
    [...document.querySelectorAll('nav, button, body > a[href^="#"]')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0)
      .map((element) => `${element.localName} “${element.textContent.trim().slice(0, 40)}”`),
  );
}

function readContent({ within, except, open }: { within: string; except: string; open: boolean }): string[] {
  for (const details of document.querySelectorAll('details')) details.open = open;
  const part = document.querySelector(within);
  if (!part) throw new Error(`The page has no ${within}.`);
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) {
    const { textContent, parentElement } = walker.currentNode;
    const text = textContent?.trim();
    if (text && parentElement?.checkVisibility() && !parentElement.closest(except)) texts.push(text);
  }
  return texts;
}
