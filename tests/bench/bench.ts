import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '#commands/environment.ts';
import { benchBuilds, usualSizes } from './builds.ts';
import { benchCheck } from './check.ts';
import { benchLab } from './lab.ts';
import type { Row } from './row.ts';
import { benchServe } from './serve.ts';
import { benchWeight } from './weight.ts';

/**
 * `npm run bench [-- <section>… --pages 100,1000]`: our own measurements, against their budgets. Prints a table and writes the
 * figures to `bench-results/<section>.json`. Exit code 1 when a figure is over its budget. They hold for a machine that does nothing
 * else. `--pages` says for which sizes of a site builds are measured, in pages for each language.
 */

const { asked, sizes } = readOptions();

const sections: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  check: benchCheck,
  weight: benchWeight,
  lab: benchLab,
  serve: benchServe,
  builds: () => benchBuilds(sizes),
};

const unknown = asked.filter((name) => !Object.hasOwn(sections, name));
if (unknown.length > 0) {
  console.error(`No such section: ${unknown.join(', ')}. There are: ${Object.keys(sections).join(', ')}.`);
  process.exit(2);
}

const looksAtBuild = (name: string) => !['check', 'builds'].includes(name);
if ((asked.length === 0 || asked.some(looksAtBuild)) && !existsSync(path.join(root, 'out/report.json'))) {
  console.error('There is no finished site to measure. Make it with npm run build.');
  process.exit(2);
}

const results = path.join(root, 'bench-results');
mkdirSync(results, { recursive: true });
let isOver = false;
for (const [name, measure] of Object.entries(sections)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const rows = await measure();
  writeFileSync(path.join(results, `${name}.json`), `${JSON.stringify(rows, null, 2)}\n`);
  console.log(`\n${name}`);
  for (const { what, value, unit, budget } of rows) {
    const figure = `${value.toFixed(2)} ${unit}`.padStart(12);
    const limit = budget === undefined ? '' : `  ${value <= budget ? 'within' : 'OVER'} ${budget} ${unit}`;
    console.log(`  ${what.padEnd(44)}${figure}${limit}`);
    if (budget !== undefined && value > budget) isOver = true;
  }
}
process.exitCode = isOver ? 1 : 0;

function readOptions(): { asked: string[]; sizes: readonly number[] } {
  try {
    const { values, positionals } = parseArgs({
      options: { pages: { type: 'string', default: usualSizes.join(',') } },
      allowPositionals: true,
    });
    const sizes = values.pages.split(',').map(Number);
    if (!sizes.every((size) => Number.isInteger(size) && size >= 20)) throw new Error('No size.');
    return { asked: positionals, sizes };
  } catch {
    console.error('Use: npm run bench -- [section…] [--pages 100,1000,2000] with at least 20 pages.');
    return process.exit(2);
  }
}
