import type { Page } from '@playwright/test';

/** Parts that are useless on paper: navigation, ways back from footnotes, downloads, forms, and text for screen readers or for the screen alone. */
const notForPaper = 'nav, search, button, a[href$=".vcf"], [aria-hidden="true"], [role="doc-backlink"], .sr-only';

/**
 * Text that is available on the screen but not on paper.
 * @param within the part of the page that must be printed
 */
export async function findUnprintedText(page: Page, within = 'main'): Promise<string[]> {
  const onScreen = await readScreen(page, within);
  await page.emulateMedia({ media: 'print' });
  const onPaper = new Set(await page.evaluate(readContent, { within, except: notForPaper, open: false }));
  return onScreen.filter((text) => !onPaper.has(text));
}

/**
 * The texts that are available on the screen, including closed answers.
 * @param within the part of the page that must be printed
 */
export async function readScreen(page: Page, within = 'main'): Promise<string[]> {
  await page.emulateMedia({ media: 'screen' });
  return page.evaluate(readContent, { within, except: notForPaper, open: true });
}

/** Navigation that would be printed. A link that looks like a button is content and prints as a link. */
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
