import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, describe as group, test } from 'vitest';
import { recover } from '#publish/release/swap.ts';
import { build, copyProject, hashesOf, type Run } from './project-copy.ts';

/*
 * What goes wrong on a machine: the disk is full, a folder may not be written, the build is killed. The
 * site of before stays whole, and one sentence says what happened.
 */

const copy = copyProject('faults');
const at = (file: string) => path.join(copy.root, file);
const out = at('out');
const inject = pathToFileURL(path.resolve(import.meta.dirname, 'inject-fault.mjs')).href;

/** The same work as at the end of a build, on what one build has rendered. */
const publishAgain = ['publish-again.ts'];

let yesterday: Map<string, string>;
let today: Map<string, string>;

beforeAll(async () => {
  // A site of a few pages is built sooner.
  rmSync(at('content'), { recursive: true });
  cpSync(path.resolve(import.meta.dirname, '../fixtures/faults/site/content'), at('content'), {
    recursive: true,
  });
  // Keeps what Next.js hands to the adapter, so that publishing can be done again and again without it.
  copy.write(
    'keep-outputs.ts',
    `import { writeFileSync } from 'node:fs';
export default {
  name: 'keep outputs',
  onBuildComplete: ({ outputs }) => writeFileSync('outputs.json', JSON.stringify(outputs)),
};
`,
  );
  copy.write(
    'publish-again.ts',
    `import { readFileSync } from 'node:fs';
import adapter from './publish/adapter.ts';
const outputs = JSON.parse(readFileSync('outputs.json', 'utf8'));
await adapter.onBuildComplete({ outputs, projectDir: process.cwd() });
`,
  );
  const config = copy.read('next.config.ts');
  copy.write('next.config.ts', config.replace('publish/adapter.ts', 'keep-outputs.ts'));
  const built = await copy.run(build);
  expect(built.code, built.output).toBe(0);
  copy.write('next.config.ts', config);

  const published = await copy.run(publishAgain);
  expect(published.code, published.output).toBe(0);
  today = hashesOf(out);
  cpSync(out, at('kept'), { recursive: true });
  copy.write('kept/site/yesterday.txt', 'The site of yesterday.');
  yesterday = hashesOf(at('kept'));
});

beforeEach(() => {
  for (const each of ['out', 'out.next', 'out.previous']) rmSync(at(each), { recursive: true, force: true });
  cpSync(at('kept'), out, { recursive: true });
});

afterAll(() => copy.remove());

/** Publishes while one operation on `out*` fails, or kills the process. */
const publishWith = (fault: string) =>
  copy.run(publishAgain, { FAULT: fault, FAULT_FOLDER: out, NODE_OPTIONS: `--import ${inject}` });

function expectOneSentence({ code, output }: Run, sentence: RegExp): void {
  expect(code, output).toBe(1);
  const said = output.split('\n').filter((line) => /^Not (published|built)/.test(line));
  expect(said.length, output).toBeGreaterThan(0);
  expect(
    said.some((line) => sentence.test(line)),
    output,
  ).toBe(true);
  expect(output).not.toMatch(/^\s+at /m);
}

const isMounting = spawnSync('unshare', ['--mount', 'true']).status === 0;

group('a full disk', () => {
  test.each([
    ['at the first file', 'writeFile:0:ENOSPC'],
    ['in the middle', 'writeFile:20:ENOSPC'],
    ['at the last file', 'writeFile:' + 'LAST' + ':ENOSPC'],
    ['of somebody who may use so much of it', 'writeFile:20:EDQUOT'],
  ])('%s leaves the site of before', async (_, fault) => {
    const count = String(today.size - 1);
    expectOneSentence(await publishWith(fault.replace('LAST', count)), /^Not published: the disk is full\./);
    expect(hashesOf(out)).toEqual(yesterday);
  });
});

test('the list of faults is as long as the work: one operation later, nothing goes wrong', async () => {
  const { code, output } = await publishWith(`writeFile:${today.size}:ENOSPC`);
  expect(code, output).toBe(0);
  expect(hashesOf(out)).toEqual(today);
});

group('a folder that may not be written', () => {
  test.each([
    ['no new folder can be made', 'mkdir:0:EACCES'],
    ['the file system is read-only', 'writeFile:0:EROFS'],
    ['out/ itself cannot be moved', 'rename:0:EACCES'],
    ['the new site cannot take its place', 'rename:1:EPERM:once'],
  ])('%s', async (_, fault) => {
    expectOneSentence(await publishWith(fault), /^Not published: .* may not be written\. Give this user/);
    expect(hashesOf(out)).toEqual(yesterday);
  });
});

group('a build that is killed', () => {
  const moments = [
    ['before it writes anything', 'mkdir:0:kill'],
    ['while it writes the site', 'writeFile:20:kill'],
    ['at the last file', 'writeFile:LAST:kill'],
    ['before it moves the old site', 'rename:0:kill'],
    ['between the two renames', 'rename:1:kill'],
    ['before it removes the old site', 'rm:2:kill'],
  ] as const;

  test.each(moments)('%s leaves a whole site, and the next one is made as ever', async (_, moment) => {
    const { code } = await publishWith(moment.replace('LAST', String(today.size - 1)));
    expect(code).toBeNull();
    recover(out);
    expect([yesterday, today]).toContainEqual(hashesOf(out));

    const next = await copy.run(publishAgain);
    expect(next.code, next.output).toBe(0);
    expect(hashesOf(out)).toEqual(today);
    expect(existsSync(`${out}.next`) || existsSync(`${out}.previous`)).toBe(false);
  });

  test('between the two renames is mended by whoever needs the site next', async () => {
    await publishWith('rename:1:kill');
    expect(existsSync(out)).toBe(false);
    // A build that does not even come to publishing.
    copy.write('content/pages/strange.txt', 'A file that does not belong here.');
    const { code, output } = await copy.run(build);
    rmSync(at('content/pages/strange.txt'));
    expect(code, output).toBe(1);
    expect(hashesOf(out)).toEqual(yesterday);
  });
});

group.skipIf(!isMounting)(
  `a disk that is really full${isMounting ? '' : ' (skipped: this user may not mount one)'}`,
  () => {
    test('stops Next.js, and is named', () => {
      const script = `mount -t tmpfs -o size=512k tmpfs .next && exec ${process.execPath} ${build.join(' ')}`;
      mkdirSync(at('.next'), { recursive: true });
      const { status, stdout, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', script], {
        cwd: copy.root,
        encoding: 'utf8',
        env: { ...process.env, NODE_ENV: 'production' },
      });
      expect(status).toBe(1);
      expect(stdout + stderr).toContain('Not built: the disk is full. The site in out/ is unchanged.');
      expect(hashesOf(out)).toEqual(yesterday);
    });
  },
);

group.skipIf(process.getuid?.() === 0)('a folder without rights', () => {
  test('is named, for a user who is not root', async () => {
    chmodSync(copy.root, 0o555);
    const run = await copy.run(publishAgain);
    chmodSync(copy.root, 0o755);
    expectOneSentence(run, /^Not published: .* may not be written\./);
    expect(hashesOf(out)).toEqual(yesterday);
  });
});
