import { expect, type Page, test } from '@playwright/test';
import { documentPaths } from '../published-site.ts';
import { type Check, inWords } from './check.ts';
import { colourChecks, pageChecks } from './checks.ts';
import { readExceptions } from './exceptions.ts';
import { judgeInTurn } from './in-turn.ts';
import { lookInWords, looks, take } from './looks.ts';
import { record } from './results.ts';

const exceptions = readExceptions();

// The content security policy of the site blocks the scripts of checks.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

/** Runs checks on a page and expects no barriers. */
async function look(page: Page, checks: readonly Check[], path: string, where: string): Promise<void> {
  await judgeInTurn(page, path, checks, async (check, judgement) => {
    const left = await record(test.info(), { check, page: path, look: where }, judgement, exceptions);
    expect.soft(left.map(inWords), `${check.id}, ${where}`).toEqual([]);
  });
}

test.describe('Our own checks find no barrier', () => {
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      await take(page, { width: 1280, scheme: 'light' });
      await look(page, pageChecks, path, 'own windows');
    });
  }
});

test.describe('Our own checks find no barrier in any colour scheme', () => {
  for (const path of documentPaths) {
    test(path, async ({ page }) => {
      for (const each of looks.filter(({ width }) => width === 1280)) {
        await take(page, each);
        await look(page, colourChecks, path, lookInWords(each));
      }
    });
  }
});
