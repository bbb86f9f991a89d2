import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { largestRequest, run } from '#desk/server/actions.ts';
import { DeskContent } from '#desk/server/content.ts';
import { singleFiles } from '#desk/server/files.ts';
import type { Control } from '#desk/server/form.ts';
import { Refused, signedIn } from '#desk/server/guard.ts';
import { lock, otherWriter } from '#desk/server/locks.ts';
import { gateMessages, translatorOf } from '#edit/report/describe.ts';
import { languages } from '#lib/languages/languages.ts';
import { homeKey } from '#lib/site/site.ts';
import { EditedSite } from '../faults.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const messages = gateMessages(project, languages);
const language = languages[0]?.code ?? '';
const fixtures = path.join(project, 'tests/fixtures');

function makeSite() {
  const site = new EditedSite();
  onTestFinished(() => site[Symbol.dispose]());
  const { root } = site;
  const ask = (action: string, input: object, window = root) =>
    run(action, input, {
      project: { root, languages, messages },
      language,
      writer: { window, name: window },
      signedIn: null,
    });
  const at = (file: string) => path.join(root, file);
  const read = (file: string) => readFileSync(at(file), 'utf8');
  return { root, ask, at, read };
}

const base64 = (file: string) => readFileSync(path.join(fixtures, file)).toString('base64');

group('a file', () => {
  test('is put beside its page under a plain name', async () => {
    const { ask, at } = makeSite();
    const answer = await ask('upload', { key: 'legal', name: 'Mijn Foto É.JPG', base64: base64('pictures/photo.jpg') });
    expect(answer).toEqual({
      status: 200,
      answer: { file: 'content/pages/legal/mijn-foto-e.jpg', name: 'mijn-foto-e.jpg' },
    });
    expect(existsSync(at('content/pages/legal/mijn-foto-e.jpg'))).toBe(true);
    const again = await ask('upload', { key: 'legal', name: 'mijn-foto-e.jpg', base64: '' });
    expect(again.status).toBe(422);
  });

  test.each([
    ['a program', 'legal', 'run.exe', 415],
    ['a page in HTML', 'legal', 'page.html', 415],
    ['a text of the site', 'legal', 'nl.mdx', 415],
    ['a picture of an unknown page', 'nowhere', 'photo.jpg', 415],
    ['a picture outside of the pages', '../contacts', 'photo.jpg', 415],
    ['a program under the name of a picture', 'legal', 'photo.jpg', 422],
  ])('is refused when it is %s', async (_, key, name, status) => {
    const { ask, at } = makeSite();
    const answer = await ask('upload', { key, name, base64: Buffer.from('MZ program').toString('base64') });
    expect(answer).toEqual({ status, answer: { reason: expect.stringMatching(/\.$/) } });
    expect(existsSync(at('content/pages/legal/photo.jpg'))).toBe(false);
  });

  test('can be a document in each language', async () => {
    const { ask } = makeSite();
    for (const { code } of languages) {
      const name = `report-${code}.pdf`;
      const answer = await ask('upload', { key: 'legal', name, base64: base64(`documents/${name}`) });
      expect(answer, JSON.stringify(answer)).toMatchObject({ status: 200, answer: { name } });
    }
  });

  test('is a target of links by its title, which leads to its page', async () => {
    const { ask, at, root } = makeSite();
    for (const folder of ['messages', 'gate/messages'])
      cpSync(path.join(project, folder), at(folder), { recursive: true });
    await ask('upload', { key: 'legal', name: 'report-nl.pdf', base64: base64('documents/report-nl.pdf') });
    const targets = new DeskContent(root, language).page('legal')?.page.targets[language];
    expect(targets).toContainEqual({ value: 'page:legal', label: expect.stringMatching(/^\S.+ \(report-nl\.pdf\)$/) });
  });

  test('has a larger limit than a text', () => {
    expect(largestRequest('upload')).toBeGreaterThan(20 * 1024 * 1024);
    expect(largestRequest('save')).toBeLessThan(3 * 1024 * 1024);
  });
});

