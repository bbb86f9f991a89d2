import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, describe as group, test } from 'vitest';
import { recover } from '#publish/release/swap.ts';
import { build, copyProject, hashesOf, type Run } from './project-copy.ts';

/* The disk is full, a folder is not writable, the build is killed: the old site stays intact, and one sentence explains the fault. */

const copy = copyProject('faults');
const at = (file: string) => path.join(copy.root, file);
const out = at('out');
const inject = pathToFileURL(path.resolve(import.meta.dirname, 'inject-fault.mjs')).href;

/** Publishes again what one build has rendered. */
const publishAgain = ['publish-again.ts'];

let yesterday: Map<string, string>;
let today: Map<string, string>;

beforeAll(async () => {
  // A site with few pages builds faster.
  rmSync(at('content'), { recursive: true });
  cpSync(path.resolve(import.meta.dirname, '../fixtures/faults/site/content'), at('content'), {
    recursive: true,
  });
  // Keeps what Next.js passes to the adapter, so that a test can publish without it.
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
  // npm needs as long to list the packages as everything else; it answers with the list of the first time.
  copy.write('packages.json', copy.read('out/sbom.cdx.json'));
  copy.write(
    'npm.js',
    "import { readFileSync } from 'node:fs';\nprocess.stdout.write(readFileSync('packages.json'));\n",
  );
  cpSync(out, at('kept'), { recursive: true });
  copy.write('kept/site/yesterday.txt', 'The site of yesterday.');
  yesterday = hashesOf(at('kept'));
});

beforeEach(() => {
  for (const each of ['out', 'out.next', 'out.previous']) rmSync(at(each), { recursive: true, force: true });
  cpSync(at('kept'), out, { recursive: true });
});

afterAll(() => copy.remove());

/** Publishes with a fault in an operation on `out*`. */
const publishWith = (fault: string) =>
  copy.run(publishAgain, {
    FAULT: fault,
    FAULT_FOLDER: out,
    NODE_OPTIONS: `--import ${inject}`,
    npm_execpath: at('npm.js'),
  });

function expectOneSentence({ code, output }: Run, sentence: RegExp): void {
  expect(code, output).toBe(1);
  const messages = output.split('\n').filter((line) => /^Not (published|built)/.test(line));
  expect(messages.length, output).toBeGreaterThan(0);
  expect(
    messages.some((line) => sentence.test(line)),
    output,
  ).toBe(true);
  expect(output).not.toMatch(/^\s+at /m);
}

const isMounting = spawnSync('unshare', ['--mount', 'true']).status === 0;

group('A full disk', () => {
  test.each([
    ['at the first file', 'writeFile:0:ENOSPC'],
    ['in the middle', 'writeFile:20:ENOSPC'],
    ['at the last file', 'writeFile:' + 'LAST' + ':ENOSPC'],
    ['with a quota', 'writeFile:20:EDQUOT'],
  ])('%s leaves the old site intact', async (_, fault) => {
    const count = String(today.size - 1);
    expectOneSentence(await publishWith(fault.replace('LAST', count)), /^Not published: the disk is full\./);
    expect(hashesOf(out)).toEqual(yesterday);
  });
});

test('The injected faults reach the last operation: one later, nothing fails', async () => {
  const { code, output } = await publishWith(`writeFile:${today.size}:ENOSPC`);
  expect(code, output).toBe(0);
  expect(hashesOf(out)).toEqual(today);
});

group('A folder that is not writable leaves the old site intact:', () => {
  test.each([
    ['no folder can be created', 'mkdir:0:EACCES'],
    ['the file system is read-only', 'writeFile:0:EROFS'],
    ['out/ itself cannot be moved', 'rename:0:EACCES'],
    ['the new site cannot replace the old one', 'rename:1:EPERM:once'],
  ])('%s', async (_, fault) => {
    expectOneSentence(await publishWith(fault), /^Not published: .* may not be written\. Give this user/);
    expect(hashesOf(out)).toEqual(yesterday);
  });
});

group('A build that is killed', () => {
  const moments = [
    ['before it writes anything', 'mkdir:0:kill'],
    ['while it writes the site', 'writeFile:20:kill'],
    ['at the last file', 'writeFile:LAST:kill'],
    ['before it moves the old site', 'rename:0:kill'],
    ['between the two renames', 'rename:1:kill'],
    ['before it removes the old site', 'rm:2:kill'],
  ] as const;

  test.each(moments)('%s leaves a complete site, and the next one succeeds', async (_, moment) => {
    const { code } = await publishWith(moment.replace('LAST', String(today.size - 1)));
    expect(code).toBeNull();
    recover(out);
    expect([yesterday, today]).toContainEqual(hashesOf(out));

    const next = await copy.run(publishAgain, { npm_execpath: at('npm.js') });
    expect(next.code, next.output).toBe(0);
    expect(hashesOf(out)).toEqual(today);
    expect(existsSync(`${out}.next`) || existsSync(`${out}.previous`)).toBe(false);
  });

  test('between the two renames is repaired by the next command', async () => {
    await publishWith('rename:1:kill');
    expect(existsSync(out)).toBe(false);
    // A build that fails before publishing.
    copy.write('content/pages/strange.txt', 'A file that does not belong here.');
    const { code, output } = await copy.run(build);
    rmSync(at('content/pages/strange.txt'));
    expect(code, output).toBe(1);
    expect(hashesOf(out)).toEqual(yesterday);
  });
});

group.skipIf(!isMounting)(
  `A disk that is really full${isMounting ? '' : ' (skipped: this user may not mount one)'}`,
  () => {
    test('stops Next.js and is named in the message', () => {
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

group.skipIf(process.getuid?.() === 0)('A folder without write permission', () => {
  test('is named in the message', async () => {
    chmodSync(copy.root, 0o555);
    const run = await copy.run(publishAgain);
    chmodSync(copy.root, 0o755);
    expectOneSentence(run, /^Not published: .* may not be written\./);
    expect(hashesOf(out)).toEqual(yesterday);
  });
});
