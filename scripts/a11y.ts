import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Run } from '../tests/a11y/reporter.ts';
import { ensureBrowser } from './browser.ts';
import { root } from './environment.ts';

/**
 * `npm run a11y [-- --only <text>] [--record]`: everything that shows whether the site is accessible to everybody. `--only`
 * keeps the tests whose title contains the text, such as a part of an address; `--record` writes what a whole run found to
 * `content/accessibility/last-run.yaml`, from which the accessibility statement is made. Exit code 1 when something fails.
 */

const usage = 'Use: npm run a11y [-- --only <part of an address or title>] [--record]';

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function readOptions(): { only: string; record: boolean } {
  try {
    const { values } = parseArgs({
      options: { only: { type: 'string', default: '' }, record: { type: 'boolean', default: false } },
    });
    return values;
  } catch {
    return stop(usage);
  }
}

/** Runs a step and says how long it took. */
function step(name: string, work: () => boolean): boolean {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const isDone = work();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`   ${isDone ? 'done' : 'failed'} in ${seconds} s`);
  return isDone;
}

function run(args: readonly string[]): boolean {
  const { status, error } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (error) console.error(`${args[0]} cannot start: ${error.message}`);
  return status === 0;
}

/** What a build is made of. */
const sources = [
  ...['app', 'components', 'content', 'lib', 'messages', 'public', 'publish'],
  ...['mdx-components.tsx', 'next.config.ts', 'package-lock.json', 'postcss.config.mjs'],
];

/** Whether the site in `out/` is that of the sources as they are now. */
function isBuilt(): boolean {
  const manifest = path.join(root, 'out/manifest.json');
  if (!existsSync(manifest)) return false;
  const built = statSync(manifest).mtimeMs;
  const isOlder = (file: string) => statSync(path.join(root, file)).mtimeMs <= built;
  return sources.every(
    (source) =>
      isOlder(source) &&
      (!statSync(path.join(root, source)).isDirectory() ||
        readdirSync(path.join(root, source), { recursive: true, encoding: 'utf8' }).every((file) =>
          isOlder(path.join(source, file)),
        )),
  );
}

const { only, record } = readOptions();
if (record && only) stop('Only a whole run can be recorded: leave out --only or --record.');

const isReady = isBuilt() || step('build', () => run(['scripts/build.ts']));
if (!isReady) stop('There is no site to look at: the build failed, see above.');
try {
  ensureBrowser();
} catch (error) {
  stop((error as Error).message);
}

const runFile = path.join(root, 'reports/accessibility-run.json');
rmSync(runFile, { force: true });
const isPassed = step('tests', () =>
  run([
    'node_modules/@playwright/test/cli.js',
    'test',
    '--project=a11y',
    '--reporter=./tests/a11y/reporter.ts',
    ...(only ? ['--grep', RegExp.escape(only)] : []),
  ]),
);
if (!existsSync(runFile)) stop('The tests could not start, see above.');

const { tests } = JSON.parse(readFileSync(runFile, 'utf8')) as Run;
if (tests.length === 0) stop(only ? `No test has "${only}" in its title.` : 'No test ran, see above.');
const count = (outcome: string) => tests.filter((test) => test.outcome === outcome).length;
console.log(`\n${count('passed')} passed, ${count('failed')} failed`);
process.exitCode = isPassed ? 0 : 1;
