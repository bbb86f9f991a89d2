import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, describe as group, onTestFinished, test, vi } from 'vitest';
import { largestRequest, run } from '#desk/server/actions.ts';
import { versionOf } from '#desk/server/files.ts';
import { history, suggestionFor } from '#desk/server/git.ts';
import { Refused, readRequest } from '#desk/server/guard.ts';
import { gateMessages } from '#edit/report/describe.ts';
import { languages } from '#lib/languages/languages.ts';
import { canary, EditedSite } from '../faults.ts';

const messages = gateMessages(path.resolve(import.meta.dirname, '../../..'), languages);
const language = languages[0]?.code ?? '';
const page = `content/pages/legal/${language}.mdx`;
const contact = 'content/contacts/ict.yaml';

/** A site of few pages that a test may change. */
function makeSite(edits: ConstructorParameters<typeof EditedSite>[0] = [], writer = { window: 'one', name: 'Anna' }) {
  const site = new EditedSite(edits);
  // Other tests may have locked the same files in this process.
  (globalThis as { deskLocks?: Map<string, unknown> }).deskLocks?.clear();
  onTestFinished(() => site[Symbol.dispose]());
  const at = (file: string) => path.join(site.root, file);
  const ask = (action: string, input: object) =>
    run(action, input, { project: { root: site.root, languages, messages }, language, writer, signedIn: null });
  const read = (file: string) => readFileSync(at(file), 'utf8');
  const save = (
    file: string,
    text: string,
    version: string | null = existsSync(at(file)) ? versionOf(read(file)) : null,
  ) => ask('save', { files: [{ file, text, version }] });
  return { root: site.root, at, ask, read, save };
}

group('a write', () => {
  test('replaces a text, and answers with its version', async () => {
    const { read, save } = makeSite();
    const text = `${read(page)}\nNog een zin.\n`;
    expect(await save(page, text)).toEqual({ status: 200, answer: { versions: { [page]: versionOf(text) } } });
    expect(read(page)).toBe(text);
  });

  test('makes a contact that does not exist yet', async () => {
    const { read, save } = makeSite();
    expect((await save('content/contacts/archive.yaml', 'kind: authority\n')).status).toBe(200);
    expect(read('content/contacts/archive.yaml')).toBe('kind: authority\n');
  });

  test.each([
    '../outside.yaml',
    'content/contacts/../../package.json',
    '/etc/passwd',
    'content/pages/legal/nl.mdx/../../../../package.json',
    'content\\contacts\\ict.yaml',
    'content/contacts/ICT.yaml',
    'content/paths.yaml',
    'content/documents.yaml',
    'content/pages/legal/in-step.yaml',
    'content/pages/legal/photo.jpg',
    'content/guide/nl.md',
    'package.json',
    'app/robots.ts',
    '.git/hooks/pre-commit',
    '',
  ])('of %j is refused', async (file) => {
    const { ask, at } = makeSite();
    const answer = await ask('save', { files: [{ file, text: 'x', version: null }] });
    expect(answer.status).toBe(403);
    expect(answer.answer).toEqual({ reason: expect.stringContaining('.') });
    expect(existsSync(at('outside.yaml'))).toBe(false);
  });

  test('through a link is refused, of a file and of a folder', async () => {
    const { at, ask, root } = makeSite();
    const outside = mkdtempSync(path.join(tmpdir(), 'outside-'));
    onTestFinished(() => rmSync(outside, { recursive: true }));
    writeFileSync(path.join(outside, 'secret.yaml'), 'secret');
    mkdirSync(path.join(outside, 'folder'));
    symlinkSync(path.join(outside, 'secret.yaml'), at('content/contacts/linked.yaml'));
    symlinkSync(path.join(outside, 'folder'), at('content/pages/linked'));
    for (const file of ['content/contacts/linked.yaml', 'content/pages/linked/nl.mdx']) {
      for (const [action, input] of [
        ['save', { files: [{ file, text: 'x', version: null }] }],
        ['check', { texts: { [file]: 'x' }, key: null }],
        ['version', { commit: 'a'.repeat(40), file }],
      ] as const) {
        expect((await ask(action, input)).status).toBe(403);
      }
    }
    expect(readFileSync(path.join(outside, 'secret.yaml'), 'utf8')).toBe('secret');
    expect(existsSync(path.join(outside, 'folder/nl.mdx'))).toBe(false);
    expect(existsSync(path.join(root, 'content/pages/legal'))).toBe(true);
  });

  test('over a file that somebody else changed is refused with the other text', async () => {
    const { read, save, at } = makeSite();
    const before = versionOf(read(contact));
    writeFileSync(at(contact), `${read(contact)}# intussen\n`);
    const { status, answer } = await save(contact, 'kind: authority\n', before);
    expect(status).toBe(409);
    expect(answer).toEqual({
      reason: expect.stringMatching(/\.$/),
      conflicts: [{ file: contact, text: read(contact), version: versionOf(read(contact)) }],
    });
    expect(read(contact)).toMatch(/# intussen\n$/);
  });

  test('of two desks at once keeps the first text and offers it to the second', async () => {
    const { read, save } = makeSite();
    const version = versionOf(read(contact));
    const answers = [await save(contact, 'a: 1\n', version), await save(contact, 'b: 2\n', version)];
    expect(answers.map(({ status }) => status)).toEqual([200, 409]);
    expect(read(contact)).toBe('a: 1\n');
  });

  test('to a folder where nothing can be written says so in one sentence', async () => {
    const { at, save, read } = makeSite();
    const text = read(contact);
    const version = versionOf(text);
    rmSync(at('content/contacts'), { recursive: true });
    writeFileSync(at('content/contacts'), 'no folder');
    const { status, answer } = await save(contact, text, version);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(answer)).not.toMatch(/\n {4}at /);
  });

  test('of code keeps it text', async () => {
    const { save, read, ask } = makeSite();
    const attack = `${read(page)}\n{globalThis.process.getBuiltinModule('node:fs').writeFileSync('${canary}', '')}\n`;
    const { answer } = await ask('check', { texts: { [page]: attack }, key: 'legal' });
    expect(answer).toMatchObject({ canShow: false });
    await save(page, attack);
    await ask('check', { texts: {}, key: 'legal' });
    expect(existsSync(canary)).toBe(false);
  });

  test.each(['unknown', 'constructor', '__proto__', 'toString'])('of the action %j is refused', async (action) => {
    expect((await makeSite().ask(action, {})).status).toBe(404);
  });

  test.each([{}, { files: 'x' }, { files: [{ file: page, text: 1, version: null }] }, { files: [], more: 1 }])(
    'of the form %j is refused',
    async (input) => {
      expect((await makeSite().ask('save', input)).status).toBe(400);
    },
  );
});

