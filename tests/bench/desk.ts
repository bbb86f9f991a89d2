import { chromium, expect, type Page } from '@playwright/test';
import { languages } from '#lib/languages/languages.ts';
import { browserFlags, ensureBrowser } from '../browser.ts';
import { startPreview } from '../e2e/preview.ts';
import { median, type Row } from './row.ts';

const runs = 5;

/** Mistakes in a record and in a text of a page. */
const mistakes = [
  { screen: 'record/contacts/ict', field: 'input[type="tel"]', words: 'x' },
  { screen: 'page/legal', field: '.desk-part[data-kind="text"] textarea', words: ' [x](page:nowhere)' },
] as const;

/** How long the desk takes to show a finding at its field: the median, in seconds from the last key. */
export async function benchDesk(): Promise<Row[]> {
  await using preview = await startPreview();
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  try {
    const page = await browser.newPage();
    const rows: Row[] = [];
    for (const { screen, field, words } of mistakes) {
      await page.goto(`${preview.origin}/desk/${languages[0]?.code}/${screen}`, { timeout: 120_000 });
      const seconds: number[] = [];
      for (let run = 0; run < runs; run++) seconds.push(await secondsUntilFound(page, field, words));
      rows.push({ what: `finding at a field of ${screen}`, value: median(seconds), unit: 's', budget: 1 });
    }
    return rows;
  } finally {
    await browser.close();
  }
}

/** Types a mistake, waits for its finding, and takes it back. The browser itself measures, because a waiting test looks only now and then. */
async function secondsUntilFound(page: Page, field: string, words: string): Promise<number> {
  const control = page.locator(field).first();
  const slowly = { timeout: 120_000 };
  // Once saved, the desk waits for the next key.
  await expect(page.locator('main[data-status="saved"]')).toBeAttached(slowly);
  const before = await control.inputValue();
  await control.focus();
  await page.keyboard.press('End');
  const found = await control.evaluateHandle((element) => {
    const seconds = new Promise<number>((resolve) => {
      let typed = 0;
      element.addEventListener('input', ({ timeStamp }) => {
        typed = timeStamp;
      });
      new MutationObserver(() => {
        if (element.ariaInvalid === 'true') resolve((performance.now() - typed) / 1e3);
      }).observe(element, { attributes: true });
    });
    return { seconds };
  });
  await page.keyboard.insertText(words);
  const seconds = await found.evaluate((each) => each.seconds);
  await control.fill(before);
  await expect(control).not.toHaveAttribute('aria-invalid', slowly);
  return seconds;
}