test('a page that was never confirmed can be confirmed', async () => {
  const { ask, at } = makeSite();
  const record = 'content/pages/legal/in-step.yaml';
  rmSync(at(record));
  const check = async () => (await ask('check', { texts: {}, key: 'legal' })).answer;
  expect(await check()).toMatchObject({ isUnconfirmed: true, isOneSided: false });
  expect((await ask('confirm', { key: 'legal', hasNoEffect: false })).answer).toEqual({ files: [record] });
  expect(await check()).toMatchObject({ isUnconfirmed: false });
});

test('an error in a file of someone else does not keep a text back, and one of its own does', async () => {
  const { ask, at, read } = makeSite();
  const file = 'content/contacts/ict.yaml';
  writeFileSync(at('content/contacts/fido.yaml'), 'kind: unknown\n');
  const check = async (text: string) => (await ask('check', { texts: { [file]: text }, key: null })).answer;
  expect(await check(read(file))).toMatchObject({ canShow: true, errors: expect.any(Number) });
  expect(await check('kind: unknown\n')).toMatchObject({ canShow: false });
});

group('a removal', () => {
  test('takes a page out of the menus and leads its addresses on', async () => {
    const { ask, at, read } = makeSite();
    expect((await ask('new', { kind: 'page', key: 'archive' })).status).toBe(200);
    writeFileSync(at('content/paths.yaml'), '/nl/archive: archive\n');
    const before = read('content/site.yaml');
    writeFileSync(at('content/site.yaml'), before.replace(/header: \[/, 'header: [archive, '));
    const answer = await ask('removePage', { key: 'archive', to: homeKey, reason: '' });
    expect(answer.status, JSON.stringify(answer)).toBe(200);
    expect(existsSync(at('content/pages/archive'))).toBe(false);
    expect(read('content/site.yaml')).toBe(before);
    expect(parse(read('content/redirects.yaml'))).toContainEqual({ from: '/nl/archive', to: `page:${homeKey}` });
  });

  test('of a page without replacement records the reason', async () => {
    const { ask, at, read } = makeSite();
    await ask('new', { kind: 'page', key: 'archive' });
    writeFileSync(at('content/paths.yaml'), '/nl/archive: archive\n');
    await ask('removePage', { key: 'archive', to: '', reason: 'Het archief is overgedragen.' });
    expect(parse(read('content/redirects.yaml'))).toContainEqual({
      from: '/nl/archive',
      gone: true,
      reason: 'Het archief is overgedragen.',
    });
  });

  test.each([
    ['the home page', 'removePage', { key: homeKey, to: 'legal', reason: '' }, 422],
    ['an unknown page', 'removePage', { key: 'nowhere', to: homeKey, reason: '' }, 422],
    ['a path instead of a key', 'removePage', { key: '../../gate', to: homeKey, reason: '' }, 422],
    ['the settings', 'remove', { file: 'content/site.yaml' }, 403],
    ['one language of a page', 'remove', { file: `content/pages/legal/${language}.mdx` }, 403],
    ['a file outside of the content', 'remove', { file: 'package.json' }, 403],
    ['a contact that pages name', 'remove', { file: 'content/contacts/ict.yaml' }, 422],
  ])('of %s is refused', async (_, action, input, status) => {
    const { ask, at } = makeSite();
    expect(await ask(action, input)).toEqual({ status, answer: { reason: expect.stringMatching(/\.$/) } });
    using clean = new EditedSite();
    for (const file of clean.read().keys()) expect(existsSync(at(file))).toBe(true);
  });
});

group('a lock', () => {
  const files = ['content/pages/legal/nl.mdx'];
  const [anna, bart] = ['Anna', 'Bart'].map((name) => ({ window: `${name} ${Math.random()}`, name }));
  if (!anna || !bart) throw new Error('No writers.');

  test('names who writes a page, in every language, until the window is closed', () => {
    expect(lock(files, anna, false, 0)).toBeNull();
    expect(lock(['content/pages/legal/fr.mdx'], bart, false, 1)).toBe('Anna');
    expect(otherWriter(['content/contacts/ict.yaml'], bart, 1)).toBeNull();
    expect(lock(files, bart, false, 120_000)).toBeNull();
  });

  test('can be taken over', () => {
    lock(files, anna, true, 0);
    expect(lock(files, bart, true, 1)).toBeNull();
    expect(otherWriter(files, anna, 2)).toBe('Bart');
  });

  test('is released by the window that has it, and by no other', async () => {
    const { ask } = makeSite();
    const request = { files: ['content/contacts/ict.yaml'], take: false };
    await ask('lock', request, anna.window);
    await ask('release', { files: request.files }, bart.window);
    expect((await ask('lock', request, bart.window)).answer).toEqual({ other: anna.window });
    await ask('release', { files: request.files }, anna.window);
    expect((await ask('lock', request, bart.window)).answer).toEqual({ other: null });
    await ask('release', { files: request.files }, bart.window);
  });

  test('keeps other windows from writing and removing', async () => {
    const { ask, read } = makeSite();
    const file = 'content/contacts/ict.yaml';
    const before = read(file);
    expect((await ask('lock', { files: [file], take: false }, 'Anna')).answer).toEqual({ other: null });
    const saved = await ask('save', { files: [{ file, text: before, version: null }] }, 'Bart');
    expect(saved).toEqual({ status: 423, answer: { reason: expect.stringContaining('Anna') } });
    await ask('lock', { files: [file], take: true }, 'Bart');
    expect((await ask('save', { files: [{ file, text: before, version: null }] }, 'Bart')).status).toBe(200);
    await ask('release', { files: [file] }, 'Bart');
  });
});

group('a request behind a proxy', () => {
  const headers = (user: string, mail: string, name = '') =>
    new Headers({
      authorization: `Basic ${Buffer.from(user).toString('base64')}`,
      'x-forwarded-email': mail,
      'x-forwarded-preferred-username': name,
    });

  test('has the name and the address of the editor', () => {
    expect(signedIn(headers('anna:secret', 'anna@example.org', 'Anna'), 'secret')).toEqual({
      author: 'Anna',
      mail: 'anna@example.org',
    });
    expect(signedIn(headers('x:secret', 'anna@example.org'), 'secret')?.author).toBe('anna@example.org');
  });

  test.each([
    ['without headers', new Headers(), 'secret'],
    ['with another secret', headers('anna:guess', 'anna@example.org'), 'secret'],
    ['with an empty secret', headers('anna:', 'anna@example.org'), ''],
    ['without an address', headers('anna:secret', ''), 'secret'],
    ['with a line in the address', headers('anna:secret', 'anna@example.org <x@y>'), 'secret'],
  ])('is refused %s', (_, given, secret) => {
    expect(() => signedIn(given, secret)).toThrow(Refused);
  });

  test('has no editor on a machine without a proxy', () => {
    expect(signedIn(new Headers(), undefined)).toBeNull();
  });
});

group('forms', () => {
  const content = new DeskContent(project, language);
  const files = [
    'content/contacts/ict.yaml',
    'content/notices/x.yaml',
    'content/notices/templates/x.yaml',
    ...singleFiles.values(),
  ];
  const namesIn = (control: Control): string[] => {
    if (control.kind === 'group') return control.fields.flatMap((field) => [field.label, ...namesIn(field.control)]);
    return 'each' in control ? namesIn(control.each) : [];
  };

  test.each(files)('the form of %s names every field in the language of the editor', (file) => {
    const english = namesIn(content.form(file)).filter((label) => /^[a-z]/.test(label));
    expect(english).toEqual([]);
  });

  test('every kind of content is in the list', () => {
    const kinds = Object.keys(content.lists());
    expect(kinds).toEqual(['pages', 'news', 'contacts', 'notices', 'templates', 'files']);
    expect(singleFiles.size).toBeGreaterThan(5);
  });
});

test.each(languages)('remedies in the desk name its buttons instead of commands ($code)', ({ code }) => {
  const say = translatorOf(messages, code);
  const buttons = ['repair', 'confirmOneButton', 'confirmBothButton'].map((name) => say(`desk.${name}`));
  for (const rule of ['C061', 'C062', 'C120', 'C121', 'C122']) {
    const remedy = say(`check.${rule}.write`, { tool: 'desk', key: 'home' });
    expect(remedy).not.toContain('npm');
    expect(buttons.some((button) => remedy.includes(button))).toBe(true);
    expect(say(`check.${rule}.write`, { tool: 'terminal', key: 'home' })).toContain('npm run');
  }
});
