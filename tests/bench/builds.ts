import { execFile, execFileSync } from 'node:child_process';
import { build, copyProject } from '../build/project-copy.ts';
import { writeLargeSite } from './large-site.ts';
import { makePlain, plainBuild } from './plain.ts';
import type { Row } from './row.ts';

const budgets = { realSeconds: 15, realAgainstPlain: 0.8, largeAgainstPlain: 1, megabytes: 2048 };

interface Cost {
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * What a build costs, from nothing: of the real site and of a large one, each against plain `next build` of the same source.
 * @param pages pages per language of the large site
 */
export async function benchBuilds(pages: number): Promise<Row[]> {
  const real = await rowsOf('real site', null, {
    seconds: budgets.realSeconds,
    ratio: budgets.realAgainstPlain,
  });
  return [...real, ...(await rowsOf(`${pages} pages`, pages, { ratio: budgets.largeAgainstPlain }))];
}

async function rowsOf(
  site: string,
  pages: number | null,
  limits: { readonly seconds?: number; readonly ratio: number },
): Promise<Row[]> {
  const copy = copyProject('bench-build');
  try {
    if (pages !== null) writeLargeSite(copy.root, pages);
    const ours = await measure(copy.root, ['commands/run.mjs', ...build]);
    makePlain(copy);
    const plain = await measure(copy.root, plainBuild);
    const seconds = { what: `${site}: build`, value: ours.seconds, unit: 's' };
    return [
      limits.seconds === undefined ? seconds : { ...seconds, budget: limits.seconds },
      { what: `${site}: memory`, value: ours.megabytes, unit: 'MB', budget: budgets.megabytes },
      { what: `${site}: plain next build`, value: plain.seconds, unit: 's' },
      { what: `${site}: memory of plain next build`, value: plain.megabytes, unit: 'MB' },
      {
        what: `${site}: against plain next build`,
        value: ours.seconds / plain.seconds,
        unit: '×',
        budget: limits.ratio,
      },
    ];
  } finally {
    copy.remove();
  }
}

/**
 * Runs Node.js to its end.
 * @throws Error with the output when it fails
 */
async function measure(cwd: string, args: readonly string[]): Promise<Cost> {
  const started = performance.now();
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' };
  let megabytes = 0;
  await new Promise<void>((resolve, reject) => {
    const child = execFile(process.execPath, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout) => {
      clearInterval(sampling);
      if (error) reject(new Error(`${error.message}\n${stdout.slice(-5000)}`));
      else resolve();
    });
    const sampling = setInterval(() => {
      megabytes = Math.max(megabytes, megabytesOf(child.pid ?? 0));
    }, 500);
  });
  return { seconds: (performance.now() - started) / 1e3, megabytes };
}

/** The resident memory of a process and all its descendants; counts memory that they share once for each. */
function megabytesOf(root: number): number {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n');
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const kilobytesOf = (id: number): number =>
    processes.reduce((sum, [pid = 0, parent, kilobytes = 0]) => {
      if (pid === id) return sum + kilobytes;
      return parent === id ? sum + kilobytesOf(pid) : sum;
    }, 0);
  return kilobytesOf(root) / 1024;
}
