import path from 'node:path';
import { expect, test } from 'vitest';
import { loadSite } from '../../lib/content/load.ts';
import { languages } from '../../lib/i18n/languages.ts';

const root = path.resolve(import.meta.dirname, '../..');

test.for([
  ['as it is published', false],
  ['with its drafts', true],
] as const)('the real content passes the gate, %s', ([, drafts]) => {
  const { site, findings } = loadSite({ root, languages, drafts });
  expect(findings).toEqual([]);
  expect(site?.pages.length).toBeGreaterThan(0);
});
