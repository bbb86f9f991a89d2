import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { gateMessages, translatorOf } from '#edit/report/describe.ts';
import { componentNames, ruleOf } from '#lib/body/vocabulary.ts';
import { formatPhone } from '#lib/contacts/phone.ts';
import { inLanguage, languages } from '#lib/languages/languages.ts';
import type { OpenPoints } from '#lib/records/open-points.ts';
import { pageOf, twinOf } from '#lib/site/site.ts';
import { root, site } from '../published-site.ts';
import { samples } from './documents.ts';
import { edit, open, type Preview, slowly, test } from './preview.ts';

const messages = gateMessages(root, languages);
const texts = samples.filter(({ page }) => page.template === 'text');

// One after the other: the tests edit the same copy of the project.
test.describe.configure({ mode: 'default', timeout: 360_000 });

test.describe('a saved file', () => {
  for (const { path: pagePath, twin } of texts) {
    test(`shows a changed text in the open page: ${pagePath}`, async ({ page, preview }) => {
      await open(page, `${preview.origin}${pagePath}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(twin.title);
      const undo = await edit(preview, twin.file, (text) => `${text.trimEnd()}\n\nQuousque tandem?\n`);
      await expect(page.getByText('Quousque tandem?')).toBeVisible(slowly);
      await undo();
      await expect(page.getByText('Quousque tandem?')).toHaveCount(0, slowly);
    });
  }

  test('shows a changed phone number in the open page', async ({ page, preview }) => {
    const contact = site.contacts.find(({ channels }) => channels?.phone);
    const number = contact?.channels?.phone?.[0]?.number;
    const language = languages[0];
    if (!contact || !number || !language || site.directory === null) throw new Error('No phone number to change.');
    const other = `${number.slice(0, -2)}99`;
    const entry = page.locator(`[id="${contact.id}"]`);
    await open(page, `${preview.origin}${twinOf(pageOf(site, site.directory), language.code).path}`);
    await expect(entry).toContainText(formatPhone(number));
    const undo = await edit(preview, `content/contacts/${contact.id}.yaml`, (text) => text.replace(number, other));
    await expect(entry).toContainText(formatPhone(other), slowly);
    await undo();
    await expect(entry).toContainText(formatPhone(number), slowly);
  });
});

test.describe('the note of the preview', () => {
  const [text] = texts;

  test('marks the twins that are behind, and shows in the table what changed', async ({ page, preview }) => {
    if (!text) throw new Error('No page to edit.');
    const others = Object.values(text.page.twins).filter(({ language }) => language !== text.twin.language);
    const undo = await edit(preview, text.twin.file, (before) => `${before.trimEnd()}\n\nQuousque tandem?\n`);
    for (const { language, path: pagePath } of others) {
      const title = translatorOf(messages, language)('translations.title');
      await open(page, `${preview.origin}${pagePath}`);
      await page.getByRole('complementary', { name: title }).getByRole('link').click();
      await expect(page).toHaveURL(`${preview.origin}/translations/${language}#${text.page.key}`);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible(slowly);
      const row = page.getByRole('row').filter({
        has: page.getByRole('rowheader', { name: text.page.key, exact: true }),
      });
      await expect(row.locator('ins')).toContainText('Quousque tandem?');
    }
    await undo();
    for (const { language, path: pagePath } of others) {
      const title = translatorOf(messages, language)('translations.title');
      await open(page, `${preview.origin}${pagePath}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible(slowly);
      await expect(page.getByRole('complementary', { name: title })).toHaveCount(0);
    }
  });

  test('marks a page as a draft', async ({ page, preview }) => {
    const key = 'working-on-it';
    await makePage(preview, key);
    for (const language of languages) {
      const say = translatorOf(messages, language.code);
      // Until the preview knows the new path, it answers with its 404 page.
      await expect(async () => {
        await open(page, `${preview.origin}/${language.code}/${key}`);
        await expect(page.getByRole('complementary', { name: say('translations.title') })).toContainText(
          say('translations.draft'),
          { timeout: 2_000 },
        );
      }).toPass(slowly);
    }
  });
});

test.describe('the catalogue of components', () => {
  for (const { code } of languages) {
    test(`explains and shows every component of editors (${code})`, async ({ page, preview }) => {
      await open(page, `${preview.origin}/components/${code}`);
      for (const name of componentNames.filter((each) => !ruleOf(each)?.inside)) {
        const entry = page.getByRole('region', { name, exact: true });
        await expect(entry.locator('pre')).toContainText(`<${name}`);
        await expect(entry.locator('.wrap.section')).not.toHaveCount(0);
      }
      const picture = page.getByRole('region', { name: 'Figure', exact: true }).getByRole('img');
      await picture.scrollIntoViewIfNeeded();
      await expect(picture).not.toHaveJSProperty('naturalWidth', 0);
    });
  }
});

test.describe('the open points', () => {
  const points = parse(readFileSync(path.join(root, 'content/open-points.yaml'), 'utf8')) as OpenPoints;

  for (const { code } of languages) {
    test(`list every question with its proposal (${code})`, async ({ page, preview }) => {
      expect(Object.keys(points)).not.toEqual([]);
      await open(page, `${preview.origin}/open-points/${code}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        translatorOf(messages, code)('openPoints.title'),
      );
      await expect(page.getByRole('heading', { level: 2 })).toHaveCount(Object.keys(points).length);
      const blocks = translatorOf(messages, code)('openPoints.blocks');
      for (const [name, point] of Object.entries(points)) {
        const section = page.locator(`[id="${name}"]`);
        await expect(section.getByRole('heading', { level: 2 })).toHaveText(
          `${name}. ${inLanguage(point.question, code)}`,
        );
        for (const text of [inLanguage(point.known, code), inLanguage(point.proposal, code), ...point.where]) {
          await expect(section).toContainText(text);
        }
        await expect(section.getByText(blocks)).toHaveCount(point.blocks ? 1 : 0);
      }
    });
  }
});

test.describe('custom elements in the preview', () => {
  for (const { code } of languages) {
    test(`filters the directory without an error in the browser (${code})`, async ({ page, preview }) => {
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      const entries = page.locator('directory-filter li[id]');
      await open(page, `${preview.origin}${twinOf(pageOf(site, site.directory ?? ''), code).path}?q=ict`);
      await expect(entries.filter({ visible: true })).toHaveCount(1, slowly);
      await page.getByRole('searchbox').last().fill('');
      await expect(entries.filter({ visible: true })).toHaveCount(site.contacts.length);
      expect(complaints).toEqual([]);
    });
  }
});

/** Makes a draft, as an editor does. */
async function makePage({ root }: Preview, key: string): Promise<void> {
  const made = spawn(process.execPath, ['commands/new.ts', key], { cwd: root, stdio: 'ignore' });
  const [code] = await once(made, 'exit');
  expect(code, `npm run new -- ${key}`).toBe(0);
}
