import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { nextEnvironment } from '#commands/environment.ts';
import { languages } from '#lib/languages/languages.ts';
import { copyProject, type ProjectCopy } from '../build/project-copy.ts';
import { writeLargeSite } from './content.ts';
import { edit, makePlain, plainBuild } from './plain.ts';
import { type Cost, measure } from './process-tree.ts';
import type { Row } from './row.ts';

/*
 * What a build costs: of the real site, and of generated sites of several sizes. Each from nothing, and again after a change to one
 * page. Beside it, in the same run, the plain `next build` of the same site: the same source without the publish step, whose pages
 * are MDX modules as Next.js's guide writes them. What it makes is the hydrated site.
 */

/** Pages in each language. */
export const usualSizes: readonly number[] = [100, 1000, 2000];

/** Budgets hold from this size on, that of memory at this size; below it, what every build costs however small weighs more than the pages. */
const largeSize = 1000;
const budgets = { realSeconds: 15, peakMegabytes: 1536, againstPlain: 1, afterChange: 0.5, growth: 1.25 };

interface Figures {
  readonly whole: Cost;
  readonly afterChange: Cost;
  readonly plain: Cost;
}

export async function benchBuilds(sizes: readonly number[] = usualSizes): Promise<Row[]> {
  if (!existsSync('/proc/self/stat')) throw new Error('Builds are measured on Linux only.');
  const rows = rowsOf('the real site', await buildsOf(null), {
    seconds: { budget: budgets.realSeconds },
  });
  const known = new Map<number, Figures>();
  for (const size of [...sizes].sort((a, b) => a - b)) {
    const figures = await buildsOf(size);
    known.set(size, figures);
    const isLarge = size >= largeSize;
    rows.push(
      ...rowsOf(`${size} pages`, figures, {
        peak: size === largeSize ? { budget: budgets.peakMegabytes } : {},
        against: isLarge ? { budget: budgets.againstPlain } : {},
        after: isLarge ? { budget: budgets.afterChange } : {},
      }),
      {
        what: `${size} pages: work for each page and language`,
        value: (figures.whole.cpuSeconds * 1e3) / (size * languages.length),
        unit: 'ms',
      },
    );
  }
  return [...rows, ...growthOf(known)];
}

interface Limits {
  readonly seconds?: { readonly budget: number };
  readonly peak?: { readonly budget?: number };
  readonly against?: { readonly budget?: number };
  readonly after?: { readonly budget?: number };
}

function rowsOf(site: string, { whole, afterChange, plain }: Figures, limits: Limits): Row[] {
  const megabytes = ({ peakBytes }: Cost) => peakBytes / 2 ** 20;
  const costOf = (what: string, cost: Cost): Row[] => [
    { what: `${site}: ${what}`, value: cost.seconds, unit: 's' },
    { what: `${site}: ${what}, work`, value: cost.cpuSeconds, unit: 's' },
    { what: `${site}: ${what}, most memory`, value: megabytes(cost), unit: 'MB' },
  ];
  const [first, ...others] = costOf('build', whole);
  const [work, memory] = others;
  return [
    ...(first ? [{ ...first, ...limits.seconds }] : []),
    ...(work ? [work] : []),
    ...(memory ? [{ ...memory, ...limits.peak }] : []),
    ...costOf('after a change to one page', afterChange),
    ...costOf('plain next build', plain),
    {
      what: `${site}: build against plain next build`,
      value: whole.seconds / plain.seconds,
      unit: '×',
      ...limits.against,
    },
    {
      what: `${site}: after a change against plain`,
      value: afterChange.seconds / plain.seconds,
      unit: '×',
      ...limits.after,
    },
  ];
}

/** Work for each further page, at the two largest sizes against the smaller ones: what every build costs is left out. */
function growthOf(known: ReadonlyMap<number, Figures>): Row[] {
  const all = [...known].map(([size, { whole }]) => ({ size, work: whole.cpuSeconds }));
  const [small, middle, large] = all.slice(-3);
  if (!small || !middle || !large) return [];
  const each = (from: typeof small, to: typeof small) => (to.work - from.work) / (to.size - from.size);
  return [
    {
      what: `work for each page, up to ${large.size} against up to ${middle.size}`,
      value: each(middle, large) / each(small, middle),
      unit: '×',
      budget: budgets.growth,
    },
  ];
}

/** @param size pages in each language; null for the real content */
async function buildsOf(size: number | null): Promise<Figures> {
  const copy = copyProject('bench-build');
  try {
    if (size !== null) {
      rmSync(path.join(copy.root, 'content'), { recursive: true });
      writeLargeSite(copy.root, size);
    }
    const name = size === null ? 'the real site' : `${size} pages`;
    const build = () => measureIn(copy, ['commands/run.mjs', 'commands/build.ts']);
    const whole = await saidWhenDone(`${name}: build`, build());
    changeOnePage(copy);
    const afterChange = await saidWhenDone(`${name}: build after a change`, build());
    makePlain(copy);
    const plain = await saidWhenDone(`${name}: plain next build`, measureIn(copy, plainBuild));
    return { whole, afterChange, plain };
  } finally {
    copy.remove();
  }
}

/** Passes a cost on, and says so: all builds together take ten minutes. */
async function saidWhenDone(what: string, measured: Promise<Cost>): Promise<Cost> {
  const cost = await measured;
  console.log(`   ${what} done in ${cost.seconds.toFixed(0)} s`);
  return cost;
}

function measureIn({ root }: ProjectCopy, args: readonly string[]): Promise<Cost> {
  const env = { ...nextEnvironment, NODE_ENV: 'production' as const };
  return measure(process.execPath, args, { cwd: root, env });
}

/** A page that every site here has. */
const changedPage = 'content/pages/legal';

function changeOnePage(copy: ProjectCopy): void {
  for (const { code } of languages) {
    edit(copy, `${changedPage}/${code}.mdx`, /^updated: .*$/m, 'updated: 2026-11-22');
  }
}
