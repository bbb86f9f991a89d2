import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import type { Browser } from '@playwright/test';
import { parse } from 'yaml';
import { z } from 'zod';
import { root } from '#commands/environment.ts';
import { type BrokenSite, open } from '../e2e/broken-site.ts';
import type { Barrier, Check } from './check.ts';
import { checks } from './checks.ts';
import { judgeInTurn } from './in-turn.ts';

/** The folder of pages that test the checks. */
export const fixtures = path.join(root, 'tests/fixtures/a11y');

/** A fixture page with one barrier. */
const barrierRow = z.strictObject({
  file: z.string().regex(/^[a-z0-9-]+$/),
  /** The success criterion that it fails. */
  criterion: z.string().regex(/^[1-4]\.\d\.\d{1,2}$/),
  /** The WCAG failure or technique that describes it. */
  technique: z.string().regex(/^(?:[A-Z]+\d+|ARIA)$/),
  barrier: z.string().min(10),
  /** The checks that find it. */
  foundBy: z.array(z.string()),
  /** Why no check finds it. */
  missed: z.string().min(10).optional(),
});

export type BarrierRow = z.infer<typeof barrierRow>;

/** The table of all barriers. */
export function readBarriers(): readonly BarrierRow[] {
  return z.array(barrierRow).parse(parse(readFileSync(path.join(fixtures, 'barriers.yaml'), 'utf8')));
}

/** The criteria with a page that passes and a page that fails. */
export function criteriaWithFixtures(): readonly string[] {
  return readdirSync(path.join(fixtures, 'criteria')).sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** Serves the fixtures. The menu of every page links to the same page, `clean.html`. */
export function serveFixtures(): Promise<BrokenSite> {
  return open(
    createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? '', 'http://localhost');
      const file = pathname.endsWith('/clean.html') ? '/barriers/clean.html' : path.posix.normalize(pathname);
      const content = await readFile(path.join(fixtures, file)).catch(() => null);
      if (content === null) response.writeHead(404).end();
      else response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(content);
    }),
  );
}

/** Runs checks on a page and returns the barriers by check. Checks of colours also run in the dark scheme. */
export async function findAll(
  browser: Browser,
  pagePath: string,
  wanted: readonly Check[] = checks,
): Promise<ReadonlyMap<string, readonly Barrier[]>> {
  const found = new Map<string, Barrier[]>(wanted.map(({ id }) => [id, []]));
  const context = await browser.newContext({
    bypassCSP: true,
    reducedMotion: 'reduce',
    viewport: { width: 1280, height: 800 },
  });
  try {
    const page = await context.newPage();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const able = wanted.filter(({ seesColours }) => colorScheme === 'light' || seesColours);
      await judgeInTurn(page, pagePath, able, ({ id }, { barriers }) => {
        found.get(id)?.push(...barriers);
      });
    }
  } finally {
    await context.close();
  }
  return found;
}
