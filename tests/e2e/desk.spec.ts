import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { languages } from '#lib/languages/languages.ts';
import { root } from '../published-site.ts';
import { contact, deskIn, expectNoBarrier, file, number, read, status, twinIn, use } from './desk.ts';
import { slowly, test } from './preview.ts';

/** What the desk shows in frames: pages of the site, and of the catalogue of components. */
const frames = new RegExp(`^http://[^/]+/(?:components|${languages.map(({ code }) => code).join('|')})(?:/|$)`);

// One after the other: the tests edit the same copy of the project.
test.describe.configure({ mode: 'default', timeout: 600_000 });

test.use({ viewport: { width: 1000, height: 720 } });

// The live page and the examples in the palette are loaded where they are tested only: the preview renders them again after each change.
test.beforeEach(({ page }) =>
  page.route(frames, (route) => {
    const isWindow = route.request().frame() === page.mainFrame();
    return isWindow ? route.continue() : route.fulfill({ contentType: 'text/html', body: '' });
  }),
);

test.afterEach(async ({ page, preview: desk }) => {
  await page.goto('about:blank');
  desk.git('checkout', '--quiet', 'main', '--', 'content');
  desk.git('clean', '--quiet', '--force', '-d', 'content');
});

for (const { code, tag } of languages) {
  const { say, saved, open, opened } = deskIn(code);

  test(`changes a telephone number in four actions, with the repair of the gate, and undoes it (${code})`, async ({
    page,
    preview: desk,
  }) => {
    const before = read(desk, file);
    await open(page, desk, '');
    await expectNoBarrier(page);
    await use(page, page.getByLabel(say('desk.filter')), { type: file });
    await use(page, page.getByRole('link', { name: contact?.name[code] ?? '', exact: true }), {
      press: 'Enter',
    });
    await expect(status(page)).toContainText(saved, slowly);
    const field = page.getByLabel(say('desk.labels.number'), { exact: true });
    const national = `0${number.slice(3, 4)} ${number.slice(4, 7)} ${number.slice(7, 9)} 99`;
    await use(page, field, { type: national });
    await expect(status(page)).toContainText(say('desk.status.waiting'), slowly);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expectNoBarrier(page);
    await use(page, page.getByRole('button', { name: say('desk.repair') }), { press: 'Enter' });
    await expect(status(page)).toContainText(saved, slowly);
    expect(read(desk, file)).toBe(before.replace(number, `${number.slice(0, -2)}99`));

    await use(page, page.getByRole('button', { name: say('desk.undo') }), { press: 'Enter' });
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(number);
    await expect(status(page)).toContainText(saved, slowly);
    expect(read(desk, file)).toBe(before);
  });

  test(`adds a paragraph in both languages (${code})`, async ({ page, preview: desk }) => {
    await opened(page, desk, '/page/projects');
    await use(page, page.getByText(say('desk.addHere')).last(), { press: 'Enter' });
    await use(page, page.getByRole('button', { name: say('desk.kind.heading'), exact: true }).last(), {
      press: 'Enter',
    });
    const words: Readonly<Record<string, string>> = { nl: 'Hoe wij antwoorden', fr: 'Notre réponse' };
    for (const language of languages) {
      const field = page.locator(`.desk-part[data-kind="heading"] textarea[lang="${language.tag}"]`).last();
      await use(page, field, { type: words[language.code] ?? language.code });
    }
    await use(page, page.getByText(say('desk.addHere')).last(), { press: 'Enter' });
    await use(page, page.getByRole('button', { name: say('desk.kind.text'), exact: true }).last(), { press: 'Enter' });
    const texts: Readonly<Record<string, string>> = {
      nl: 'Wij lezen elke melding en antwoorden binnen een week.',
      fr: 'Nous lisons chaque signalement et répondons dans la semaine.',
    };
    for (const language of languages) {
      const field = page.locator(`.desk-part[data-kind="text"] textarea[lang="${language.tag}"]`).last();
      await use(page, field, { type: texts[language.code] ?? language.code });
    }
    await use(page, page.getByRole('button', { name: say('desk.confirmBothButton') }), { press: 'Enter' });
    await expect(page.getByRole('region', { name: say('desk.confirm') })).toHaveCount(0, slowly);
    for (const language of languages) {
      const added = `## ${words[language.code]}\n\n${texts[language.code]}`;
      expect(read(desk, `content/pages/projects/${language.code}.mdx`).trimEnd().endsWith(added)).toBe(true);
    }
  });

  test(`puts up an emergency notice on every page (${code})`, async ({ page, preview: desk }) => {
    await open(page, desk, '');
    const form = page.locator('details', { has: page.getByText(say('desk.newNotice'), { exact: true }) });
    await use(page, form.locator('summary'), { press: 'Enter' });
    await use(page, form.getByRole('button', { name: say('desk.putUp') }), { press: 'Enter' });
    await page.waitForURL('**/record/notices/**', slowly);
    await expect(status(page)).toContainText(saved, slowly);
    await expectNoBarrier(page);
    const title = page.locator(`input[lang="${tag}"]`).first();
    await use(page, title, { type: 'Brand, incendie' });
    await expect(status(page)).toContainText(saved, slowly);
    const key = new URL(page.url()).pathname.split('/').at(-1);
    await expect.poll(() => read(desk, `content/notices/${key}.yaml`), slowly).toContain('Brand, incendie');
    await page.goto(`${desk.origin}/${code}`, slowly);
    await expect(page.getByText('Brand, incendie').first()).toBeVisible(slowly);
  });

  test(`corrects a slip in one language, and confirms that the meaning is the same (${code})`, async ({
    page,
    preview: desk,
  }) => {
    const twin = `content/pages/legal/${code}.mdx`;
    const before = read(desk, twin);
    await opened(page, desk, '/page/legal');
    await expectNoBarrier(page);
    const heading = page.locator(`.desk-part[data-kind="heading"] textarea[lang="${tag}"]`).first();
    const words = await heading.inputValue();
    await use(page, heading, { type: `${words} x` });
    await use(page, page.getByRole('button', { name: say('desk.confirmOneButton') }), { press: 'Enter' });
    await expect(status(page)).toContainText(say('desk.errors', { count: 0 }), slowly);
    await expect(page.getByRole('region', { name: say('desk.confirm') })).toHaveCount(0);
    const lines = before.split('\n');
    const changed = read(desk, twin)
      .split('\n')
      .filter((line, index) => line !== lines[index]);
    expect(changed).toEqual([`## ${words} x`]);
  });

  test(`undoes a change of yesterday, and proposes it to the remote (${code})`, async ({ page, preview: desk }) => {
    const first = read(desk, file);
    const base = desk.git('rev-parse', 'HEAD').trim();
    writeFileSync(path.join(desk.root, file), first.replace(number, `${number.slice(0, -2)}98`));
    desk.git('commit', '--quiet', '--all', '-m', 'Another number');
    desk.git('push', '--quiet', 'origin', 'main');

    await opened(page, desk, `/record/contacts/${contact?.id}`);
    await use(page, page.getByText(say('desk.history')), { press: 'Enter' });
    const version = page.getByRole('listitem').filter({ hasText: 'First' }).getByRole('button');
    await use(page, version, { press: 'Enter' });
    await expect.poll(() => read(desk, file), slowly).toBe(first);

    await open(page, desk, '/propose');
    await expectNoBarrier(page);
    await use(page, page.getByLabel(say('desk.proposalTitle')), { type: 'Het nummer van vroeger' });
    await use(page, page.getByLabel(say('desk.proposalConfirmed')), { type: 'ICT', press: 'Enter' });
    await expect(status(page)).toContainText('voorstel/', slowly);
    const [branch = ''] = /voorstel\/\S+\w/.exec((await status(page).textContent()) ?? '') ?? [];
    const sent = desk.git('ls-remote', 'origin', branch);
    expect(sent).toContain(branch);
    const message = desk.git('show', '--no-patch', '--format=%an%n%B', sent.split('\t')[0] ?? '');
    expect(message).toMatch(/^Anna Peeters\nHet nummer van vroeger\n\n.*ICT\n/);
    desk.git('reset', '--quiet', '--hard', base);
    desk.git('push', '--quiet', '--force', 'origin', 'main');
  });

  test(`adds a page with a picture and documents, and puts a page into the menu (${code})`, async ({
    page,
    preview: desk,
  }) => {
    const files = path.join(desk.root, '../files');
    mkdirSync(files, { recursive: true });
    cpSync(path.join(root, 'tests/fixtures/pictures/photo.jpg'), path.join(files, 'Foto Zaal.jpg'));
    const reports = languages.map((each) => path.join(root, `tests/fixtures/documents/report-${each.code}.pdf`));
    await open(page, desk, '');
    const form = page.locator('details', { has: page.getByText(say('desk.new.page')) });
    await use(page, form.locator('summary'), { press: 'Enter' });
    await use(page, form.getByLabel(say('desk.key')), { type: 'meeting-rooms', press: 'Enter' });
    await page.waitForURL('**/page/meeting-rooms', slowly);
    await expect(status(page)).toContainText(saved, slowly);

    const chooser = (component: string) => page.getByLabel(say(`components.${component}`)).last();
    await use(page, page.getByText(say('desk.addHere')).last(), { press: 'Enter' });
    // The window in which a file is chosen belongs to the system.
    await chooser('Figure').setInputFiles(path.join(files, 'Foto Zaal.jpg'));
    // The gate requires a description, a maker and a caption.
    await expect(page.locator('.desk-part[data-kind="component"] [aria-invalid="true"]').first()).toBeVisible(slowly);
    await expectNoBarrier(page);
    const words: Readonly<Record<string, readonly [string, string]>> = {
      nl: ['Een zaal met lege stoelen.', 'De zaal in de zomer.'],
      fr: ['Une salle avec des chaises vides.', 'La salle en été.'],
    };
    for (const language of languages) {
      const fields = page.locator(
        `.desk-part[data-kind="component"] textarea[lang="${language.tag}"]:not(.desk-source)`,
      );
      const [alt, caption] = words[language.code] ?? ['112', '112'];
      await use(page, fields.nth(0), { type: alt });
      await use(page, fields.nth(1), { type: caption });
      await use(page, fields.nth(2), { type: 'Ann Peeters' });
    }
    await use(page, page.getByText(say('desk.addHere')).last(), { press: 'Enter' });
    await chooser('Document').setInputFiles(reports);
    const twin = `content/pages/meeting-rooms/${code}.mdx`;
    await expect.poll(() => read(desk, twin), slowly).toContain(`<Document file="report-${code}.pdf"`);
    expect(read(desk, twin)).toContain('<Figure file="foto-zaal.jpg"');
    expect(existsSync(path.join(desk.root, 'content/pages/meeting-rooms/foto-zaal.jpg'))).toBe(true);

    await opened(page, desk, '/record/site');
    const menu = page.getByRole('group', { name: say('desk.labels.footer'), exact: true });
    await use(page, menu.getByRole('button', { name: say('desk.addEntry') }), { press: 'Enter' });
    const added = menu.getByRole('combobox').last();
    await use(page, added);
    const count = await added.getByRole('option').count();
    for (let step = 0; step < count && (await added.inputValue()) !== 'projects'; step++) {
      await page.keyboard.press('ArrowDown');
    }
    const footer = () => parse(read(desk, 'content/site.yaml')).navigation.footer;
    await expect.poll(() => footer().at(-1), slowly).toBe('projects');
  });

  test(`shows how a page appears in search, when shared and on paper (${code})`, async ({ page, preview: desk }) => {
    await page.unroute(frames);
    await page.setViewportSize({ width: 1280, height: 720 });
    await opened(page, desk, '/page/legal');
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText(twinIn('legal', code)?.title ?? '', slowly);
    const preview = page.getByRole('complementary');
    // The preview may load the page again, which closes what was opened.
    const details = preview.locator('details');
    const appearance = preview.getByText(say('desk.appearance'));
    const toggle = () => use(page, appearance, { press: 'Enter' });
    const isOpen = () => details.evaluate((element) => (element as HTMLDetailsElement).open);
    await expect(async () => {
      if (await isOpen()) await toggle();
      await toggle();
      // The live page has the language of the last field on the way.
      const shownTag = await frame.locator('html').getAttribute('lang');
      const shown = languages.find(({ tag }) => tag === shownTag) ?? { code };
      const { title = '', summary = '' } = twinIn('legal', shown.code) ?? {};
      await expect(preview.getByText(summary)).toHaveCount(2, { timeout: 5_000 });
      await expect(preview.locator('strong').first()).toContainText(title);
    }).toPass(slowly);
    await expectNoBarrier(page);
    await expect(async () => {
      if (!(await isOpen())) await toggle();
      await frame.locator('body').evaluate(() => {
        globalThis.print = () => document.body.setAttribute('data-printed', 'yes');
      });
      await use(page, page.getByRole('button', { name: say('desk.paper') }), { press: 'Enter' });
      await expect(frame.locator('body')).toHaveAttribute('data-printed', 'yes', { timeout: 5_000 });
    }).toPass(slowly);
  });
}

