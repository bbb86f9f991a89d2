import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { openData, unitUri, vcardPath } from '#lib/open-data/data-paths.ts';
import { directoryData, directoryJsonSchema } from '#lib/open-data/directory-data.ts';
import { directoryTable } from '#lib/open-data/directory-table.ts';
import { pageOf, type Site, twinOf } from '#lib/site/site.ts';
import { anyPlace, anyRecord, peers, siteWith } from '../contacts/records.ts';
import { schemaFaults } from '../contacts/schema-validator.ts';
import { formulas, readTable, recordOf, tableFaults, tableRecord } from '../contacts/table.ts';

const reuse = Object.fromEntries(peers.map(({ code }) => [code, 'To be confirmed.']));

const everySite = (check: (site: Site) => void) =>
  fc.assert(
    fc.property(anyRecord(), anyPlace, (record, place) => {
      check(siteWith(record, place).site);
    }),
  );

const [record] = fc.sample(anyRecord(), 1);
if (!record) throw new Error('There is no random record.');
const { site: sample } = siteWith(record, { isPart: true, hasPage: true, hasDirectory: true });
const schema = directoryJsonSchema(sample);
const faultsOf = schemaFaults(schema);

group('the directory as JSON', () => {
  const jsonOf = (site: Site) => JSON.parse(JSON.stringify(directoryData(site, reuse)));

  test('contains every record unchanged, with URLs instead of keys', () => {
    everySite((site) => {
      const everywhere = (path: (code: string) => string) =>
        Object.fromEntries(site.languages.map(({ code }) => [code, site.origin + path(code)]));
      const expected = site.contacts.map(({ order, id, parent, page, formerIds, ...fields }) => ({
        ...fields,
        id: unitUri(site.origin, id),
        vcard: everywhere((code) => vcardPath(id, code, '4.0')),
        ...(parent ? { parent: unitUri(site.origin, parent) } : {}),
        ...(formerIds ? { formerIds: formerIds.map((each) => unitUri(site.origin, each)) } : {}),
        ...(page ? { page: everywhere((code) => twinOf(pageOf(site, page), code).path) } : {}),
      }));
      expect(jsonOf(site).units).toEqual(expected);
    });
  });

  test('is valid by its JSON Schema for every record', () => {
    everySite((site) => {
      expect(faultsOf(jsonOf(site))).toEqual([]);
    });
  });

  test('has the latest day on which a record was verified', () => {
    everySite((site) => {
      const { verified, units } = jsonOf(site);
      expect(units.some((unit: { verified: string }) => unit.verified === verified)).toBe(true);
      expect(units.every((unit: { verified: string }) => unit.verified <= verified)).toBe(true);
    });
  });
});

group('the JSON Schema', () => {
  const data = directoryData(sample, reuse);
  const [unit] = data.units;

  test('has an id and describes every field of a unit', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: sample.origin + openData.schema,
    });
    const { properties } = (schema as { properties: { units: { items: { properties: object } } } }).properties.units
      .items;
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(unit ?? {})));
    expect(Object.entries(properties).filter(([, { description }]) => !description)).toEqual([]);
  });

  test.for([
    ['a unit without a name', { name: undefined }, 'required'],
    ['a name in one language only', { name: { [peers[0]?.code ?? '']: 'Post' } }, 'required'],
    ['a field that it does not know', { colour: 'blue' }, 'additional'],
    ['a day that does not exist', { verified: '2026-02-30' }, 'format'],
    ['a URL that is not https', { id: 'http://example.org/x' }, 'pattern'],
    ['a number with spaces', { channels: { phone: [{ number: '+32 2 501 04 11' }] } }, 'pattern'],
    ['an unknown kind', { kind: 'department' }, 'allowed values'],
  ] as const)('refuses %s', ([, change, fault]) => {
    const broken = JSON.parse(JSON.stringify({ ...data, units: [{ ...unit, ...change }] }));
    expect(faultsOf(broken).join('\n')).toContain(fault);
  });
});

group('the directory as a table', () => {
  const rowsOf = (site: Site) => readTable(directoryTable(site));

  test('contains every record unchanged', () => {
    everySite((site) => {
      const records = rowsOf(site).map((row) => recordOf(row, site.languages));
      expect(records).toEqual(site.contacts.map(tableRecord));
    });
  });

  test('names units, pages and vCards by URL', () => {
    everySite((site) => {
      const { units } = directoryData(site, reuse);
      for (const [index, row] of rowsOf(site).entries()) {
        const { id, parent = '', page, vcard } = units[index] ?? {};
        expect(row).toMatchObject({ id, parent });
        for (const { code } of site.languages) {
          expect(row[`page_${code}`]).toBe(page?.[code] ?? '');
          expect(row[`vcard_${code}`]).toBe(vcard?.[code]);
        }
      }
    });
  });

  test('is valid by RFC 4180 for every record', () => {
    everySite((site) => expect(tableFaults(directoryTable(site))).toEqual([]));
  });

  test('has no cell that a spreadsheet takes for a formula', () => {
    everySite((site) => expect(formulas(rowsOf(site))).toEqual([]));
  });

  test.for([
    ['no byte-order mark', '"a"\r\n"b"\r\n', 'byte-order mark'],
    ['a bare line feed at the end of a line', '\ufeff"a"\n"b"\n', 'CRLF'],
    ['an open quotation mark', '\ufeff"a"\r\n"b"c"\r\n', 'quoted cells'],
    ['a row with a cell too many', '\ufeff"a"\r\n"b","c"\r\n', 'widths'],
  ] as const)('the check of tables finds %s', ([, csv, fault]) => {
    expect(tableFaults(csv).join()).toContain(fault);
    expect(tableFaults('\ufeff"a"\r\n"b\n""c"\r\n')).toEqual([]);
  });

  test.for(['=1+1', '+32', '-1', '@SUM(A1)', '\t=1'])('the check of cells finds the formula %j', (cell) => {
    expect(formulas([{ a: 'x', b: cell }])).toEqual([cell]);
  });
});
