import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from '#commands/environment.ts';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { writeLargeSite } from '../bench/large-site.ts';

/** The large site is made of the real pages; the content check says what is wrong with them. */
const isFaulty = loadSite({ root, languages, drafts: false }).site === null;

test.skipIf(isFaulty)('the large site of the benchmark has the requested pages, in step and without findings', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    writeLargeSite(folder, 70);
    const { site, findings, pageStates } = loadSite({ root: folder, languages, drafts: false });
    expect(findings).toEqual([]);
    expect(site?.pages).toHaveLength(70);
    expect(pageStates.filter(({ confirmation }) => confirmation === null)).toEqual([]);
    const sections = new Set(site?.pages.filter(({ key }) => key.split('/').length === 3).map((page) => page.parent));
    expect(sections.size).toBeGreaterThan(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
