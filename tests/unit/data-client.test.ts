import { expect, describe as group, test } from 'vitest';
import { catalogueStatements } from '#lib/linked-data/catalogue-statements.ts';
import { turtle } from '#lib/linked-data/statements.ts';
import { directoryStatements } from '#lib/linked-data/unit-statements.ts';
import { directoryData, directoryJsonSchema } from '#lib/open-data/directory-data.ts';
import { directoryTable } from '#lib/open-data/directory-table.ts';
import type { Site } from '#lib/site/site.ts';
import { schemaFaults } from '../contacts/schema-validator.ts';
import { DataClient } from '../data-client.ts';
import { type Edit, EditedSite } from './faults.ts';

/* A client that knows only the documentation of the data reads them before and after twenty edits. */

const reuse = { nl: 'Vrij', fr: 'Libre' };

/** What a client can load of a site. */
function filesOf(site: Site): Readonly<Record<string, string>> {
  const json = (value: object) => JSON.stringify(value);
  return {
    '/data/v1/directory.json': json(directoryData(site, reuse)),
    '/data/v1/directory.schema.json': json(directoryJsonSchema(site)),
    '/data/v1/directory.csv': directoryTable(site),
    '/data/v1/directory.ttl': turtle(directoryStatements(site)),
    '/data/v1/catalogue.ttl': turtle(catalogueStatements(site, reuse, reuse)),
  };
}

function filesAfter(edits: readonly Edit[], day = '2027-01-01') {
  using edited = new EditedSite(edits);
  const { site, findings } = edited.load(day);
  if (!site) throw new Error(JSON.stringify(findings));
  return filesOf(site);
}

const at = (id: string) => `content/contacts/${id}.yaml`;
const append = (id: string, text: string): Edit => ({ file: at(id), append: text });
const replace = (id: string, from: string, to: string): Edit => ({ file: at(id), replace: from, with: to });
const budgetName = '  nl: Budget en Beheerscontrole\n  fr: Budget et Contrôle de gestion\n';

/** Edits in the order of time, each on top of the others, and what a client must see of them. */
const edits: readonly (readonly [what: string, edit: Edit, sees: (client: DataClient) => unknown, value: unknown])[] = [
  ['another number', replace('ict', '+3225010411', '+3225010499'), (c) => c.unit('ict').phones, ['+3225010499']],
  [
    'another mailbox',
    replace('ict', 'ICT.kanselarij@premier.fed.be', 'ict@premier.example'),
    (c) => c.unit('ict').email,
    'ict@premier.example',
  ],
  [
    'another name',
    replace('budget', budgetName, '  nl: Financiën\n  fr: Finances\n'),
    (c) => c.unit('budget').name('fr'),
    'Finances',
  ],
  [
    'a former name',
    append('budget', 'formerNames:\n  - name: {nl: Budget, fr: Budget}\n    until: 2026-12-31\n'),
    (c) => c.unit('budget').name('nl'),
    'Financiën',
  ],
  [
    'an abbreviation',
    append('budget', 'abbreviation: {nl: FIN, fr: FIN}\n'),
    (c) => c.unit('budget').name('nl'),
    'Financiën',
  ],
  [
    'a person that left',
    replace('budget', 'person: Patricia Vercruysse\n', ''),
    (c) => c.unit('budget').phones,
    ['+3225010361'],
  ],
  [
    'languages',
    replace('budget', 'languages: [nl]', 'languages: [nl, fr]'),
    (c) => c.unit('budget').phones,
    ['+3225010361'],
  ],
  [
    'an address',
    append(
      'fido',
      'address:\n  street: {nl: Finance Tower 1, fr: Finance Tower 1}\n  postcode: "1000"\n  city: {nl: Brussel, fr: Bruxelles}\n  country: {nl: België, fr: Belgique}\n',
    ),
    (c) => c.unit('fido').exists('2027-01-01'),
    true,
  ],
  [
    'another place in the list',
    replace('budget', 'order: 2', 'order: 7'),
    (c) => c.unit('budget').exists('2027-01-01'),
    true,
  ],
  ['another task', replace('ict', 'Gegevensbescherming', 'Netwerk'), (c) => c.unit('ict').name('nl'), 'ICT'],
  [
    'a first day',
    append('fido', 'from: 1997-05-05\n'),
    (c) => [c.unit('fido').exists('1997-05-04'), c.unit('fido').exists('1997-05-05')],
    [false, true],
  ],
  ['a legal basis', append('fido', 'legalBasis: ["2001021275"]\n'), (c) => c.unit('fido').exists('2027-01-01'), true],
  [
    'a move',
    append('fido', 'partOf:\n  - unit: chancellery\n    from: 2026-12-01\n'),
    (c) => c.unit('fido').parent,
    'chancellery',
  ],
  [
    'another source',
    replace('ict', 'confirmedBy: source-text', 'confirmedBy: official-page\nsource: example.be/ict'),
    (c) => c.unit('ict').source,
    'https://example.be/ict',
  ],
  [
    'another website',
    replace('fido', 'duurzameontwikkeling.be/nl', 'duurzameontwikkeling.be/fido'),
    (c) => c.unit('fido').name('fr'),
    'Institut fédéral pour le Développement durable',
  ],
  [
    'a comparison with the source',
    replace('fido', 'verified: 2026-11-21', 'verified: 2026-12-15'),
    (c) => c.unit('fido').verified,
    '2026-12-15',
  ],
  [
    'a merge',
    append('ict', 'until: 2026-12-31\nreplacedBy: [budget]\n'),
    (c) => [c.unit('ict').exists('2027-01-01'), c.current('ict', '2027-01-01')],
    [false, ['budget']],
  ],
  [
    'a chain of successors',
    append('budget', 'until: 2026-12-31\nreplacedBy: [fido]\n'),
    (c) => c.current('ict', '2027-01-01'),
    ['fido'],
  ],
  [
    'words for search',
    append('chancellery', 'keywords: {nl: [premier], fr: [premier]}\n'),
    (c) => c.unit('chancellery').exists('2027-01-01'),
    true,
  ],
  [
    'an announced end',
    append('fido', 'until: 2028-12-31\n'),
    (c) => [c.unit('fido').exists('2028-12-31'), c.unit('fido').exists('2029-01-01')],
    [true, false],
  ],
];

group('a client of the data', () => {
  const before = filesAfter([]);

  test('reads every unit before the edits', () => {
    const client = new DataClient((file) => before[file] ?? '');
    expect(client.ids().sort()).toEqual(['budget', 'chancellery', 'fido', 'ict']);
  });

  test('sees twenty edits, one after the other, in the form and with the addresses that it knows', () => {
    expect(edits.length).toBe(20);
    const done: Edit[] = [];
    const faultsBefore = schemaFaults(JSON.parse(before['/data/v1/directory.schema.json'] ?? ''));
    for (const [what, edit, sees, value] of edits) {
      done.push(edit);
      const files = filesAfter(done);
      const client = new DataClient((file) => files[file] ?? '');
      expect([what, sees(client)]).toEqual([what, value]);
      // No unit and no column is lost, and the data are valid by the schema from before.
      expect(client.ids().sort()).toEqual(['budget', 'chancellery', 'fido', 'ict']);
      const data = JSON.parse(files['/data/v1/directory.json'] ?? '');
      expect(faultsBefore(data)).toEqual([]);
      expect(client.columns().slice(0, 3)).toEqual(['id', 'kind', 'parent']);
      expect(client.distributions()).toContain('https://kanselarij.example/data/v1/directory.csv');
    }
  });
});
