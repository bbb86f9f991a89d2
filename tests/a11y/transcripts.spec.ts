import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { parse } from 'yaml';
import { type Language, languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { visit, wordsOf } from '../e2e/documents.ts';
import { choicePath, lostPath, root, site } from '../published-site.ts';
import { heardOf } from './reader/heard.ts';
import { listen } from './reader/listen.ts';
import { transcript } from './reader/transcript.ts';

/*
 * What a screen reader announces on each kind of page, recorded in `tests/fixtures/a11y/transcripts/` for review. After an intended
 * change: `npx playwright test --project a11y transcripts --update-snapshots`, then read the difference.
 */

/** A kind of page, or a state of it. */
interface Kind {
  readonly name: string;
  readonly pagePath: (language: Language) => string;
  /** Brings the page into the state and returns the selector of the part to listen to. */
  readonly open?: (page: Page, language: Language) => Promise<string>;
}

const pathOf = (key: string | null) => {
  return ({ code }: Language) => twinOf(pageOf(site, key ?? homeKey), code).path;
};

const kinds: readonly Kind[] = [
  // The last page of each template, because the accessibility statement changes with each recorded run.
  ...[...new Map(site.pages.map(({ template, key }) => [template, key]))].map(([template, key]) => ({
    name: template,
    pagePath: pathOf(key),
  })),
  {
    name: 'menu-on-a-phone',
    pagePath: pathOf(homeKey),
    async open(page, language) {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.getByRole('button', { name: wordsOf(language).menu.open, exact: true }).press('Enter');
      return '#menu';
    },
  },
  { name: 'directory', pagePath: pathOf(site.directory) },
  {
    name: 'directory-card',
    pagePath: pathOf(site.directory),
    async open(page, language) {
      const { card } = wordsOf(language).directory;
      await page.getByRole('main').getByRole('button', { name: card }).first().press('Enter');
      return ':popover-open';
    },
  },
  { name: 'contact', pagePath: pathOf(site.organisation.page ?? null) },
  { name: 'search', pagePath: pathOf(site.search) },
  {
    name: 'search-results',
    pagePath: (language) => `${pathOf(site.search)(language)}?q=${questionIn(language)}`,
    async open(page) {
      await expect(page.locator('site-search')).toHaveAttribute('data-state', /none|single|several/);
      return 'main';
    },
  },
];

/** A query with results. */
function questionIn({ code }: Language): string {
  const { plain } = parse(readFileSync(path.join(root, `tests/fixtures/search/${code}.yaml`), 'utf8'));
  return plain;
}

// The screen reader is a script, which the content security policy of the site blocks.
test.use({ bypassCSP: true, contextOptions: { reducedMotion: 'reduce' } });

const criteria = ['1.1.1', '1.3.1', '1.3.2', '2.4.4', '2.4.6', '3.1.1', '3.1.2', '4.1.2'];
const annotation = criteria.map((description) => ({ type: 'criterion', description }));

async function hear(page: Page, part?: string): Promise<string> {
  return transcript(heardOf(await listen(page, part)), await page.title());
}

for (const language of languages) {
  test.describe(`A screen reader announces the recorded transcript (${language.code})`, {
    annotation,
  }, () => {
    for (const { name, pagePath, open } of kinds) {
      test(name, async ({ page }) => {
        await visit(page, pagePath(language));
        const part = await open?.(page, language);
        expect(await hear(page, part)).toMatchSnapshot([language.code, `${name}.txt`]);
      });
    }
  });
}

test.describe('A screen reader announces the recorded transcript (every language)', { annotation }, () => {
  for (const [name, pagePath] of [
    ['choice', choicePath],
    ['lost', lostPath],
  ] as const) {
    test(name, async ({ page }) => {
      await visit(page, pagePath);
      expect(await hear(page)).toMatchSnapshot([`${name}.txt`]);
    });
  }
});
