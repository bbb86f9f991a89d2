import { type Browser, chromium } from '@playwright/test';
import { browserFlags, ensureBrowser } from '#commands/browser.ts';
import { samplePages } from './pages.ts';
import type { Row } from './row.ts';
import { type Server, startEmbedded, startNext } from './servers.ts';

/*
 * What a first visit costs a visitor with a slow phone on a slow line: the published pages, and the same source as Next.js
 * builds and serves it by itself, side by side.
 */

/** As Lighthouse throttles for its mobile score: “slow 4G”, and a processor four times slower. */
const line = {
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const slowdown = 4;
const visits = 9;

/** One first visit. */
interface Visit {
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly shift: number;
  readonly blocked: number;
  readonly kilobytes: number;
  readonly requests: number;
}

const figures: readonly (readonly [figure: keyof Visit, what: string, unit: string])[] = [
  ['firstPaint', 'first paint (FCP)', 'ms'],
  ['largestPaint', 'largest paint (LCP)', 'ms'],
  ['shift', 'layout shift (CLS)', ''],
  ['blocked', 'blocked (TBT)', 'ms'],
  ['kilobytes', 'sent', 'KB'],
  ['requests', 'requests', ''],
];

export async function benchLab(): Promise<Row[]> {
  const servers = [await startEmbedded(), await startNext()] as const;
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  try {
    const rows: Row[] = [];
    for (const address of samplePages()) {
      const [ours, next] = await medianVisits(browser, servers, address);
      for (const [figure, what, unit] of figures) {
        const limit = figure === 'shift' ? { budget: 0.0005 } : {};
        rows.push({ what: `${address}: ${what}`, value: ours[figure], unit, ...limit });
        rows.push({ what: `${address}: ${what}, next start`, value: next[figure], unit });
      }
      rows.push({
        what: `${address}: first paint against next start`,
        value: ours.firstPaint / next.firstPaint,
        unit: '×',
        budget: 0.9,
      });
    }
    return rows;
  } finally {
    await browser.close();
    await Promise.all(servers.map(({ stop }) => stop()));
  }
}

/** In turn, because a machine is faster at one moment than at another. */
async function medianVisits(
  browser: Browser,
  servers: readonly [Server, Server],
  address: string,
): Promise<[Visit, Visit]> {
  const [ours, next]: [Visit[], Visit[]] = [[], []];
  for (let index = 0; index < visits; index++) {
    ours.push(await visit(browser, servers[0].origin + address));
    next.push(await visit(browser, servers[1].origin + address));
  }
  return [medianOf(ours), medianOf(next)];
}

function medianOf(all: readonly Visit[]): Visit {
  const median = (figure: keyof Visit) =>
    all.map((each) => each[figure]).sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
  return Object.fromEntries(figures.map(([figure]) => [figure, median(figure)])) as unknown as Visit;
}

/** Opens a page with an empty cache, and waits until nothing is on its way. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', { offline: false, ...line });
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    let bytes = 0;
    let requests = 0;
    session.on('Network.requestWillBeSent', () => (requests += 1));
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return { ...(await page.evaluate(readTimings)), kilobytes: bytes / 1024, requests };
  } finally {
    await context.close();
  }
}

/** Runs in the page. Tasks of more than 50 ms block for what is above that. */
async function readTimings(): Promise<Pick<Visit, 'firstPaint' | 'largestPaint' | 'shift' | 'blocked'>> {
  const entries = (type: string) =>
    new Promise<PerformanceEntry[]>((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
      observer.observe({ type, buffered: true });
      setTimeout(() => resolve([]), 200);
    });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const largest = (await entries('largest-contentful-paint')).at(-1);
  const shifts = (await entries('layout-shift')) as (PerformanceEntry & { readonly value: number })[];
  const tasks = await entries('longtask');
  return {
    firstPaint: paint?.startTime ?? Number.NaN,
    largestPaint: largest?.startTime ?? Number.NaN,
    shift: sum(shifts.map(({ value }) => value)),
    blocked: sum(tasks.map(({ duration }) => duration - 50)),
  };
}
