import type { Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';

/** One page of a PDF. */
export interface Sheet {
  /** Width and height in whole points. */
  readonly size: string;
  /** The text in the margin: the page number. */
  readonly folio: string;
  readonly text: string;
  /** How far down the text reaches, as a share of the height. */
  readonly filled: number;
}

/** Prints a page and reads the PDF sheet by sheet. */
export async function printSheets(page: Page): Promise<Sheet[]> {
  // Print media by default, unless the test has set another one.
  await page.emulateMedia({ media: null });
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const sheets: Sheet[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const sheet = await pdf.getPage(number);
    const [left = 0, bottom = 0, right = 0, top = 0] = sheet.view;
    const { items } = await sheet.getTextContent();
    // Chromium writes margins before content.
    const [folio, ...content] = items.filter((item) => 'str' in item);
    const baselines = content.filter(({ str }) => str.trim() !== '').map(({ transform }) => transform[5]);
    sheets.push({
      size: `${Math.floor(right - left)} × ${Math.floor(top - bottom)}`,
      folio: folio?.str ?? '',
      text: content.map(({ str }) => str).join(''),
      filled: (top - Math.min(top, ...baselines)) / (top - bottom),
    });
  }
  return sheets;
}

const a4 = '594 × 841';

/** A sheet before the last one with less text is wasted: an unbreakable box has moved to the next sheet. */
const enough = 0.6;

/** Faults of the sheets: a wrong size or number, no text, or a sheet before the last one that is mostly empty. */
export function findSheetFaults(sheets: readonly Sheet[]): string[] {
  return sheets.flatMap(({ size, folio, text, filled }, index) => {
    const faults: string[] = [];
    if (size !== a4) faults.push(`is ${size} points`);
    if (folio !== `${index + 1} / ${sheets.length}`) faults.push(`has the number "${folio}"`);
    if (text.trim() === '') faults.push('has no text');
    else if (index < sheets.length - 1 && filled < enough)
      faults.push(`is left empty from ${Math.round(filled * 100)} % on`);
    return faults.map((fault) => `sheet ${index + 1} ${fault}`);
  });
}

/**
 * Texts that occur in the PDF less often than expected. A PDF positions letters and has no words or soft hyphens, so this compares
 * letters only; a text may continue on the next sheet.
 */
export function findMissingText(sheets: readonly Sheet[], texts: readonly string[]): string[] {
  const printed = sheets.map(({ text }) => lettersOf(text));
  const whole = printed.join('');
  const wanted = texts.map(lettersOf);
  return [...new Set(texts)].filter((text) => {
    const letters = lettersOf(text);
    if (letters === '') return false;
    const expected = wanted.reduce((sum, each) => sum + timesIn(each, letters), 0);
    return timesIn(whole, letters) < expected && !goesOn(printed, letters);
  });
}

/** Whether a text begins on one sheet and ends on the next. */
function goesOn(printed: readonly string[], letters: string): boolean {
  return printed.some((sheet, index) => {
    const next = printed[index + 1] ?? '';
    return Array.from(letters).some(
      (_, cut) => cut > 0 && sheet.includes(letters.slice(0, cut)) && next.startsWith(letters.slice(cut)),
    );
  });
}

function timesIn(whole: string, part: string): number {
  return whole.split(part).length - 1;
}

/** Letters only: without spaces and hyphens, with ligatures split, in lower case because styles may set capitals. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u00ad]/gu, '')
    .toLowerCase();
}