// What follows is the same in every language of the editor.
const { code: first } = languages[0] ?? { code: '' };
const { say, open, opened } = deskIn(first);

test('shows what the palette offers, and removes, moves and undoes a part with the keyboard', async ({
  page,
  preview: desk,
}) => {
  await page.unroute(frames);
  await opened(page, desk, '/page/legal');
  const twin = `content/pages/legal/${first}.mdx`;
  const before = read(desk, twin);
  await use(page, page.getByText(say('desk.addHere')).first(), { press: 'Enter' });
  const offer = page.getByRole('button', { name: say('components.Callout'), exact: true });
  await use(page, offer);
  const shown = page.frameLocator('.desk-offers iframe');
  await expect(shown.getByText(say('snippets.title'))).toBeVisible(slowly);
  await expectNoBarrier(page);
  await page.keyboard.press('Enter');
  const added = page.getByRole('region', { name: `${say('components.Callout')} 1`, exact: true });
  await expect(added).toBeFocused();
  // The only part of its level.
  const words = added.locator('.desk-inside .desk-part');
  await use(page, words.locator('[name="take"]'), { press: 'Enter' });
  await expect(words).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(words).toHaveCount(1);
  await use(page, added.getByRole('button', { name: say('desk.moveDown', { what: '' }).trim() }).first(), {
    press: 'Enter',
  });
  const moved = page.getByRole('region', { name: `${say('components.Callout')} 2`, exact: true });
  await expect(moved.locator('[name="moveDown"]')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(added).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(added).toHaveCount(0);
  await expect(page.locator('main[data-status="saved"]')).toBeAttached(slowly);
  expect(read(desk, twin)).toBe(before);
});

test('releases a record when its window closes, and saves what another window wrote meanwhile', async ({
  browser,
  page,
  preview: desk,
}) => {
  const screen = `/record/contacts/${contact?.id}`;
  const lock = { name: say('desk.lock') };
  await opened(page, desk, screen);
  await using context = await browser.newContext();
  const other = await context.newPage();
  await open(other, desk, screen);
  await expect(other.getByRole('region', lock)).toContainText('Anna Peeters', slowly);
  const changed = `${number.slice(0, -2)}97`;
  await use(other, other.getByLabel(say('desk.labels.number'), { exact: true }), { type: changed });
  await expect(other.locator('main[data-status="refused"]')).toBeAttached(slowly);
  // Playwright reports no request that a page sends while it closes.
  const released = page.waitForResponse((response) => response.url().includes('action=release'));
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  expect((await released).status()).toBe(200);
  await page.goto('about:blank');
  await expect.poll(() => read(desk, file), slowly).toContain(changed);
  await expect(other.getByRole('region', lock)).toHaveCount(0);
  await other.goto('about:blank');
});
