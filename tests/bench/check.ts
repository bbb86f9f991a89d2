import { globSync } from 'node:fs';
import { copyProject } from '../build/project-copy.ts';
import { writeLargeSite } from './large-site.ts';
import type { Row } from './row.ts';

/** Pages per language that make about 2,000 files, with their records. */
const pages = 660;
const budget = 8;
const runs = 3;

/** How long `npm run check` takes for a large site, in seconds from the start of the process. */
export async function benchCheck(): Promise<Row[]> {
  const copy = copyProject('bench-check', 'shared');
  try {
    writeLargeSite(copy.root, pages);
    const seconds: number[] = [];
    for (let run = 0; run < runs; run++) {
      const started = performance.now();
      const { code, output } = await copy.run(['commands/run.mjs', 'commands/check.ts']);
      if (code !== 0) throw new Error(output);
      seconds.push((performance.now() - started) / 1e3);
    }
    const files = globSync('content/**/*.*', { cwd: copy.root }).length;
    // The best, because a disturbance only ever makes a run slower.
    return [{ what: `check ${files} files`, value: Math.min(...seconds), unit: 's', budget }];
  } finally {
    copy.remove();
  }
}
