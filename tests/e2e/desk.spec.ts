import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { translatorOf } from '#edit/report/describe.ts';
import { gateMessages } from '#edit/report/messages.ts';
import { languages } from '#lib/languages/languages.ts';
import { root, site } from '../published-site.ts';
import { type Preview, startPreview } from './preview.ts';

/* The desk as editors use it. The preview compiles on demand, which is slow on a busy machine. */

const messages = gateMessages(root, languages);
const slowly = { timeout: 120_000 };
const contact = site.contacts.find(({ channels }) => channels?.phone?.length === 1);
const number = contact?.channels?.phone?.[0]?.number ?? '';
const file = `content/contacts/${contact?.id}.yaml`;

const test = base.extend<object, { preview: Preview }>({
  preview: [
    async ({ browser }, use) => {
      await using preview = await startPreview();
      const page = await browser.newPage();
      await page.goto(`${preview.origin}/desk/${languages[0]?.code}`, slowly);
      await page.close();
      await use(preview);
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

// In series: the tests edit the same copy of the project.
test.describe.configure({ mode: 'serial', timeout: 400_000 });

const read = (preview: Preview, each = file) => readFileSync(path.join(preview.root, each), 'utf8');
const status = (page: Page) => page.getByRole('status').first();

for (const { code } of languages) {
  const say = translatorOf(messages, code);
  const saved = say('desk.status.saved');

  test(`changes a telephone number, with the repair of the gate, and undoes it (${code})`, async ({
    page,
    preview,
  }) => {
    const before = read(preview);
    await page.goto(`${preview.origin}/desk/${code}/record/contacts/${contact?.id}`, slowly);
    await expect(status(page)).toContainText(saved, slowly);
    const field = page.getByLabel(say('desk.labels.number'), { exact: true });
    const national = `0${number.slice(3, 4)} ${number.slice(4, 7)} ${number.slice(7, 9)} 99`;
    await field.fill(national);
    await expect(status(page)).toContainText(say('desk.status.waiting'), slowly);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: say('desk.repair') }).click();
    await expect(status(page)).toContainText(saved, slowly);
    expect(read(preview)).toBe(before.replace(number, `${number.slice(0, -2)}99`));

    await page.getByRole('button', { name: say('desk.undo') }).click();
    await page.getByRole('button', { name: say('desk.undo') }).click();
    await expect(field).toHaveValue(number);
    await expect(status(page)).toContainText(saved, slowly);
    expect(read(preview)).toBe(before);
  });

  test(`corrects one language of a page and confirms that it means the same (${code})`, async ({ page, preview }) => {
    const twin = `content/pages/legal/${code}.mdx`;
    const before = read(preview, twin);
    await page.goto(`${preview.origin}/desk/${code}/page/legal`, slowly);
    await expect(status(page)).toContainText(saved, slowly);
    const tag = languages.find((each) => each.code === code)?.tag;
    const heading = page.locator(`.desk-part[data-kind="heading"] input[lang="${tag}"]`).first();
    const words = await heading.inputValue();
    await heading.fill(`${words} x`);
    await page.getByRole('button', { name: say('desk.confirmOneButton') }).click(slowly);
    await expect(status(page)).toContainText(say('desk.errors', { count: 0 }), slowly);
    await expect(page.getByRole('region', { name: say('desk.confirm') })).toHaveCount(0);
    const lines = before.split('\n');
    const changed = read(preview, twin)
      .split('\n')
      .filter((line, index) => line !== lines[index]);
    expect(changed).toEqual([`## ${words} x`]);
  });

  test(`has no barrier that axe finds on any screen (${code})`, async ({ page, preview }) => {
    for (const screen of ['', `/record/contacts/${contact?.id}`, '/page/careers', '/propose']) {
      await page.goto(`${preview.origin}/desk/${code}${screen}`, slowly);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible(slowly);
      await page.addScriptTag({ content: axe.source });
      const { violations } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({ exclude: ['iframe'] }),
      );
      expect([screen, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([screen, []]);
    }
  });
}
