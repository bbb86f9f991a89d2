import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../environment.ts';
import { writeContent } from './content.ts';
import type { Row } from './row.ts';

/*
 * How long the content gate takes, from the start of the process, for sites of several sizes. Twice the files may take twice the
 * time, not more.
 */

const sizes = [500, 1000, 2000, 4000];
const budget = { files: 2000, seconds: 3 };
const runs = 3;

interface Times {
  /** From the start of the process, as an editor waits. */
  readonly seconds: number;
  /** The work of all cores: what else the machine does changes it little. */
  readonly cpuSeconds: number;
}

/** The best of a few runs: what disturbs a measurement only ever makes it longer. */
function timesFor(files: number): Times {
  const target = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    writeContent(target, files);
    const all = Array.from({ length: runs }, () => {
      const said = JSON.parse(
        execFileSync(process.execPath, [...startOfCheck(), target], { encoding: 'utf8' }),
      );
      if (said.findings > 0) throw new Error(`The generated content has ${said.findings} findings.`);
      return said as Times;
    });
    const best = (of: (times: Times) => number) => Math.min(...all.map(of));
    return { seconds: best(({ seconds }) => seconds), cpuSeconds: best(({ cpuSeconds }) => cpuSeconds) };
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

/** Starts as `npm run check` does, whose flags save a tenth of the time: few texts are dead by the time that a small heap is full. */
function startOfCheck(): string[] {
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const flags = String(scripts.check)
    .split(' ')
    .filter((word) => word.startsWith('--'));
  return [...flags, path.join(root, 'scripts/run.mjs'), path.join(import.meta.dirname, 'check-once.ts')];
}

export function benchCheck(): Row[] {
  const times = new Map(sizes.map((files) => [files, timesFor(files)]));
  const rows = [...times].flatMap(([files, { seconds, cpuSeconds }]): Row[] => {
    const row = { what: `check ${files} files`, value: seconds, unit: 's' };
    return [
      files === budget.files ? { ...row, budget: budget.seconds } : row,
      { what: `check ${files} files, time of the processor`, value: cpuSeconds, unit: 's' },
    ];
  });
  // Without what every run costs, however small the site.
  const growth = (from: number, to: number) =>
    (times.get(to)?.cpuSeconds ?? 0) - (times.get(from)?.cpuSeconds ?? 0);
  const ratio = growth(2000, 4000) / (2 * growth(1000, 2000));
  return [
    ...rows,
    { what: 'work for each file, at 4000 against 2000', value: ratio, unit: '×', budget: 1.25 },
  ];
}
