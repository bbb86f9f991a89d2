import path from 'node:path';
import type { Page } from '@playwright/test';
import { root } from '../environment.ts';
import { type Fallback, fallbacks, type Lender } from './fonts.ts';
import { groupLetters, type Letter } from './groups.ts';
import { measureLocalFont, measureWebFont, type WebFont } from './measure.ts';
import { rulesOfAll, rulesOfSome } from './rules.ts';
import { letters, modelOf, pairs, shareOf } from './text.ts';

/** The style sheet that the command writes. */
export const styleFile = path.join(root, 'components/design/fallback-fonts.css');

/** A letter that is less than this part of a text costs more bytes than it moves. */
const rareShare = 1 / 2000;

/**
 * The style sheet for the fonts as they are.
 * @param page any page of a browser; its content is lost
 * @throws Error with one sentence when a font is not on this machine
 */
export async function fallbackStyle(page: Page): Promise<string> {
  await page.goto('about:blank');
  const rules: string[] = [];
  for (const fallback of fallbacks) rules.push(...(await rulesOf(page, fallback)));
  return `/* Written by "npm run fallback-fonts": change scripts/fallback-fonts, not this file. */\n${rules.join('')}`;
}

async function rulesOf(page: Page, fallback: Fallback): Promise<string[]> {
  const { family, weight, named, lineError, lenders } = fallback;
  const web = await measureWebFont(page, fallback, letters, [...pairs.keys()]);
  const faceOf = (names: readonly string[]) => ({ family, names, weight: named ? weight : null, ...web });

  const all = compare(web, await measureLocalFont(page, fallback.names, letters));
  // Every system has one of two lenders.
  const isLent = (code: number) => lenders.filter((lender) => lendsTo(lender, code)).length > 1;
  const isRare = ({ share, code }: Letter) => share < rareShare || isLent(code);
  const common = all.filter((letter) => !isRare(letter));
  const rules = [rulesOfAll(faceOf(fallback.names), groupLetters(common, lineError), all.filter(isRare))];

  for (const lender of lenders) {
    const widths = lender.widths ?? (await measureLocalFont(page, lender.names, letters));
    const lent = compare(web, widths).filter(({ code }) => lendsTo(lender, code));
    rules.push(rulesOfSome(faceOf(lender.names), groupLetters(lent, lineError)));
  }
  return rules;
}

function lendsTo({ letters: lent }: Lender, code: number): boolean {
  return lent.includes(String.fromCodePoint(code));
}

/** The letters that a local font has, with their widths in both. */
function compare(web: WebFont, local: Readonly<Record<string, number>>): Letter[] {
  return letters
    .map((letter) => ({
      code: letter.codePointAt(0) ?? 0,
      web: (web.widths[modelOf(letter)] ?? 0) + meanKerning(web, modelOf(letter)),
      local: local[letter] ?? 0,
      share: shareOf(letter),
    }))
    .filter((letter) => letter.local > 0);
}

/** By how much a letter is nearer to the next one, on average over the sample, in em. */
function meanKerning(web: WebFont, letter: string): number {
  const following = [...pairs].filter(([pair]) => pair.startsWith(letter));
  const count = following.reduce((sum, [, each]) => sum + each, 0);
  const kerned = following.reduce((sum, [pair, each]) => sum + each * (web.kerning[pair] ?? 0), 0);
  return kerned / Math.max(count, 1);
}
