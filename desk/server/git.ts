import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Project, Refusal } from '#edit/project.ts';
import { siteDay } from '#gate/finding/days.ts';
import { isError } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { type ChangePart, changeOf } from '#gate/twins/change.ts';
import { readDeskFile } from './files.ts';
import type { SignedIn } from './guard.ts';

/* Git without a shell: arguments are never interpreted, and paths follow `--`. */

/** An earlier version of files. */
export interface Version {
  readonly commit: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly author: string;
  readonly subject: string;
}

export interface Proposal extends SignedIn {
  readonly files: readonly string[];
  readonly title: string;
  readonly note: string;
}

/** What an editor could propose. */
export interface Suggestion extends SignedIn {
  readonly hasGit: boolean;
  /** The changes by page or record: the folder of the page, or the file of the record. */
  readonly changes: readonly {
    readonly group: string;
    readonly files: readonly { readonly file: string; readonly parts: readonly ChangePart[] }[];
  }[];
}

interface GitOptions {
  readonly env?: object;
  readonly input?: string;
}

async function git(root: string, args: readonly string[], { env, input }: GitOptions = {}): Promise<string> {
  const options = { cwd: root, env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...env }, maxBuffer: 2 ** 26 };
  const running = promisify(execFile)('git', args as string[], { ...options, timeout: 60_000 });
  // A command that reads nothing may be over before its input is closed.
  running.child.stdin?.on('error', () => {}).end(input);
  return (await running).stdout;
}

/** Whether the project is a clone and Git is installed. */
async function hasGit(root: string): Promise<boolean> {
  return existsSync(path.join(root, '.git')) && (await succeeds(git(root, ['--version'])));
}

const succeeds = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false,
  );

/** The twenty last versions of some files, newest first; none without Git. */
export async function history(root: string, files: readonly string[]): Promise<Version[]> {
  if (!(await hasGit(root))) return [];
  const log = await git(root, ['log', '-n', '20', '--format=%H%x00%as%x00%an%x00%s', '--', ...files]);
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
async function changedFiles(root: string): Promise<string[]> {
  if (!(await hasGit(root))) return [];
  const options = ['--porcelain', '-z', '--untracked-files=all', '--no-renames'];
  const status = await git(root, ['status', ...options, '--', 'content']);
  const lines = status.split('\0').filter(Boolean);
  return lines.map((line) => line.slice(3)).sort();
}

/** What changed since the last commit, page by page and record by record, and who edits, as Git knows it. */
export async function suggestionFor(root: string): Promise<Suggestion> {
  const changes = (await changedFiles(root)).map(async (file) => {
    // Pictures and documents have no words to compare.
    const isText = /\.(mdx|yaml)$/.test(file);
    const before = isText ? (await versionAt(root, 'HEAD', file)).text : '';
    return { file, parts: changeOf(before, isText ? (readDeskFile(root, file)?.text ?? '') : '').map(shortened) };
  });
  const groups = Map.groupBy(await Promise.all(changes), ({ file }) => file.replace(/^(content\/pages\/.+)\/.*/, '$1'));
  return {
    hasGit: await hasGit(root),
    changes: [...groups].map(([group, files]) => ({ group, files })),
    author: await setting(root, 'user.name'),
    mail: await setting(root, 'user.email'),
  };
}

/** A setting of Git, such as `user.name`; empty when there is none. */
export async function setting(root: string, name: string): Promise<string> {
  return (await git(root, ['config', name]).catch(() => '')).trim();
}

/** How much of an unchanged text is shown around a change, in characters. */
const context = 60;

function shortened({ kind, text }: ChangePart): ChangePart {
  if (kind !== 'same' || text.length <= 2 * context) return { kind, text };
  return { kind, text: `${text.slice(0, context)} … ${text.slice(-context)}` };
}

/**
 * Makes a branch with only some changed files on top of the main branch, and sends it to the remote when there is one. Other files
 * in the working folder stay out of it, and the working folder stays as it is.
 * @throws Refusal when nothing changed, or when the content with these files alone has errors
 */
export async function propose(project: Project, proposal: Proposal): Promise<{ branch: string; sent: boolean }> {
  const { root } = project;
  const { files, title, note, author, mail } = proposal;
  if (!(await hasGit(root))) throw new Refusal('noGit');
  const known = new Set(await changedFiles(root));
  if (!files.every((file) => known.has(file))) throw new Refusal('unchanged');
  await succeeds(git(root, ['fetch', '--quiet', 'origin']));
  const folder = mkdtempSync(path.join(tmpdir(), 'proposal-'));
  try {
    const env = {
      GIT_INDEX_FILE: path.join(folder, 'index'),
      GIT_AUTHOR_NAME: author,
      GIT_AUTHOR_EMAIL: mail,
      GIT_COMMITTER_NAME: author,
      GIT_COMMITTER_EMAIL: mail,
    };
    const base = await baseOf(root);
    await git(root, ['read-tree', base], { env });
    for (const file of files) await stage(root, file, env);
    await assertInOrder(project, folder, env);
    const tree = (await git(root, ['write-tree'], { env })).trim();
    const message = { env, input: `${title}\n\n${note}`.trim() };
    const commit = (await git(root, ['commit-tree', tree, '-p', base, '-F', '-'], message)).trim();
    const branch = `voorstel/${siteDay(process.env)}-${commit.slice(0, 8)}`;
    await git(root, ['update-ref', `refs/heads/${branch}`, commit]);
    return { branch, sent: await succeeds(git(root, ['push', '--quiet', 'origin', `refs/heads/${branch}`])) };
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
