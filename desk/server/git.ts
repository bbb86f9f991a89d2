import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Project, Refusal } from '#edit/project.ts';
import { siteDay } from '#gate/finding/days.ts';
import { isError } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';

/* Git without a shell: arguments are never interpreted, and paths follow `--`. */

/** An earlier version of files. */
export interface Version {
  readonly commit: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly author: string;
  readonly subject: string;
}

export interface Proposal {
  readonly files: readonly string[];
  readonly title: string;
  readonly note: string;
  readonly author: string;
  readonly mail: string;
}

async function git(
  root: string,
  args: readonly string[],
  options: { env?: object; input?: string } = {},
): Promise<string> {
  const env = { ...process.env, ...options.env };
  const running = promisify(execFile)('git', args as string[], { cwd: root, env, maxBuffer: 2 ** 26 });
  // A command that reads nothing may be over before its input is closed.
  running.child.stdin?.on('error', () => {}).end(options.input);
  return (await running).stdout;
}

/** Whether the project is a clone and Git is installed. */
export async function hasGit(root: string): Promise<boolean> {
  if (!existsSync(path.join(root, '.git'))) return false;
  return git(root, ['--version']).then(
    () => true,
    () => false,
  );
}

/** The twenty last versions of some files, newest first; none without Git. */
export async function history(root: string, files: readonly string[]): Promise<Version[]> {
  if (!(await hasGit(root))) return [];
  const format = '--format=%H%x00%as%x00%an%x00%s';
  const log = await git(root, ['log', '-n', '20', format, '--', ...files]);
  return log.split('\n').flatMap((line) => {
    const [commit = '', day = '', author = '', subject = ''] = line.split('\0');
    return commit === '' ? [] : [{ commit, day, author, subject }];
  });
}

/** The text of a file in a version; empty when it did not exist. */
export async function versionAt(root: string, commit: string, file: string): Promise<{ text: string }> {
  return { text: await git(root, ['show', `${commit}:${file}`]).catch(() => '') };
}

/** The files of `content/` that differ from the last commit. */
export async function changedFiles(root: string): Promise<string[]> {
  if (!(await hasGit(root))) return [];
  const status = await git(root, [
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=all',
    '--no-renames',
    '--',
    'content',
  ]);
  return status
    .split('\0')
    .filter(Boolean)
    .map((line) => line.slice(3))
    .sort();
}

/** The editor, as configured in Git. */
export async function identity(root: string): Promise<{ author: string; mail: string }> {
  const read = (name: string) =>
    git(root, ['config', name]).then(
      (value) => value.trim(),
      () => '',
    );
  return { author: await read('user.name'), mail: await read('user.email') };
}

/**
 * Makes a branch with only some changed files on top of the main branch, and sends it to the remote when there is one. Other files
 * in the working folder stay out of it, and the working folder stays as it is.
 * @throws Refusal when nothing changed, or when the content with these files alone has errors
 */
export async function propose(project: Project, proposal: Proposal): Promise<{ branch: string; sent: boolean }> {
  const { root } = project;
  if (!(await hasGit(root))) throw new Refusal('noGit');
  const known = new Set(await changedFiles(root));
  if (!proposal.files.every((file) => known.has(file))) throw new Refusal('unchanged');
  const folder = mkdtempSync(path.join(tmpdir(), 'proposal-'));
  try {
    const env = { GIT_INDEX_FILE: path.join(folder, 'index') };
    const base = await baseOf(root);
    await git(root, ['read-tree', base], { env });
    for (const file of proposal.files) await stage(root, file, env);
    await assertInOrder(project, folder, env);
    const tree = (await git(root, ['write-tree'], { env })).trim();
    const author = { GIT_AUTHOR_NAME: proposal.author, GIT_AUTHOR_EMAIL: proposal.mail };
    const committer = { GIT_COMMITTER_NAME: proposal.author, GIT_COMMITTER_EMAIL: proposal.mail };
    const message = `${proposal.title}\n\n${proposal.note}`.trim();
    const commit = (
      await git(root, ['commit-tree', tree, '-p', base, '-F', '-'], {
        env: { ...author, ...committer },
        input: `${message}\n`,
      })
    ).trim();
    const branch = `voorstel/${siteDay(process.env)}-${commit.slice(0, 8)}`;
    await git(root, ['update-ref', `refs/heads/${branch}`, commit]);
    return { branch, sent: await send(root, branch) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The main branch at the remote, as far as it was fetched; otherwise the last commit here. */
async function baseOf(root: string): Promise<string> {
  for (const name of ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'HEAD']) {
    const commit = await git(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).catch(() => '');
    if (commit !== '') return commit.trim();
  }
  throw new Refusal('noGit');
}

async function stage(root: string, file: string, env: object): Promise<void> {
  if (!existsSync(path.join(root, file))) {
    await git(root, ['update-index', '--force-remove', '--', file], { env });
    return;
  }
  const blob = (await git(root, ['hash-object', '-w', '--', file])).trim();
  await git(root, ['update-index', '--add', '--cacheinfo', `100644,${blob},${file}`], { env });
}

/** Checks the content of the proposal alone, without the other changes of the working folder. */
async function assertInOrder({ root, languages }: Project, folder: string, env: object): Promise<void> {
  const files = await git(root, ['ls-files', '-z', '--', 'content'], { env });
  await git(root, ['checkout-index', '-z', '--stdin', `--prefix=${folder}/`], { env, input: files });
  const { findings } = loadSite({ root: folder, languages, drafts: true, day: siteDay(process.env) });
  const errors = findings.filter(isError);
  const [first] = errors;
  if (first) throw new Refusal('faulty', { count: String(errors.length), file: first.file, line: String(first.line) });
}

/** Sends a branch to the remote; false when there is none, or when it does not answer. */
async function send(root: string, branch: string): Promise<boolean> {
  const env = { GIT_TERMINAL_PROMPT: '0' };
  return git(root, ['push', '--quiet', 'origin', `refs/heads/${branch}`], { env }).then(
    () => true,
    () => false,
  );
}
