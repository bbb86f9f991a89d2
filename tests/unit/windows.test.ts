import { type cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, onTestFinished, test, vi } from 'vitest';
import { newPage } from '#edit/new-page.ts';
import { type Changes, type Project, writeChanges } from '#edit/project.ts';
import { removePage } from '#edit/remove.ts';
import { renameContent } from '#edit/rename.ts';
import { gateMessages } from '#edit/report/describe.ts';
import { formatFindings } from '#edit/report/terminal.ts';
import { sourceReader } from '#edit/source.ts';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { fixtureDay } from '../fixture-site.ts';
import { EditedSite } from './faults.ts';

/* Node.js as it is on Windows: patterns find files with backslashes, and a folder with an accent cannot be copied without a filter. */

vi.mock('node:path', async (original) => {
  const { default: real } = await original<{ default: typeof path }>();
  const join = (...parts: string[]) => real.join(...parts.map((part) => part.replaceAll('\\', '/')));
  return { default: { ...real, sep: '\\', join } };
});

/** Files that a program such as Word has open. */
const locked = vi.hoisted(() => new Set<string>());

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const changed = {
    readFileSync: (file: string, ...options: ['utf8']) => {
      if (locked.has(file)) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
      return real.readFileSync(file, ...options);
    },
    globSync: (pattern: string, options: { cwd: string }) =>
      real.globSync(pattern, options).map((file) => file.replaceAll('/', '\\')),
    cpSync: (from: string, to: string, options: Parameters<typeof cpSync>[2]) => {
      if (!options?.filter) throw new Error('The process has ended without a word.');
      real.cpSync(from, to, options);
    },
  };
  return { ...real, ...changed, default: { ...real, ...changed } };
});

const root = path.resolve(import.meta.dirname, '../..');
const messages = gateMessages(root, languages);

/** The site of the fixtures, with a draft that shows a picture. */
function projectWithDraft(): { project: Project; files: readonly string[] } {
  const site = new EditedSite();
  onTestFinished(() => site[Symbol.dispose]());
  const project = { root: site.root, languages, messages };
  const figure = '<Figure file="photo.jpg" decorative credit="Ann Peeters" licence="cc-by-4.0" />';
  const draft = [...newPage(project, 'archive', fixtureDay)].map(
    ([file, text]) => [file, String(text).replace(/^## .*/ms, `${figure}\n`)] as const,
  );
  const photo = readFileSync(path.join(root, 'tests/fixtures/pictures/photo.jpg'));
  const changes: Changes = new Map<string, string | Buffer>([...draft, ['content/pages/archive/photo.jpg', photo]]);
  writeChanges(site.root, changes);
  return { project, files: [...changes.keys()] };
}

group('on Windows', () => {
  test('a renamed page moves with its texts and its pictures', () => {
    const { project, files } = projectWithDraft();
    const { changes } = renameContent(project, 'archive', 'store');
    expect([...changes.keys()].sort()).toEqual(
      [...files, ...files.map((file) => file.replace('/archive/', '/store/'))].sort(),
    );
    for (const file of files) expect(changes.get(file), file).toBeNull();
  });

  test('a file that is open in another program is a finding, and nothing is renamed meanwhile', () => {
    const { project } = projectWithDraft();
    const file = 'content/contacts/ict.yaml';
    locked.add(path.join(project.root, file));
    onTestFinished(() => locked.clear());
    const { findings } = loadSite({ root: project.root, languages, drafts: true, day: fixtureDay });
    expect(findings.filter((each) => each.file === file)).toMatchObject([{ code: 'C071' }]);
    expect(formatFindings(findings, { messages, textOf: sourceReader(project.root) })).toContain('C071');
    expect(() => renameContent(project, 'archive', 'store')).toThrow('faulty');
  });

  test('a removed page leaves no file behind', () => {
    const { project, files } = projectWithDraft();
    const changes = removePage(project, 'archive', { gone: true, reason: 'Nothing takes its place.' });
    expect(Object.fromEntries(changes)).toEqual(Object.fromEntries(files.map((file) => [file, null])));
  });
});
