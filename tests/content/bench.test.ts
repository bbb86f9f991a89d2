import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { writeLargeSite } from '../bench/large-site.ts';

test('the large site of the benchmark has the requested pages, in step and without findings', () => {
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
