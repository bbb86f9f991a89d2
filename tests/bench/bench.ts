import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '#commands/environment.ts';
import { benchBuilds } from './builds.ts';
import { benchCheck } from './check.ts';
import { benchDesk } from './desk.ts';
import type { Row } from './row.ts';
import { benchWeight } from './weight.ts';

/**
 * `npm run bench [-- <section>… --pages <number>]`: measures the project against its budgets, on a machine that does nothing else.
 * Prints a table and writes `bench-results/<section>.json`. `--pages` sets the pages per language of the large site. Exits with 1 when
 * a figure is over its budget, 2 for wrong arguments.
 */

const { asked, pages } = readOptions();

const sections: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  check: benchCheck,
  weight: benchWeight,
  // Imported late, because it requires a build.
  lab: async () => (await import('./lab.ts')).benchLab(),
  search: async () => (await import('./search.ts')).benchSearch(),
  publish: async () => (await import('./publish.ts')).benchPublish(),
  desk: benchDesk,
  builds: () => benchBuilds(pages),
};

function misuse(): never {
  console.error(
    `Use: npm run bench [-- ${Object.keys(sections).join('|')} … --pages <at least 30>], after npm run build`,
  );
  return process.exit(2);
}

function readOptions(): { asked: string[]; pages: number } {
  try {
    const options = { pages: { type: 'string', default: '1000' } } as const;
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    return { asked: positionals, pages: Number(values.pages) };
  } catch {
    return { asked: [], pages: Number.NaN };
  }
}

const isKnown = asked.every((name) => Object.hasOwn(sections, name));
if (!isKnown || !(pages >= 30) || !existsSync(path.join(root, 'out/report.json'))) misuse();

const results = path.join(root, 'bench-results');
mkdirSync(results, { recursive: true });
for (const [name, measure] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const rows = await measure();
  writeFileSync(path.join(results, `${name}.json`), `${JSON.stringify(rows, null, 2)}\n`);
  console.log(`\n${name}`);
  for (const { what, value, unit, budget } of rows) {
    const isOver = budget !== undefined && value > budget;
    const limit = budget === undefined ? '' : `  ${isOver ? 'OVER' : 'within'} ${budget} ${unit}`;
    console.log(`  ${what.padEnd(44)}${`${value.toFixed(2)} ${unit}`.padStart(12)}${limit}`);
    if (isOver) process.exitCode = 1;
  }
}
