import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root, today } from '#commands/environment.ts';
import { criterionNumbers } from '#lib/records/wcag.ts';
import { ensureBrowser } from '../browser.ts';
import { readExceptions } from './exceptions.ts';
import { firefoxPath } from './firefox.ts';
import { lastRun } from './run/last-run.ts';
import { readRun, resultsOf, usedExceptions } from './run/read-run.ts';

/**
 * `npm run a11y [-- --only <text>] [--record]`: builds the site and runs all accessibility tests. Playwright's report is
 * `reports/accessibility/index.html`. `--only` runs the tests whose title contains the text, such as a part of an address. `--record`
 * writes the results of a whole run to `content/accessibility/last-run.yaml`, from which the accessibility statement is built. Exits
 * with 1 when a test fails or an exception is unused, 2 for wrong arguments or when the tests cannot run.
 */

const reports = path.join(root, 'reports');
const reportFolder = path.join(reports, 'accessibility');
const runFile = path.join(reports, 'accessibility-run.json');
const recordFile = 'content/accessibility/last-run.yaml';

/** The tools that judge pages, by package. */
const tools = {
  'axe-core': 'axe-core',
  'Siteimprove Alfa': '@siteimprove/alfa-rules',
  'html-validate': 'html-validate',
  Playwright: '@playwright/test',
};

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function readOptions() {
  try {
    const options = { only: { type: 'string' }, record: { type: 'boolean', default: false } } as const;
    return parseArgs({ options }).values;
  } catch {
    return stop('Use: npm run a11y [-- --only <part of an address or title>] [--record]');
  }
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

const { only, record } = readOptions();
if (record && only) stop('Only a whole run can be recorded: omit --only or --record.');
if (!run(['commands/build.ts'])) stop('The build failed, see above.');
try {
  ensureBrowser();
} catch (error) {
  stop((error as Error).message);
}

rmSync(runFile, { force: true });
const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--project=a11y'];
// One worker more than the cores of a small machine, because checks wait as much as they compute.
playwright.push('--workers=3', '--reporter=dot,json,html');
if (only) playwright.push('--grep', RegExp.escape(only));
const isPassed = run(playwright, {
  PLAYWRIGHT_HTML_OUTPUT_DIR: reportFolder,
  PLAYWRIGHT_HTML_OPEN: 'never',
  PLAYWRIGHT_HTML_TITLE: `Accessibility, ${today()}`,
  PLAYWRIGHT_JSON_OUTPUT_FILE: runFile,
});
if (!existsSync(runFile)) stop('The tests could not start, see above.');
const found = readRun(JSON.parse(readFileSync(runFile, 'utf8')));
if (found.tests.length === 0) stop(only ? `No test has "${only}" in its title.` : 'No test ran, see above.');

const used = usedExceptions(found.judgements);
const unused = only ? [] : readExceptions().filter((_, index) => !used.has(index));
for (const { check, rule, page } of unused) {
  console.error(`This exception excuses nothing any more: ${check} ${rule} on ${page}`);
}

const results = resultsOf(found, criterionNumbers);
for (const result of ['passed', 'failed', 'untested'] as const) {
  const numbers = criterionNumbers.filter((number) => results[number] === result);
  console.log(`Success criteria ${result}: ${numbers.length}${numbers.length > 0 ? ` (${numbers.join(', ')})` : ''}`);
}
console.log(`Open the report in a browser: ${path.relative(process.cwd(), reportFolder)}/index.html`);

if (record) {
  const versions = Object.entries(tools).map(([name, folder]) => {
    const file = path.join(root, 'node_modules', folder, 'package.json');
    return { name, version: String(JSON.parse(readFileSync(file, 'utf8')).version) };
  });
  const [, firefox] =
    /Firefox (\S+)/.exec(firefoxPath ? spawnSync(firefoxPath, ['--version']).stdout.toString() : '') ?? [];
  if (firefox) versions.push({ name: 'Firefox', version: firefox });
  writeFileSync(path.join(root, recordFile), lastRun(today(), found, versions, results));
  console.log(`Recorded in ${recordFile}: the next build updates the accessibility statement.`);
}
const count = (outcome: string) => found.tests.filter((test) => test.outcome === outcome).length;
const failed = count('failed') + unused.length;
console.log(`\n${count('passed')} passed, ${failed} failed`);
process.exitCode = isPassed && failed === 0 ? 0 : 1;
