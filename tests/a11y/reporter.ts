import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FullResult, Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import { root } from '#commands/environment.ts';
import { judgementName, notePrefix, type Recorded } from './results.ts';

/** How one test of a run ended. */
export interface RunTest {
  /** The file, from `tests/a11y`. */
  readonly file: string;
  /** The titles of its groups and its own. */
  readonly title: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
  /** Success criteria that it speaks of as a whole. */
  readonly criteria: readonly string[];
  readonly errors: readonly string[];
}

/** A text for the report: a table of figures, a transcript. */
export interface Note {
  readonly title: string;
  readonly text: string;
}

/** Everything that a run found, before anybody draws conclusions. */
export interface Run {
  readonly seconds: number;
  readonly tests: readonly RunTest[];
  readonly judgements: readonly Recorded[];
  readonly notes: readonly Note[];
}

/** Where the reporter writes what a run found. */
export const runFile = path.join(root, 'reports/accessibility-run.json');

/** Says one line for each file of tests, and each failure when it comes; writes the run to `runFile`. */
export default class A11yReporter implements Reporter {
  readonly #tests: RunTest[] = [];
  readonly #judgements: Recorded[] = [];
  readonly #notes: Note[] = [];
  readonly #reading: string[] = [];
  readonly #waiting = new Map<string, number>();
  readonly #startedAt = new Map<string, number>();
  readonly #total = { tests: 0, done: 0 };

  onBegin(_config: unknown, suite: Suite): void {
    const all = suite.allTests();
    this.#total.tests = all.length;
    for (const test of all) {
      const file = fileOf(test);
      this.#waiting.set(file, (this.#waiting.get(file) ?? 0) + 1);
    }
  }

  onTestBegin(test: TestCase): void {
    const file = fileOf(test);
    if (!this.#startedAt.has(file)) this.#startedAt.set(file, performance.now());
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const file = fileOf(test);
    const ended = runTest(test, result);
    // What a busy machine made stumble is tried again; only the last attempt counts.
    if (ended.outcome === 'failed' && result.retry < test.retries) {
      say(`  AGAIN   ${ended.title}`);
      return;
    }
    this.#tests.push(ended);
    this.#judgements.push(...judgementsOf(result));
    this.#notes.push(...notesOf(result));
    for (const { name, body } of result.attachments) {
      if (name === 'reading' && body) this.#reading.push(body.toString());
    }
    this.#total.done++;
    if (ended.outcome === 'failed') say(`  FAILED  ${ended.title}\n${indent(ended.errors.join('\n'))}`);

    const waiting = (this.#waiting.get(file) ?? 1) - 1;
    this.#waiting.set(file, waiting);
    if (waiting === 0) {
      const seconds = (performance.now() - (this.#startedAt.get(file) ?? 0)) / 1000;
      say(`  ${file.padEnd(28)} ${countsOf(this.#tests, file).padEnd(26)} ${seconds.toFixed(0)} s`);
    }
    if (process.stdout.isTTY) process.stdout.write(`  ${this.#total.done} of ${this.#total.tests} tests\r`);
  }

  onError({ message, stack }: { message?: string; stack?: string }): void {
    say(plain(message ?? stack ?? 'The tests cannot start.'));
  }

  onEnd({ duration }: FullResult): void {
    const run: Run = {
      seconds: duration / 1000,
      tests: this.#tests.toSorted((a, b) => a.file.localeCompare(b.file) || a.title.localeCompare(b.title)),
      judgements: this.#judgements,
      notes: [...readingNote(this.#reading), ...this.#notes].toSorted((a, b) =>
        a.title.localeCompare(b.title, 'en', { numeric: true }),
      ),
    };
    mkdirSync(path.dirname(runFile), { recursive: true });
    writeFileSync(runFile, `${JSON.stringify(run, null, 1)}\n`);
  }

  printsToStdio(): boolean {
    return true;
  }
}

function runTest(test: TestCase, result: TestResult): RunTest {
  const isPassed = result.status === test.expectedStatus;
  return {
    file: fileOf(test),
    // Before the titles of groups stand the project and the file.
    title: test.titlePath().slice(3).join(' › '),
    outcome: result.status === 'skipped' ? 'skipped' : isPassed ? 'passed' : 'failed',
    seconds: result.duration / 1000,
    criteria: [...test.annotations, ...result.annotations]
      .filter(({ type }) => type === 'criterion')
      .flatMap(({ description }) => description ?? [])
      .filter((number, index, all) => all.indexOf(number) === index),
    errors: result.errors.map(({ message, value }) => plain(message ?? value ?? 'It failed without a word.')),
  };
}

function judgementsOf({ attachments }: TestResult): Recorded[] {
  return attachments
    .filter(({ name }) => name === judgementName)
    .flatMap(({ body }) => (body ? [JSON.parse(body.toString()) as Recorded] : []));
}

function notesOf({ attachments }: TestResult): Note[] {
  return attachments.flatMap(({ name, body }) =>
    name.startsWith(notePrefix) && body
      ? [{ title: name.slice(notePrefix.length), text: body.toString() }]
      : [],
  );
}

/** The figures of `reading.spec.ts` as one text, the hardest page first. */
function readingNote(results: readonly string[]): Note[] {
  const pages = results.map((text) => JSON.parse(text) as { page: string; lix: number; limit: number });
  const lines = pages
    .toSorted((a, b) => b.lix - a.lix)
    .map(({ page, lix, limit }) => `${lix.toFixed(0).padStart(3)}  of at most ${limit}  ${page}`);
  return lines.length > 0 ? [{ title: 'How hard each page is to read (LIX)', text: lines.join('\n') }] : [];
}

function fileOf({ location }: TestCase): string {
  return path.relative(import.meta.dirname, location.file).replaceAll(path.sep, '/');
}

function countsOf(tests: readonly RunTest[], file: string): string {
  const count = (outcome: RunTest['outcome']) =>
    tests.filter((test) => test.file === file && test.outcome === outcome).length;
  const skipped = count('skipped');
  return `${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} left out` : ''}`;
}

/** Without the colours of a terminal. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences by which a terminal changes colour begin with one
  return text.replace(/\u001b\[[\d;]*m/g, '');
}

function indent(text: string): string {
  return text.replace(/^/gm, '    ');
}

function say(line: string): void {
  // On a terminal, the line with the progress stands there.
  console.log(process.stdout.isTTY ? `\u001b[2K${line}` : line);
}
