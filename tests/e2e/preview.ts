import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { test as base, expect, type Page } from '@playwright/test';
import { copyProject } from '../build/project-copy.ts';
import { freePort } from '../http/hosts.ts';
import { samples } from './documents.ts';

/** The preview for editors, running in a copy of the project that tests may change. */
export interface Preview extends AsyncDisposable {
  readonly root: string;
  readonly origin: string;
}

/** The preview compiles on demand, which is slow on a busy machine. */
export const slowly = { timeout: 120_000 };

/** Opens a page of the preview. When the preview reloads the open page at the same moment, the navigation is aborted and made again. */
export async function open(page: Page, url: string): Promise<void> {
  await expect(() => page.goto(url, slowly)).toPass(slowly);
}

/** A preview in a clone with a remote. */
export interface ClonedPreview extends Preview {
  readonly git: (...args: string[]) => string;
}

/** One preview for all tests of a worker; one page is opened beforehand, so that most code is compiled. */
export const test = base.extend<object, { preview: ClonedPreview }>({
  preview: [
    async ({ browser }, use) => {
      await using preview = await startPreview();
      const git = cloneIn(preview.root);
      const page = await browser.newPage();
      await page.goto(`${preview.origin}${samples.find((each) => each.page.template === 'text')?.path}`, slowly);
      await page.close();
      await use({ ...preview, git });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/** Makes a clone of a copy of the project: the content is committed, and pushed to a remote beside it. */
function cloneIn(root: string): ClonedPreview['git'] {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  const remote = path.join(root, '../remote.git');
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Anna Peeters');
  git('config', 'user.email', 'anna@example.org');
  git('add', 'content');
  git('commit', '--quiet', '-m', 'First');
  git('init', '--quiet', '--bare', remote);
  git('remote', 'add', 'origin', remote);
  git('push', '--quiet', 'origin', 'main');
  return git;
}

/** Changes a file of the project; returns a function that undoes the change. */
export async function edit(
  { root }: Preview,
  file: string,
  change: (text: string) => string | Buffer,
): Promise<() => Promise<void>> {
  const place = path.join(root, file);
  const before = await readFile(place, 'utf8');
  const after = change(before);
  expect(after, `${file} is changed`).not.toBe(before);
  await writeFile(place, after);
  return () => writeFile(place, before);
}

/**
 * Starts `npm run dev` in a copy of the project on a free port and waits until it answers: with a file, because a page is compiled first.
 * @param more variables of its environment
 */
export async function startPreview(more: Readonly<Record<string, string>> = {}): Promise<Preview> {
  const copy = copyProject('preview');
  const port = await freePort();
  const server = spawn(process.execPath, ['commands/dev.ts'], {
    cwd: copy.root,
    env: { ...process.env, NODE_ENV: 'development', PORT: String(port), HOST: 'localhost', ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a process group of its own, to end it with all its children.
    detached: true,
  });
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.on('data', (words: Buffer) => {
      output += words;
    });
  }
  const ended = once(server, 'exit');
  const stop = async () => {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
    await ended;
    copy.remove();
  };

  const origin = `http://localhost:${port}`;
  const isRunning = () => server.exitCode === null && server.signalCode === null;
  if (!(await answers(`${origin}/icon.svg`, isRunning))) {
    await stop();
    throw new Error(`The preview does not answer:\n${output}`);
  }
  return { root: copy.root, origin, [Symbol.asyncDispose]: stop };
}

/** Waits for an answer; false when the server has ended or two minutes have passed. */
async function answers(url: string, isRunning: () => boolean): Promise<boolean> {
  const deadline = Date.now() + 120_000;
  while (isRunning() && Date.now() < deadline) {
    const response = await fetch(url).catch(() => null);
    if (response && response.status < 500) return true;
    await setTimeout(200);
  }
  return false;
}
