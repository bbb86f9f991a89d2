import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { root } from '#commands/environment.ts';
import { copyProject, type ProjectCopy } from '../build/project-copy.ts';

// GitHub's language service imports JSON files without the attribute that Node.js requires.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { validate } = await import('@actions/languageservice');

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: object;
  readonly jobs: Record<string, { readonly steps: readonly Step[] }>;
}

const folder = path.join(root, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
const readWorkflow = (text: string): Workflow => parse(text);

/** What GitHub's own language service says about a workflow. It remembers a file by its name. */
async function lint({ name, text }: { readonly name: string; readonly text: string }): Promise<string[]> {
  const uri = `file:///.github/workflows/${name}`;
  const faults = await validate(TextDocument.create(uri, 'github-actions-workflow', 1, text));
  return faults.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

test.each(workflows)('the language service of GitHub finds nothing in the workflow $name', async (workflow) => {
  expect(await lint(workflow)).toEqual([]);
});

test('the language service of GitHub finds an unknown job, context and key', async () => {
  const job =
    "needs: b\n    runs-on: ubuntu-24.04\n    steps:\n      - run: 'true'\n        if: varz.x\n        ruin: 1\n";
  expect(await lint({ name: 'broken.yml', text: `on: push\njobs:\n  a:\n    ${job}` })).toEqual([
    "Value 'b' is not valid",
    "Unexpected value 'ruin'",
    "Unrecognized named-value: 'varz'",
    'The workflow must contain at least one job with no dependencies.',
  ]);
});

test.each(workflows)('the workflow $name pins each action to a commit and names its version', ({ text }) => {
  const uses = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line));
  expect(uses.length).toBeGreaterThan(0);
  for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test.each(workflows)('the workflow $name may write nothing unless a job says so', ({ text }) => {
  expect(Object.values(readWorkflow(text).permissions)).not.toContain('write');
});

test('the check of a pull request marks a mistake at its line and puts it into one comment', () => {
  const copy = pullRequest();
  const file = 'content/contacts/ict.yaml';
  copy.write(file, copy.read(file).replace(/number: .*/, "number: '02 501'"));

  expect(runStep(copy, 'Check the content')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^::error file=content\/contacts\/ict\.yaml,line=\d+,/m),
  });
  const comment = copy.read('comment.md');
  expect(comment).toMatch(/^`{7}text\n/);
  expect(comment.match(/content\/contacts\/ict\.yaml:\d+:\d+/g)).toHaveLength(1);
  expect(comment).not.toMatch(/^::/m);
  expect(copy.read('summary.md')).toBe(comment);
  expect(runStep(copy, 'Update the comment').stdout).toBe(
    'pr comment https://example.org/pull/1 --edit-last --create-if-none --body-file comment.md\n',
  );
});

test('the check of a pull request without a mistake updates its comment but starts none', () => {
  const copy = pullRequest();
  expect(runStep(copy, 'Check the content')).toMatchObject({ status: 0 });
  expect(runStep(copy, 'Update the comment')).toMatchObject({
    status: 0,
    stdout: 'pr comment https://example.org/pull/1 --edit-last --body-file comment.md\n',
  });
});

test('the release registers the paths of the published commit and pushes them to a branch that moved on', () => {
  const copy = pullRequest();
  const git = (cwd: string, ...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
      cwd,
      encoding: 'utf8',
    });
  const [origin, colleague] = ['origin.git', 'colleague'].map((name) => path.join(copy.root, '..', name)) as [
    string,
    string,
  ];
  git(copy.root, 'init', '--quiet', '--initial-branch=main');
  git(copy.root, 'add', 'content', '.gitattributes');
  git(copy.root, 'commit', '--quiet', '-m', 'Publish');
  git(copy.root, 'clone', '--quiet', '--bare', '.', origin);
  git(copy.root, 'clone', '--quiet', origin, colleague);
  writeFileSync(path.join(colleague, 'content/later.txt'), '');
  git(colleague, 'add', 'content');
  git(colleague, 'commit', '--quiet', '-m', 'Go on');
  git(colleague, 'push', '--quiet');

  git(copy.root, 'remote', 'add', 'origin', origin);
  git(copy.root, 'checkout', '--quiet', '--detach');
  copy.write('content/paths.yaml', `${copy.read('content/paths.yaml')}/nl/nieuw: new\n`);
  const { status, stderr } = runStep(copy, 'Commit the register', 'release', 'register');
  expect({ status, stderr }).toMatchObject({ status: 0 });
  expect(git(origin, 'log', '--format=%s', 'main').trim().split('\n')).toEqual([
    'Register published paths',
    'Go on',
    'Publish',
  ]);
  expect(git(origin, 'show', 'main:content/paths.yaml')).toContain('/nl/nieuw: new');
  const [checkout] = readWorkflow(copy.read('.github/workflows/release.yml')).jobs['register']?.steps ?? [];
  expect(checkout?.with).toMatchObject({ ref: expect.stringContaining('github.sha'), 'fetch-depth': 0 });
});

/** A copy of the project with a `gh` that prints its arguments and fails unless it may create a comment, as for a first comment. */
function pullRequest(): ProjectCopy {
  const copy = copyProject('workflow', 'shared');
  onTestFinished(copy.remove);
  mkdirSync(path.join(copy.root, 'bin'));
  copy.write('bin/gh', '#!/bin/sh\necho "$@"\ncase "$*" in *--create-if-none*) ;; *) exit 1 ;; esac\n');
  chmodSync(path.join(copy.root, 'bin/gh'), 0o755);
  return copy;
}

/** Runs a step of a workflow as a runner does; by default of the one for content. */
function runStep(copy: ProjectCopy, name: string, file = 'content', job = 'check') {
  const workflow = readWorkflow(copy.read(`.github/workflows/${file}.yml`));
  const script = workflow.jobs[job]?.steps.find((step) => step.name === name)?.run ?? '';
  const env = {
    ...process.env,
    PATH: [path.join(copy.root, 'bin'), process.env['PATH']].join(path.delimiter),
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: path.join(copy.root, 'summary.md'),
    BRANCH: 'main',
    PULL_REQUEST: 'https://example.org/pull/1',
  };
  return spawnSync('bash', ['-e', '-c', script], { cwd: copy.root, env, encoding: 'utf8' });
}
