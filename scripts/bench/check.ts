import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeContent } from './content.ts';
import type { Row } from './row.ts';

/*
 * How long the content gate takes, from the start of the process, for sites of several sizes. Twice the files may take twice the
 * time, not more.
 */

const sizes = [500, 1000, 2000, 4000];
const budget = { files: 2000, seconds: 3 };
const runs = 3;

/** The best of a few runs: what disturbs a measurement only ever makes it longer. */
function secondsFor(files: number): number {
  const root = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    writeContent(root, files);
    const script = path.join(import.meta.dirname, 'check-once.ts');
    const times = Array.from({ length: runs }, () => {
      const said = JSON.parse(execFileSync(process.execPath, [script, root], { encoding: 'utf8' }));
      if (said.findings > 0) throw new Error(`The generated content has ${said.findings} findings.`);
      return Number(said.milliseconds) / 1000;
    });
    return Math.min(...times);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export function benchCheck(): Row[] {
  const seconds = new Map(sizes.map((files) => [files, secondsFor(files)]));
  const rows = [...seconds].map(([files, value]): Row => {
    const row = { what: `check ${files} files`, value, unit: 's' };
    return files === budget.files ? { ...row, budget: budget.seconds } : row;
  });
  // Without what every run costs, however small the site.
  const growth = (from: number, to: number) => (seconds.get(to) ?? 0) - (seconds.get(from) ?? 0);
  const ratio = growth(2000, 4000) / (2 * growth(1000, 2000));
  return [
    ...rows,
    { what: 'time for each file, at 4000 against 2000', value: ratio, unit: '×', budget: 1.25 },
  ];
}
