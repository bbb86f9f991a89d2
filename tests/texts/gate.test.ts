import path from 'node:path';
import { expect, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';

const root = path.resolve(import.meta.dirname, '../..');

test.for([
  ['as it is published', false],
  ['with its drafts', true],
] as const)('the real content passes the gate, %s', ([, drafts]) => {
  const { site } = loadSite({ root, languages, drafts });
  // Seen on the day of its last change: the content must be clean when it is written, and a test does not age.
  const days = [
    ...(site?.pages ?? []).flatMap(({ twins }) => Object.values(twins).map(({ updated }) => updated)),
    ...(site?.contacts ?? []).map(({ verified }) => verified),
    ...(site?.accessibility?.criteria ?? []).flatMap(({ review }) => review?.day ?? []),
    ...(site?.accessibility ? [site.accessibility.run.day, site.accessibility.prepared] : []),
  ];
  expect(days.length).toBeGreaterThan(0);
  const today = days.sort().at(-1) ?? '';
  expect(loadSite({ root, languages, drafts, day: today }).findings).toEqual([]);
});
