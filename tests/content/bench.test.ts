import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadSite } from '../../lib/content/load.ts';
import { languages } from '../../lib/i18n/languages.ts';
import { writeContent } from '../../scripts/bench/content.ts';

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
