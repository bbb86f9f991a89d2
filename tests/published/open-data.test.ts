import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { dataChangesPath, dataVersion, openData } from '#lib/open-data/data-paths.ts';
import { directoryData } from '#lib/open-data/directory-data.ts';
import { schemaFaults } from '../contacts/schema-validator.ts';
import { formulas, readTable, recordOf, tableFaults, tableRecord } from '../contacts/table.ts';
import { out, publishedPages, readHosting, root, site } from '../published-site.ts';
import { hrefsOf } from './checks/links.ts';
import { attributeOf, bodyOf, type Document, elementsOf, relOf, wordsOf } from './document.ts';
import { sample } from './sample.ts';
import { documentAt, documents, siteFiles } from './site.ts';

const textOf = (pagePath: string) => siteFiles.get(pagePath)?.toString() ?? '';
const messagesIn = (language: string) =>
  JSON.parse(readFileSync(path.join(root, 'messages', `${language}.json`), 'utf8'));
const reuse = Object.fromEntries(languages.map(({ code }) => [code, messagesIn(code).openData.reuse]));
const data = JSON.parse(textOf(openData.json));

/** The alternate formats in the head of a document: media type and URL. */
/** The data that a page links to in its head: every other form of it except the page as Markdown. */
const formsOf = ({ tree }: Document) =>
  elementsOf(tree, 'link')
    .filter((link) => relOf(link).includes('alternate') && ![null, 'text/markdown'].includes(attributeOf(link, 'type')))
    .map((link) => `${attributeOf(link, 'type')} ${attributeOf(link, 'href')}`);
const forms = [`text/csv ${site.origin}${openData.csv}`, `application/json ${site.origin}${openData.json}`];

describe('The directory as open data', () => {
  it('contains every unit with everything in its record', () => {
    expect(data).toEqual(JSON.parse(JSON.stringify(directoryData(site, reuse))));
    expect(data.units).toHaveLength(site.contacts.length);
  });

  it('is valid against the published JSON Schema that it references', () => {
    expect(data.$schema).toBe(site.origin + openData.schema);
    expect(schemaFaults(JSON.parse(textOf(openData.schema)))(data)).toEqual([]);
  });

  it('contains its publisher and the date of verification', () => {
    const ids = data.units.map(({ id }: { id: string }) => id);
    expect(ids).toContain(data.publisher);
    expect(data.verified).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('is also a table, without formulas', () => {
    const csv = textOf(openData.csv);
    const rows = readTable(csv);
    expect(tableFaults(csv)).toEqual([]);
    expect(formulas(rows)).toEqual([]);
    expect(rows.map((row) => recordOf(row, languages))).toEqual(site.contacts.map(tableRecord));
    expect(rows.map(({ id }) => id)).toEqual(data.units.map(({ id }: { id: string }) => id));
  });

  it('is the same table with semicolons, which open in columns in a Belgian Excel', () => {
    expect(readTable(textOf(openData.excel), ';')).toEqual(readTable(textOf(openData.csv)));
    expect(textOf(openData.excel)).toMatch(/^\ufeff"id";"kind";/);
  });

  it('links only to existing files and pages of the site, or to other sites', () => {
    const pagePaths = new Set([
      ...publishedPages.map((page) => site.origin + page.path),
      ...Object.keys(readHosting().files).map((file) => site.origin + file),
    ]);
    const named = [...textOf(openData.json).matchAll(/"(https:[^"#]*)/g)].map(([, pagePath = '']) => pagePath);
    const own = named.filter((pagePath) => pagePath.startsWith(`${site.origin}/`));
    expect(own.length).toBeGreaterThan(site.contacts.length);
    expect(own.filter((pagePath) => !pagePaths.has(pagePath))).toEqual([]);
  });

  it('is sent with its media types', () => {
    const { files } = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'));
    const typeOf = (pagePath: string) => files.find((file: { path: string }) => file.path === pagePath)?.type;
    for (const table of [openData.csv, openData.excel]) {
      expect(typeOf(table)).toBe('text/csv; header=present; charset=utf-8');
    }
    expect(typeOf(openData.json)).toBe('application/json; charset=utf-8');
    expect(typeOf(openData.schema)).toBe('application/json; charset=utf-8');
  });
});

describe('The page with the directory', () => {
  const directories = publishedPages.filter(({ page }) => page.key === site.directory);

  it('is the only page with links to the open data in its head', () => {
    const naming = documents.filter((document) => formsOf(document).length > 0);
    expect(naming.map((document) => document.path)).toEqual(directories.map((page) => page.path));
    for (const document of naming) expect(formsOf(document)).toEqual(forms);
    expect(formsOf(sample('', { head: '<link rel="alternate" hreflang="nl" href="/nl">' }))).toEqual([]);
  });

  it('has documentation in every language, which links to every file', () => {
    const document = documentAt(dataVersion);
    const files = [...Object.values(openData), ...languages.map(({ code }) => dataChangesPath(code))];
    for (const pagePath of files) expect(hrefsOf(document)).toContain(pagePath);
    for (const { code } of languages) expect(wordsOf(bodyOf(document)).map(({ text }) => text)).toContain(reuse[code]);
  });

  it('answers at the paths from before there were versions, with the same content', () => {
    for (const file of Object.values(openData)) expect(textOf(file.replace('/v1', ''))).toBe(textOf(file));
  });

  it.each(directories)('links to the open data at $path, with the conditions for reuse', (page) => {
    const document = documentAt(page.path);
    for (const pagePath of [openData.excel, openData.csv, openData.json, dataVersion]) {
      expect(hrefsOf(document)).toContain(pagePath);
    }
    expect(wordsOf(bodyOf(document)).map(({ text }) => text)).toContain(reuse[page.twin.language]);
  });
});
