import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { EditedSite } from '../faults.ts';

/* Real servers of the desk that are killed, write at the same time, or have no space left. */

const saver = path.join(import.meta.dirname, 'saver.ts');
const file = 'content/contacts/ict.yaml';

function makeSite() {
  const site = new EditedSite();
  onTestFinished(() => site[Symbol.dispose]());
  const folder = path.join(site.root, path.dirname(file));
  return {
    root: site.root,
    read: () => readFileSync(path.join(site.root, file), 'utf8'),
    leftovers: () => readdirSync(folder).filter((name) => name.endsWith('~')),
  };
}

test('a server that is killed while it saves leaves a whole text', async () => {
  const { root, read } = makeSite();
  const server = spawn(process.execPath, [saver, root, file, 'a', '1000000'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(server, 'exit');
  let saves = 0;
  for await (const words of server.stdout) {
    saves += String(words).split('\n').length;
    if (saves > 20) server.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  expect(read()).toMatch(/^a{100000,}$/);
}, 120_000);

test('two servers that save the same file never mix their texts', async () => {
  const { root, read } = makeSite();
  const servers = ['a', 'b'].map((letter) =>
    spawn(process.execPath, [saver, root, file, letter, '50'], { stdio: 'ignore' }),
  );
  const codes = await Promise.all(servers.map(async (server) => (await once(server, 'exit'))[0]));
  expect(codes).toEqual([0, 0]);
  expect(read()).toMatch(/^(?:a{100000,}|b{100000,})$/);
}, 120_000);

test('a disk without space keeps the text of before, and the refusal is one sentence', () => {
  const { root, read, leftovers } = makeSite();
  writeFileSync(path.join(root, file), 'before');
  // The largest file of the child: 512 or 1,024 bytes, by the shell.
  const limited = 'ulimit -f 1 && exec "$0" "$@"';
  const answer = execFileSync('sh', ['-c', limited, process.execPath, saver, root, file, 'a'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: '' },
  });
  const [, status = '', json = ''] = /^(\d+) (.*)$/m.exec(answer) ?? [];
  expect(Number(status)).toBe(507);
  expect(JSON.parse(json)).toEqual({ reason: expect.stringMatching(/^[^\n]*content\/contacts\/ict\.yaml[^\n]*\.$/) });
  expect(read()).toBe('before');
  expect(leftovers()).toEqual([]);
}, 60_000);
