import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { writeContent, writeLargeSite } from '../bench/content.ts';

test('the content that the bench measures is whole: clean, in step, and as many files as it says', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    writeContent(folder, 200);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(Math.abs(files.length - 200)).toBeLessThanOrEqual(languages.length);
    const { findings, pageStates } = loadSite({ root: folder, languages, drafts: true });
    expect(findings).toEqual([]);
    expect(pageStates.length).toBeGreaterThan(40);
    expect(pageStates.filter(({ record }) => record === null)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('so is the large site that builds are measured with: as many pages as it says, every one listed by the page above it', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    writeLargeSite(folder, 70);
    const { site, findings } = loadSite({ root: folder, languages, drafts: false });
    expect(findings).toEqual([]);
    expect(site?.pages).toHaveLength(70);
    const parents = new Set(
      site?.pages.filter(({ key }) => key.split('/').length === 3).map((page) => page.parent),
    );
    expect(parents.size).toBeGreaterThan(1);
    const [language] = languages;
    for (const page of site?.pages ?? []) {
      const components = page.twins[language?.code ?? '']?.components;
      if (parents.has(page.key)) expect(components, page.key).toContain('SubPages');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
