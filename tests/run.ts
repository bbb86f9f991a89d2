import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { assertNoArguments, root } from '#commands/environment.ts';
import { ensureBrowser } from './browser.ts';

/**
 * `npm test`: runs all checks, from types to browser tests. Later stages run even when one fails, except those that need the build.
 * Two stages run at the same time, because each of them leaves a part of the machine idle: the build beside lint and walls,
 * then the browser tests beside the others. The last line is `N passed, N failed`.
 */

assertNoArguments('npm test; for a part: npx vitest run --project unit, or npx playwright test --project=e2e');

const results = path.join(root, 'test-results');
const bin = (name: string) => path.join(root, 'node_modules/.bin', name);

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

const onePassed: Tally = { passed: 1, failed: 0 };
const oneFailed: Tally = { passed: 0, failed: 1 };
const stages: { name: string; tally: Tally; seconds: number }[] = [];

const heading = (name: string) => `\n── ${name}\n`;

/** Runs a program and prints its output: at once, or after a heading when it ends, in one piece. */
function run(command: string, args: readonly string[], headingAtEnd?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const out = headingAtEnd === undefined ? 'inherit' : 'pipe';
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', out, out] });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => parts.push(part));
    child.on('error', (error) => {
      console.error(`${command} cannot start: ${error.message}`);
      resolve(false);
    });
    child.on('close', (code) => {
      if (headingAtEnd !== undefined) process.stdout.write(headingAtEnd);
      process.stdout.write(Buffer.concat(parts));
      resolve(code === 0);
    });
  });
}

async function stage(name: string, work: () => Promise<Tally>): Promise<Tally> {
  const started = performance.now();
  const tally = await work();
  stages.push({ name, tally, seconds: (performance.now() - started) / 1000 });
  return tally;
}

/** A stage that passes or fails as a whole. */
function single(name: string, command: string, args: readonly string[]): Promise<Tally> {
  return stage(name, async () => ((await run(command, args, heading(name))) ? onePassed : oneFailed));
}

function vitest(name: string, projects: readonly string[]): Promise<Tally> {
  const report = path.join(results, `${projects[0]}.json`);
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  for (const project of projects) args.push('--project', project);
  return stage(name, async () => {
    const isPassed = await run(bin('vitest'), args, heading(name));
    return tallyOf(report, isPassed, ({ numPassedTests, numFailedTests }) => ({
      passed: numPassedTests,
      failed: numFailedTests,
    }));
  });
}

/** A port that nothing uses, so that two runs on one machine, or one that was left over, do not meet. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

function playwright(): Promise<Tally> {
  process.stdout.write(heading('e2e'));
  return stage('e2e', async () => {
    try {
      ensureBrowser();
    } catch (error) {
      console.error((error as Error).message);
      return oneFailed;
    }
    process.env['TEST_PORT'] ??= String(await freePort());
    const isPassed = await run(bin('playwright'), ['test', '--project=e2e']);
    return tallyOf(path.join(results, 'e2e.json'), isPassed, ({ stats }) => ({
      // The report lists flaky tests, which passed at the second attempt.
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
    }));
  });
}

/** Reads the JSON report of a runner. A run that fails without a failed test, because it could not start, counts as one failure. */
// biome-ignore lint/suspicious/noExplicitAny: each runner has its own report
function tallyOf(file: string, isPassed: boolean, read: (report: any) => Tally): Tally {
  try {
    const tally = read(JSON.parse(readFileSync(file, 'utf8')));
    const isIncomplete = !isPassed || tally.passed === 0;
    return tally.failed === 0 && isIncomplete ? { ...tally, failed: 1 } : tally;
  } catch {
    return oneFailed;
  }
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const checkCode = async () => {
  await single('lint', bin('biome'), ['ci', '--error-on-warnings']);
  await single('walls', 'npm', ['run', '--silent', 'walls']);
};
const buildSite = async () => {
  const content = await single('content', process.execPath, ['commands/check.ts']);
  const isContentRight = content.failed === 0;
  const build = isContentRight ? await single('build', process.execPath, ['commands/build.ts']) : null;
  return { isContentRight, isBuilt: build?.failed === 0 };
};

// Before the build, which writes types.
await single('types', bin('tsc'), ['--noEmit']);
const [{ isContentRight, isBuilt }] = await Promise.all([buildSite(), checkCode()]);
// A mistake in the content fails the stage above and no other: these need a build of it.
if (!isContentRight)
  console.log('\n── build, published, http, deploy, texts, e2e, builds: skipped, because the content has errors');
else if (!isBuilt) {
  console.log('\n── published, http, deploy, texts, e2e: skipped, because the build failed');
  stages.push({ name: 'published, http, deploy, texts, e2e', tally: oneFailed, seconds: 0 });
}
await Promise.all([
  isBuilt && playwright(),
  (async () => {
    await vitest('unit', ['unit', 'content']);
    if (isBuilt) await vitest('published, http, deploy', ['published', 'http', 'deploy']);
    if (isBuilt) await vitest('texts', ['texts']);
    if (isContentRight) await vitest('builds', ['build', 'kinds']);
  })(),
]);

console.log('\n── summary');
for (const { name, tally, seconds } of stages) {
  const counts = `${tally.passed} passed, ${tally.failed} failed`;
  console.log(`${name.padEnd(28)} ${counts.padEnd(26)} ${seconds.toFixed(0)} s`);
}
const sum = (key: keyof Tally) => stages.reduce((total, { tally }) => total + tally[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
