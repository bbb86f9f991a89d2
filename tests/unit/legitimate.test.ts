import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { parse } from 'yaml';
import { EditedSite, type Fault } from './faults.ts';

/* Edits that are right: the gate neither refuses them nor warns about them. */

const folder = path.resolve(import.meta.dirname, '../fixtures/legitimate');
const rowsIn = (name: string): unknown => parse(readFileSync(path.join(folder, name), 'utf8'));
const texts = rowsIn('texts.yaml') as readonly Readonly<Record<'nl' | 'fr', string>>[];
const records = rowsIn('records.yaml') as readonly Omit<Fault, 'finds' | 'area'>[];

/** Whether a finding only says that an editor has yet to confirm the new sections, or to note that the page is much longer. */
const isUnconfirmed = (code: string) => (code >= 'C120' && code <= 'C122') || code === 'C258';

test('there are more than 115 legitimate edits', () => {
  expect(texts.length + records.length).toBeGreaterThan(115);
});

test('the gate has nothing to say about right paragraphs', () => {
  const append = (language: 'nl' | 'fr') =>
    texts.map((row, index) => `\n## ${index + 1}\n\n${row[language]}\n`).join('');
  using site = new EditedSite([
    { file: 'content/pages/legal/nl.mdx', append: append('nl') },
    { file: 'content/pages/legal/fr.mdx', append: append('fr') },
  ]);
  const findings = site.load().findings.filter(({ code }) => !isUnconfirmed(code));
  const lines = (file: string) => readFileSync(path.join(site.root, file), 'utf8').split('\n');
  expect(findings.map(({ code, file, line, details }) => [code, lines(file)[line - 1], details])).toEqual([]);
});

group('the gate has nothing to say about', () => {
  test.for(records.map((row) => [row.name, row] as const))('%s', ([, row]) => {
    using site = new EditedSite([row]);
    expect(site.load().findings).toEqual([]);
  });
});
