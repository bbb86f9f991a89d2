import { rename } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { describe, gateMessages, translatorOf } from '#edit/report/describe.ts';
import { stopsSite } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { root, site } from '../published-site.ts';
import { samples } from './documents.ts';
import { edit, type Preview, slowly, test } from './preview.ts';

const messages = gateMessages(root, languages);
const sample = samples.find(({ page }) => page.template === 'text' && !site.navigation.header.includes(page.key));
if (!sample) throw new Error('No page to break.');
const { page: broken, twin } = sample;
const { language } = twin;
const other = twinOf(pageOf(site, homeKey), language);
const [contact] = site.contacts;
const faulty = translatorOf(messages, language)('preview.faulty');

// One after the other: the tests edit the same copy of the project.
test.describe.configure({ mode: 'default', timeout: 360_000 });

/** What the gate finds in a file, in the words of the page's language, with place and remedy. */
function findingsIn(preview: Preview, file: string): string[] {
  const { findings } = loadSite({ root: preview.root, languages, drafts: true, preview: true });
  return findings
    .filter((each) => each.file === file && stopsSite(each, true))
    .flatMap((finding) => [
      `${finding.file}:${finding.line}:${finding.column} ${finding.code}`,
      ...describe({ ...finding, language }, messages).flatMap(({ what, write }) => [what, write]),
    ]);
}

/** Waits until a page answers with 200, shows the texts and nothing of the framework. */
async function expectPage(page: Page, url: string, texts: readonly string[], status = 200): Promise<void> {
  await expect(async () => {
    const response = await page.goto(url, slowly);
    expect(response?.status()).toBe(status);
    for (const text of texts) await expect(page.locator('main')).toContainText(text, { timeout: 5_000 });
  }).toPass(slowly);
  await expect(page.getByText(/Unexpected|Error:|node_modules/)).toHaveCount(0);
}

/** Faults that stop the parser of MDX, the module of the page, the reader of front matter, and the reader of the file. */
const faults: Readonly<Record<string, (text: string) => string | Buffer>> = {
  'a component that is not closed': (text) => `${text}\n<Callout title="x">\nText.\n`,
  code: (text) => `${text}\n{process.exit()}\n`,
  'a quotation mark that is not closed': (text) => text.replace(/^title: .*/m, 'title: "Quousque'),
  'another encoding than UTF-8': (text) => Buffer.from(text.replace(/^summary: .*/m, 'summary: Één été'), 'latin1'),
};

for (const [name, change] of Object.entries(faults)) {
  test(`shows the findings of a page with ${name}, and every other page with a note`, async ({ page, preview }) => {
    const undo = await edit(preview, twin.file, change);
    const findings = findingsIn(preview, twin.file);
    expect(findings).not.toEqual([]);
    await expectPage(page, `${preview.origin}${twin.path}`, findings);
    await expectPage(page, `${preview.origin}${other.path}`, []);
    await expect(page.getByRole('heading', { level: 1, name: faulty })).toHaveCount(0);
    const note = page.getByRole('complementary').filter({ has: page.locator('summary') });
    await note.locator('summary').click();
    for (const finding of findings) await expect(note).toContainText(finding);
    await undo();
    await expectPage(page, `${preview.origin}${twin.path}`, [twin.title]);
    await expect(page.locator('main summary')).toHaveCount(0, slowly);
  });
}

test('repairs the open page by itself once the fault is gone', async ({ page, preview }) => {
  await expectPage(page, `${preview.origin}${twin.path}`, [twin.title]);
  const undo = await edit(preview, twin.file, (text) => `${text}\n<Callout title="x">\nText.\n`);
  const [, what = ''] = findingsIn(preview, twin.file);
  await expect(page.locator('main')).toContainText(what, slowly);
  await undo();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(twin.title, slowly);
});

for (const file of [`content/contacts/${contact?.id}.yaml`, 'content/site.yaml']) {
  test(`shows every page with a note while ${file} is unreadable`, async ({ page, preview }) => {
    // The preview takes its last committed version.
    const undo = await edit(preview, file, (text) => `"broken${text}`);
    const findings = findingsIn(preview, file);
    expect(findings).not.toEqual([]);
    for (const { path: pagePath, page: each } of samples.filter((one) => one.twin.language === language)) {
      await expectPage(page, `${preview.origin}${pagePath}`, [findings[1] ?? '']);
      await expect(page.getByRole('heading', { level: 1 }), each.key).toHaveCount(1);
    }
    expect((await page.goto(`${preview.origin}/`, slowly))?.status()).toBe(200);
    await undo();
    await expect(page.locator('main summary')).toHaveCount(0, slowly);
  });
}

test('answers a removed page with 404, and every other page with a note', async ({ page, preview }) => {
  const folder = path.join(preview.root, path.dirname(twin.file));
  await expectPage(page, `${preview.origin}${twin.path}`, [twin.title]);
  await rename(folder, `${preview.root}/removed`);
  await expectPage(page, `${preview.origin}${twin.path}`, [], 404);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await expectPage(page, `${preview.origin}${other.path}`, [broken.key]);
  await rename(`${preview.root}/removed`, folder);
  await expectPage(page, `${preview.origin}${twin.path}`, [twin.title]);
});
