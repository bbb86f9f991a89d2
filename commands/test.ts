import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './browser.ts';
import { assertNoArguments } from './no-arguments.ts';

/**
 * `npm test`: everything that must be true, from the types to what a visitor sees. Every stage runs, also after a failure,
 * unless it needs one that failed. The last line is `N passed, N failed`.
 */

assertNoArguments(
  'npm test; for one part: npx vitest run --project unit, or npx playwright test --project=e2e',
);

const root = path.resolve(import.meta.dirname, '..');
const results = path.join(root, 'test-results');
const bin = (name: string) => path.join(root, 'node_modules/.bin', name);

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const stages: { name: string; tally: Tally; seconds: number }[] = [];

function stage(name: string, work: () => Tally): Tally {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const tally = work();
  stages.push({ name, tally, seconds: (performance.now() - started) / 1000 });
  return tally;
}

function run(command: string, args: readonly string[]): boolean {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) console.error(`${command} cannot start: ${error.message}`);
  return status === 0;
}

/** A stage that passes or fails as one. */
function single(command: string, args: readonly string[]): Tally {
  return run(command, args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(name: string, projects: readonly string[]): Tally {
  const file = path.join(results, `${name}.json`);
  const ok = run(bin('vitest'), [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return tallyOf(file, ok, (report: { numPassedTests: number; numFailedTests: number }) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
  }));
}

function playwright(): Tally {
  const ok = run(bin('playwright'), ['test', '--project=e2e']);
  return tallyOf(
    path.join(results, 'e2e.json'),
    ok,
    ({ stats }: { stats: { expected: number; unexpected: number; flaky: number } }) => ({
      // The list reporter names the flaky ones; they have passed, at the second attempt.
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
    }),
  );
}

/** Reads a runner's own report. A run that failed without a failed test (it could not start, or found none) counts as one failure. */
function tallyOf<T>(file: string, ok: boolean, read: (report: T) => Tally): Tally {
  let tally: Tally = { passed: 0, failed: 0 };
  try {
    tally = read(JSON.parse(readFileSync(file, 'utf8')) as T);
  } catch {
    return { passed: 0, failed: 1 };
  }
  const silent = !ok || tally.passed === 0;
  return tally.failed === 0 && silent ? { ...tally, failed: 1 } : tally;
}

function skipped(name: string, because: string): void {
  console.log(`\n── ${name}: not run, because ${because}`);
  stages.push({ name, tally: { passed: 0, failed: 1 }, seconds: 0 });
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

stage('types', () => single(bin('tsc'), ['--noEmit']));
stage('lint', () => single(bin('biome'), ['ci', '--error-on-warnings']));
stage('content', () => single(process.execPath, ['commands/check.ts']));
stage('unit', () => vitest('unit', ['unit', 'content']));
const build = stage('build', () => single(process.execPath, ['commands/build.ts']));
if (build.failed > 0) {
  skipped('published, http, deploy, e2e', 'the build failed');
} else {
  stage('published, http, deploy', () => vitest('published', ['published', 'http', 'deploy']));
  stage('browser', () => {
    try {
      ensureBrowser();
      return { passed: 1, failed: 0 };
    } catch (error) {
      console.error((error as Error).message);
      return { passed: 0, failed: 1 };
    }
  });
  stage('e2e', playwright);
  stage('builds', () => vitest('build', ['build']));
}

console.log('\n── summary');
for (const { name, tally, seconds } of stages) {
  const counts = `${tally.passed} passed, ${tally.failed} failed`;
  console.log(`${name.padEnd(22)} ${counts.padEnd(26)} ${seconds.toFixed(0)} s`);
}
const sum = (key: keyof Tally) => stages.reduce((total, { tally }) => total + tally[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
