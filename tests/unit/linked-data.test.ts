import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { catalogueStatements } from '#lib/linked-data/catalogue-statements.ts';
import { jsonLd, type Statement, turtle } from '#lib/linked-data/statements.ts';
import { directoryStatements, unitStatements } from '#lib/linked-data/unit-statements.ts';
import { unitUri } from '#lib/open-data/data-paths.ts';
import type { Site } from '#lib/site/site.ts';
import { anyPlace, anyRecord, peers, siteWith } from '../contacts/records.ts';
import { brokenData, expectedLines, linesOf, readJsonLd, readTurtle, shapeFaults } from '../linked-data.ts';

const words = (text: string) => Object.fromEntries(peers.map(({ code }) => [code, `${text} “${code}”`]));
const catalogueOf = (site: Site) => catalogueStatements(site, words('Open data'), words('Free to\nuse\\'));

const everySite = (check: (statements: Statement[], site: Site) => Promise<void>, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(anyRecord(), anyPlace, async (record, place) => {
      const { site, contact } = siteWith(record, place);
      await check(unitStatements(site, contact), site);
    }),
    { numRuns },
  );

group('linked data', () => {
  test('every record says the same in Turtle, read by n3', () =>
    everySite(async (statements) => {
      expect(linesOf(readTurtle(turtle(statements)))).toEqual(expectedLines(statements));
    }, 60));

  test('every record says the same in JSON-LD, read by jsonld', () =>
    everySite(async (statements) => {
      expect(linesOf(await readJsonLd(jsonLd(statements)))).toEqual(expectedLines(statements));
    }, 30));

  test('every record violates no shape of CPOV', () =>
    everySite(async (_, site) => {
      expect(await shapeFaults(readTurtle(turtle(directoryStatements(site))))).toEqual([]);
    }, 12));

  test('a fact with another source than its record has statements about its source and certainty', () => {
    const [record] = fc.sample(anyRecord(), 1);
    if (!record) throw new Error('There is no random record.');
    const { site, contact } = siteWith(record, { isPart: true, hasPage: false, hasDirectory: true });
    const certain = {
      ...contact,
      channels: { phone: [{ number: '+3225010411' }] },
      otherSources: [{ facts: ['phone' as const], confirmedBy: 'service' as const, verified: '2026-12-01' }],
    };
    const node = `${unitUri(site.origin, contact.id)}#source-phone-1`;
    const about = expectedLines(unitStatements(site, certain)).filter((line) => line.startsWith(node));
    expect(about.map((line) => line.slice(node.length + 1).replace(/.*[#/](?=\w+ )/, ''))).toEqual([
      `modified ${JSON.stringify(['2026-12-01', '', 'http://www.w3.org/2001/XMLSchema#date'])}`,
      'object ["+3225010411","","http://www.w3.org/2001/XMLSchema#string"]',
      'predicate http://data.europa.eu/m8g/telephone',
      `subject ${unitUri(site.origin, contact.id)}#contact`,
      'type http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement',
      `status ${site.origin}/data/v1#service`,
    ]);
  });

  test('the catalogue says the same in both forms and violates no shape of DCAT-AP', async () => {
    const [record] = fc.sample(anyRecord(), 1);
    if (!record) throw new Error('There is no random record.');
    const statements = catalogueOf(siteWith(record, { isPart: true, hasPage: true, hasDirectory: true }).site);
    const read = readTurtle(turtle(statements));
    expect(linesOf(read)).toEqual(expectedLines(statements));
    expect(linesOf(await readJsonLd(jsonLd(statements)))).toEqual(expectedLines(statements));
    expect(await shapeFaults(read)).toEqual([]);
  });

  test.for([
    'unit prefLabel UniqueLangConstraintComponent',
    'unit subOrganizationOf ClassConstraintComponent',
    'unit address ClassConstraintComponent',
    'catalogue title MinCountConstraintComponent',
    'catalogue publisher MinCountConstraintComponent',
    'catalogue dataset ClassConstraintComponent',
  ])('the shapes find in broken data: %s', async (fault) => {
    expect(await shapeFaults(brokenData)).toContain(fault);
  });
});
