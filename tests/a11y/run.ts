import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureBrowser } from '#commands/browser.ts';
import { root, today } from '#commands/environment.ts';
import { criterionNumbers } from '#lib/records/wcag.ts';
import { readExceptions } from './exceptions.ts';
import { readBarriers } from './fixtures.ts';
import type { Run } from './reporter.ts';
import { lastRun } from './run/last-run.ts';
import { reportPage } from './run/report.ts';
import { summarise, usedExceptions } from './run/summary.ts';

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

function start(args: readonly string[]): boolean {
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

const isReady = isBuilt() || step('build', () => start(['commands/build.ts']));
if (!isReady) stop('There is no site to look at: the build failed, see above.');
try {
  ensureBrowser();
} catch (error) {
  stop((error as Error).message);
}

const reports = path.join(root, 'reports');
const runFile = path.join(reports, 'accessibility-run.json');
const reportFile = path.join(reports, 'accessibility.html');
mkdirSync(reports, { recursive: true });
rmSync(runFile, { force: true });
const isPassed = step('tests', () =>
  start([
    'node_modules/@playwright/test/cli.js',
    'test',
    '--project=a11y',
    '--reporter=./tests/a11y/reporter.ts',
    // One more than the cores of a small machine: checks wait as much as they reckon.
    '--workers=3',
    ...(only ? ['--grep', RegExp.escape(only)] : []),
  ]),
);
if (!existsSync(runFile)) stop('The tests could not start, see above.');
const run = JSON.parse(readFileSync(runFile, 'utf8')) as Run;
if (run.tests.length === 0) stop(only ? `No test has "${only}" in its title.` : 'No test ran, see above.');

const exceptions = readExceptions();
const criteria = summarise(run, criterionNumbers);
const unused = only
  ? []
  : exceptions
      .filter((_, index) => !usedExceptions(run.judgements).has(index))
      .map(({ check, rule, page }) => `${check} ${rule} on ${page}`);
for (const line of unused) console.error(`  FAILED  This exception excuses nothing any more: ${line}`);

/** What judged, by the names that people know. */
const judges = {
  'axe-core': 'axe-core',
  'Siteimprove Alfa': '@siteimprove/alfa-rules',
  'html-validate': 'html-validate',
  Playwright: '@playwright/test',
};
const tools = Object.entries(judges).map(([name, folder]) => {
  const { version } = JSON.parse(
    readFileSync(path.join(root, 'node_modules', folder, 'package.json'), 'utf8'),
  );
  return { name, version: String(version) };
});
/** What a screen reader says on each kind of page, as `transcripts.spec.ts` holds it to. */
const transcripts = path.join(root, 'tests/fixtures/a11y/transcripts');
const speech = readdirSync(transcripts, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .map((file) => ({
    title: `What a screen reader says: ${file.slice(0, -'.txt'.length)}`,
    text: readFileSync(path.join(transcripts, file), 'utf8'),
  }));
writeFileSync(
  reportFile,
  reportPage({
    day: today(),
    only: only || null,
    run: { ...run, notes: [...run.notes, ...speech] },
    criteria,
    exceptions,
    barriers: readBarriers(),
    tools,
  }),
);
const count = (outcome: string) => run.tests.filter((test) => test.outcome === outcome).length;
const failed = count('failed') + unused.length;
console.log(
  `\nThe report: ${path.relative(process.cwd(), reportFile)}; npm run dev shows it at /accessibility-report.`,
);

if (record) {
  writeFileSync(
    path.join(root, 'content/accessibility/last-run.yaml'),
    lastRun(today(), run, tools, criteria),
  );
  console.log(
    'Recorded in content/accessibility/last-run.yaml: the next build tells it in the accessibility statement.',
  );
}
console.log(`\n${count('passed')} passed, ${failed} failed`);
process.exitCode = isPassed && failed === 0 ? 0 : 1;
