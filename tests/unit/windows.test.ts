import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, onTestFinished, test } from 'vitest';
import { newPage } from '#edit/new-page.ts';
import { writeChanges } from '#edit/project.ts';
import { gateMessages } from '#edit/report/describe.ts';
import { languages } from '#lib/languages/languages.ts';
import { fixtureDay } from '../fixture-site.ts';
import { EditedSite } from './faults.ts';

/*
 * The editors' tools with Node.js as it is on Windows: patterns find files with backslashes, a folder with an accent in its path cannot
 * be copied without a filter, and a file that another program has open cannot be read.
 */

const root = path.resolve(import.meta.dirname, '../..');

const windows = `data:text/javascript,${encodeURIComponent(`
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  import path from 'node:path';
  const { cpSync, globSync, readFileSync } = fs;
  fs.globSync = (...pattern) => globSync(...pattern).map((file) => file.replaceAll('/', '\\\\'));
  fs.cpSync = (from, to, options) => {
    if (!options.filter) process.exit(9);
    cpSync(from, to, options);
  };
  fs.readFileSync = (file, ...options) => {
    if (String(file).endsWith(process.env.LOCKED)) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
    return readFileSync(file, ...options);
  };
  path.sep = '\\\\';
  syncBuiltinESMExports();
`)}`;

/** Runs an expression on Windows, with the site at `project.root`; returns its value. */
function onWindows(site: EditedSite, expression: string, locked = 'no file'): unknown {
  const script = `
    import { removePage } from '#edit/remove.ts';
    import { renameContent } from '#edit/rename.ts';
    import { gateMessages } from '#edit/report/describe.ts';
    import { formatFindings } from '#edit/report/terminal.ts';
    import { sourceReader } from '#edit/source.ts';
    import { loadSite } from '#gate/load.ts';
    import { languages } from '#lib/languages/languages.ts';
    const project = { root: process.env.SITE, languages, messages: gateMessages('.', languages) };
    const keysOf = (changes) => [...changes].map(([file, text]) => [file, text !== null]);
    const reasonOf = (work) => { try { work(); return null; } catch (error) { return error.message; } };
    console.log(JSON.stringify(${expression}));
  `;
  const args = ['--import', windows, '--input-type=module', '--eval', script];
  const env = { ...process.env, SITE: site.root, LOCKED: locked, SITE_DAY: fixtureDay };
  return JSON.parse(execFileSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' }));
}

/** The site of the fixtures with a draft that shows a picture, and the files of that draft. */
function siteWithDraft(): { site: EditedSite; files: readonly string[] } {
  const site = new EditedSite();
  onTestFinished(() => site[Symbol.dispose]());
  const project = { root: site.root, languages, messages: gateMessages(root, languages) };
  const figure = '<Figure file="photo.jpg" decorative credit="Ann Peeters" licence="cc-by-4.0" />';
  const changes = new Map<string, string | Buffer>();
  for (const [file, text] of newPage(project, 'archive', fixtureDay)) {
    changes.set(file, String(text).replace(/^## .*/ms, `${figure}\n`));
  }
  changes.set('content/pages/archive/photo.jpg', readFileSync(path.join(root, 'tests/fixtures/pictures/photo.jpg')));
  writeChanges(site.root, changes);
  return { site, files: [...changes.keys()] };
}

group('on Windows', () => {
  test('a renamed page moves with its texts and its pictures', () => {
    const { site, files } = siteWithDraft();
    const moved = files.flatMap((file): [string, boolean][] => [
      [file, false],
      [file.replace('/archive/', '/store/'), true],
    ]);
    const changes = onWindows(site, "keysOf(renameContent(project, 'archive', 'store').changes)");
    expect(new Map(changes as typeof moved)).toEqual(new Map(moved));
  });

  test('a removed page leaves no file behind', () => {
    const { site, files } = siteWithDraft();
    const changes = onWindows(site, "keysOf(removePage(project, 'archive', { gone: true, reason: 'Nothing.' }))");
    expect(new Map(changes as [string, boolean][])).toEqual(new Map(files.map((file) => [file, false])));
  });

  test('a file that is open in another program is a finding, and nothing is renamed meanwhile', () => {
    const { site } = siteWithDraft();
    const load = "loadSite({ ...project, drafts: true, day: process.env['SITE_DAY'] }).findings";
    const report = `formatFindings(${load}, { messages: project.messages, textOf: sourceReader(project.root) })`;
    const rename = "reasonOf(() => renameContent(project, 'archive', 'store'))";
    const [text, reason] = onWindows(site, `[${report}, ${rename}]`, '/contacts/ict.yaml') as [string, string];
    expect(text).toContain('content/contacts/ict.yaml:1:1  C071');
    expect(reason).toBe('faulty');
  });
});
