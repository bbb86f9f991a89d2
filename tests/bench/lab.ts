import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { nextEnvironment, root } from '#commands/environment.ts';
import { languages } from '#lib/languages/languages.ts';
import { createSiteServer } from '#publish/server/server.ts';
import { browserFlags, ensureBrowser } from '../browser.ts';
import { copyProject } from '../build/project-copy.ts';
import { samples } from '../e2e/documents.ts';
import { canConnect, ended, freePort, listen } from '../http/hosts.ts';
import { makePlain, plainBuild } from './plain.ts';
import { median, type Row } from './row.ts';

/** The throttling of Lighthouse for its mobile score: slow 4G, and a processor four times slower. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const slowdown = 4;
const visits = 9;
const budgets = { againstPlain: 0.85, shift: 0.02 };

/** First contentful paint in ms, and cumulative layout shift. */
type Visit = Readonly<Record<'paint' | 'shift', number>>;

/**
 * What a first visit costs on a slow phone with a slow line: of the published pages and of plain `next start`, one page per template,
 * visited in turn because a machine is faster at one moment than at another.
 */
export async function benchLab(): Promise<Row[]> {
  await using plain = await startPlain();
  await using ours = await startPublished();
  await using browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  const rows: Row[] = [];
  for (const { path: page } of samples.filter(({ twin }) => twin.language === languages[0]?.code)) {
    const [published, hydrated]: [Visit[], Visit[]] = [[], []];
    for (let index = 0; index < visits; index++) {
      published.push(await visit(browser, ours.origin + page));
      hydrated.push(await visit(browser, plain.origin + page));
    }
    const of = (all: readonly Visit[], figure: keyof Visit) => median(all.map((each) => each[figure]));
    const [first, second] = [of(published, 'paint'), of(hydrated, 'paint')];
    rows.push(
      { what: `${page}: first paint`, value: first, unit: 'ms' },
      { what: `${page}: first paint, next start`, value: second, unit: 'ms' },
      { what: `${page}: against next start`, value: first / second, unit: '×', budget: budgets.againstPlain },
      { what: `${page}: layout shift`, value: of(published, 'shift'), unit: '', budget: budgets.shift },
    );
  }
  return rows;
}

/** Opens a page with an empty cache and waits until the network is idle. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  await using context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += (entry as { value?: number }).value ?? 0;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Awaited here, because the context closes when the function returns.
  return await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    shift: window.shift,
  }));
}

declare global {
  interface Window {
    shift: number;
  }
}

interface Server extends AsyncDisposable {
  readonly origin: string;
}

async function startPublished(): Promise<Server> {
  const server = createSiteServer(path.join(root, 'out'));
  const port = await listen(server);
  return {
    origin: `http://localhost:${port}`,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Builds a plain copy and serves it with `next start`. */
async function startPlain(): Promise<Server> {
  const copy = copyProject('bench-next');
  makePlain(copy);
  const options = { cwd: copy.root, env: { ...nextEnvironment, NODE_ENV: 'production' as const } };
  execFileSync(process.execPath, plainBuild, { ...options, maxBuffer: 2 ** 26 });
  const port = await freePort();
  const [next = ''] = plainBuild;
  const child = spawn(process.execPath, [next, 'start', '--port', String(port)], options);
  while (!(await canConnect(port))) {
    if (child.exitCode !== null) throw new Error('next start does not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin: `http://localhost:${port}`,
    async [Symbol.asyncDispose]() {
      await ended(child, 'SIGTERM');
      copy.remove();
    },
  };
}