group('the other actions', () => {
  test('confirm a page, make one, and put up and take down a notice', async () => {
    const { ask, read, save, at } = makeSite();
    await save(page, read(page).replace(/(?<=\n\n)(\p{Lu}\p{L}+ \p{L}+)/u, '$1,'));
    expect((await ask('new', { kind: 'page', key: 'archive' })).answer).toEqual({
      files: languages.map(({ code }) => `content/pages/archive/${code}.mdx`),
      screen: 'page/archive',
    });
    const taken = await ask('new', { kind: 'page', key: 'archive' });
    expect(taken.status).toBe(422);
    expect(taken.answer).toEqual({ reason: expect.stringContaining('archive') });
    expect((await ask('notice', { template: 'none', page: '' })).status).toBe(422);
    expect(existsSync(at('content/notices/none.yaml'))).toBe(false);
  });

  test('go on without Git where it has no commit yet, or refuses the folder of another user', async () => {
    const { root, ask } = makeSite();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root });
    git('init', '--quiet');
    expect(await history(root, [contact])).toEqual([]);
    git(
      '-c',
      'user.name=Test',
      '-c',
      'user.email=test@example.org',
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'First',
    );
    vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1');
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(() => git('status')).toThrow('dubious ownership');
    expect(await suggestionFor(root)).toMatchObject({ hasGit: false, changes: [] });
    const proposal = { groups: [contact], title: 'A', note: '', confirmed: 'B', author: 'C', mail: 'c@example.org' };
    expect((await ask('propose', proposal)).answer).toEqual({ reason: expect.stringContaining('git status') });
  });

  test('propose only the chosen files, and leave the folder as it is', async () => {
    const { root, ask, read, save } = makeSite();
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
    git('init', '--quiet', '--initial-branch=main');
    git('config', 'user.name', 'Test');
    git('config', 'user.email', 'test@example.org');
    git('add', '.');
    git('commit', '--quiet', '-m', 'First');
    const number = read(contact).replace('10411', '10499');
    await save(contact, number);
    await save(page, `${read(page)}\nHalf klaar en alleen in één taal.\n`);
    const proposal = { title: 'Nieuw nummer', note: '', confirmed: 'ICT' };
    const person = { author: 'Anna', mail: 'anna@example.org' };

    const refused = await ask('propose', { ...proposal, ...person, groups: ['content/pages/legal'] });
    expect(refused.status).toBe(422);
    expect(refused.answer).toEqual({ reason: expect.stringContaining('content/pages/legal/') });

    const { status, answer } = await ask('propose', { ...proposal, ...person, groups: [contact] });
    expect(status).toBe(200);
    const { branch, sent } = answer as { branch: string; sent: boolean };
    expect(sent).toBe(false);
    expect(git('diff', '--name-only', 'main', branch).trim()).toBe(contact);
    expect(git('show', '--no-patch', '--format=%an <%ae>%n%s%n%b', branch).trim()).toBe(
      'Anna <anna@example.org>\nNieuw nummer\nBevestigd door: ICT',
    );
    expect(git('branch', '--show-current').trim()).toBe('main');
    expect(read(contact)).toBe(number);
    expect(await history(root, [contact])).toEqual([expect.objectContaining({ subject: 'First' })]);
  });
});

group('a request', () => {
  const largest = largestRequest('save');
  const request = (headers: Record<string, string>, body = '{}') =>
    new Request('http://localhost:3000/desk/api?action=save', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        host: 'localhost:3000',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      body,
    });

  test('of the own pages is read', async () => {
    expect(await readRequest(request({ origin: 'http://localhost:3000' }, '{"a":1}'), largest)).toEqual({ a: 1 });
  });

  test.each<[string, Record<string, string>, string, number]>([
    ['of another site', { 'sec-fetch-site': 'cross-site' }, '{}', 403],
    ['of a page of the same domain', { 'sec-fetch-site': 'same-site' }, '{}', 403],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }, '{}', 403],
    ['with another origin', { origin: 'http://localhost:4000' }, '{}', 403],
    ['for another host', { origin: 'http://localhost:3000', host: 'evil.example' }, '{}', 403],
    ['of a form', { 'content-type': 'text/plain' }, '{}', 415],
    ['that is no JSON', {}, '{', 400],
    ['that is too large', {}, `"${'x'.repeat(3 * 1024 * 1024)}"`, 413],
  ])('%s is refused', async (_, headers, body, status) => {
    const refused = await readRequest(request(headers, body), largest).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect((refused as Refused).status).toBe(status);
  });
});
