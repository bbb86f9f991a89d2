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

/** What an editor could propose, and who edits, as Git knows it. */
export type Suggestion = Awaited<ReturnType<typeof suggestionFor>>;

/** An earlier version of files. */
export type Version = Awaited<ReturnType<typeof history>>[number];

interface Proposal extends SignedIn {
  /** The chosen pages and records, as `groupOf` names them. */
  readonly groups: readonly string[];
  readonly title: string;
  readonly note: string;
}

async function git(root: string, args: readonly string[], env: object = {}, input?: string): Promise<string> {
  const options = { cwd: root, env: { ...process.env, GIT_TERMINAL_PROMPT: '0', ...env }, maxBuffer: 2 ** 26 };
  const running = promisify(execFile)('git', args as string[], { ...options, timeout: 60_000 });
  // A command that reads nothing may be over before its input is closed.
  running.child.stdin?.on('error', () => {}).end(input);
  return (await running).stdout;
}

const lineOf = async (...args: Parameters<typeof git>) => (await git(...args)).trim();

const succeeds = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false,
  );

/** Whether the project is a clone with a commit, and Git is installed and accepts the folder: that of another user it refuses. */
const hasGit = async (root: string) =>
  existsSync(path.join(root, '.git')) && (await succeeds(git(root, ['rev-parse', 'HEAD'])));

/** The twenty last versions of some files, newest first, each of a day as YYYY-MM-DD; none without Git. */
export async function history(root: string, files: readonly string[]) {
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

/** The page or record that a file belongs to: the folder of the page, or the file of the record. */
const groupOf = (file: string) => file.replace(/^(content\/(?:pages|news)\/.+)\/.*/, '$1');

/** The files of `content/` that differ from the last commit, by page or record. */
async function changedFiles(root: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const options = ['--porcelain', '-z', '--untracked-files=all', '--no-renames'];
  const status = (await hasGit(root)) ? await git(root, ['status', ...options, '--', 'content']) : '';
  const files = status.split('\0').flatMap((line) => line.slice(3) || []);
  return Map.groupBy(files.sort(), groupOf);
}

/** What changed since the last commit, page by page and record by record, and who edits, as Git knows it. */
export async function suggestionFor(root: string) {
  const changes = [...(await changedFiles(root))].map(async ([group, files]) => ({
    group,
    files: await Promise.all(files.map(async (file) => ({ file, parts: await changeOfFile(root, file) }))),
  }));
  return {
    hasGit: await hasGit(root),
    changes: await Promise.all(changes),
    author: await setting(root, 'user.name'),
    mail: await setting(root, 'user.email'),
  };
}

/** The words that changed since the last commit; none of pictures and documents. */
async function changeOfFile(root: string, file: string): Promise<ChangePart[]> {
  if (!/\.(mdx|yaml)$/.test(file)) return [];
  const before = (await versionAt(root, 'HEAD', file)).text;
  // Of an unchanged text, the ends are shown.
  return changeOf(before, readDeskFile(root, file)?.text ?? '').map(({ kind, text }) => ({
    kind,
    text: kind === 'same' ? text.replace(/^([\s\S]{60})[\s\S]+([\s\S]{60})$/, '$1 … $2') : text,
  }));
}

/** A setting of Git, such as `user.name`; empty when there is none. */
export const setting = (root: string, name: string) => lineOf(root, ['config', name]).catch(() => '');

/**
 * Makes a branch with only some changes on top of the main branch, and sends it to the remote when there is one. Other files in the
 * working folder stay out of it, and the working folder stays as it is.
 * @throws Refusal when nothing changed, or when the content with these changes alone has errors
 */
export async function propose(project: Project, proposal: Proposal): Promise<{ branch: string; sent: boolean }> {
  const { root } = project;
  const { groups, title, note, author, mail } = proposal;
  if (!(await hasGit(root))) throw new Refusal('noGit');
  const changed = await changedFiles(root);
  if (!groups.every((group) => changed.has(group))) throw new Refusal('unchanged');
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
    await git(root, ['read-tree', base], env);
    await git(root, ['add', '--all', '--', ...groups.flatMap((group) => changed.get(group) ?? [])], env);
    await assertInOrder(project, folder, env);
    const tree = await lineOf(root, ['write-tree'], env);
    const message = `${title}\n\n${note}`.trim();
    const commit = await lineOf(root, ['commit-tree', tree, '-p', base, '-F', '-'], env, message);
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
    const commit = await lineOf(root, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).catch(() => '');
    if (commit !== '') return commit;
  }
  throw new Refusal('noGit');
}

/** Checks the content of an index alone, without the other changes of the working folder. */
async function assertInOrder({ root, languages }: Project, folder: string, env: object): Promise<void> {
  const files = await git(root, ['ls-files', '-z', '--', 'content'], env);
  await git(root, ['checkout-index', '-z', '--stdin', `--prefix=${folder}/`], env, files);
  const errors = loadSite({ root: folder, languages, drafts: true, day: siteDay(process.env) }).findings.filter(
    isError,
  );
  const [first] = errors;
  if (first) throw new Refusal('faulty', { count: String(errors.length), file: first.file, line: String(first.line) });
}
