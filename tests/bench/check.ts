import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '#commands/environment.ts';
import { writeContent } from './content.ts';
import type { Row } from './row.ts';

/*
 * How long the content gate takes, from the start of the process, for sites of several sizes. Twice the files may take twice the
 * time, not more.
 */

const sizes = [1000, 2000, 4000, 8000];
const budget = { files: 2000, seconds: 3 };
const runs = 4;

/** As `npm run check` starts. */
const start = [path.join(root, 'commands/run.mjs'), path.join(import.meta.dirname, 'check-once.ts')];

interface Times {
  /** From the start of the process, as an editor waits. */
  readonly seconds: number;
  /** The work of all cores: what else the machine does changes it little. */
  readonly cpuSeconds: number;
}

/**
 * The best of a few runs of each size: what disturbs a measurement only ever makes it longer. The sizes take turns, so that a slow
 * minute of the machine meets them all.
 */
function timesBySize(): ReadonlyMap<number, Times> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    const target = (files: number) => path.join(folder, String(files));
    for (const files of sizes) writeContent(target(files), files);
    const rounds = Array.from({ length: runs }, () => sizes.map((files) => timesFor(target(files))));
    return new Map(sizes.map((files, index) => [files, best(rounds.flatMap((round) => round[index] ?? []))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timesFor(target: string): Times {
  const said = JSON.parse(execFileSync(process.execPath, [...start, target], { encoding: 'utf8' }));
  if (said.findings > 0) throw new Error(`The generated content has ${said.findings} findings.`);
  return said as Times;
}

function best(all: readonly Times[]): Times {
  const least = (of: (times: Times) => number) => Math.min(...all.map(of));
  return { seconds: least(({ seconds }) => seconds), cpuSeconds: least(({ cpuSeconds }) => cpuSeconds) };
}

export function benchCheck(): Row[] {
  const times = timesBySize();
  const rows = [...times].flatMap(([files, { seconds, cpuSeconds }]): Row[] => {
    const row = { what: `check ${files} files`, value: seconds, unit: 's' };
    return [
      files === budget.files ? { ...row, budget: budget.seconds } : row,
      { what: `check ${files} files, time of the processor`, value: cpuSeconds, unit: 's' },
    ];
  });
  // Without what every run costs, however small the site; over wide spans, because small differences drown in what else happens.
  const forEach = (from: number, to: number) =>
    ((times.get(to)?.cpuSeconds ?? 0) - (times.get(from)?.cpuSeconds ?? 0)) / (to - from);
  const ratio = forEach(4000, 8000) / forEach(1000, 4000);
  return [
    ...rows,
    { what: 'work for each file, up to 8000 against up to 4000', value: ratio, unit: '×', budget: 1.25 },
  ];
}
