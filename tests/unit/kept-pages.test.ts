import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadSite } from '../../lib/content/load.ts';
import type { Page, Site, Twin } from '../../lib/content/site.ts';
import { languages } from '../../lib/i18n/languages.ts';
import { addressesToRender, documentNames, keepDocuments, keptDocuments } from '../../lib/kept-pages.ts';

const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'kept-pages-'));
const at = (file: string) => path.join(folder, file);
const cache = '.next/cache/pages';
const sources = [
  ...['app', 'components', 'content', 'lib', 'messages'],
  ...['mdx-components.tsx', 'next.config.ts', 'postcss.config.mjs', 'package-lock.json'],
];
const { site } = loadSite({ root, languages, drafts: false });
if (!site) throw new Error('The content has findings.');
const key = 'legal';
const addresses = site.pages.flatMap(({ twins }) => Object.values(twins).map((twin) => twin.path));
const ofPage = Object.values(site.pages.find((page) => page.key === key)?.twins ?? {}).map(
  (twin) => twin.path,
);

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const each of sources) cpSync(path.join(root, each), at(each), { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The addresses of the documents that are no longer the same. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  expect([...after.keys()]).toEqual(addresses);
  return addresses.filter((address) => before.get(address) !== after.get(address));
}

/** The site with a change to every twin of one page. */
function withTwins(change: Partial<Twin>): Site {
  const twinsOf = ({ twins }: Page) =>
    Object.fromEntries(Object.entries(twins).map(([code, twin]) => [code, { ...twin, ...change }]));
  return {
    ...site,
    pages: site?.pages.map((page) => (page.key === key ? { ...page, twins: twinsOf(page) } : page)),
  } as Site;
}

/** Writes a document for each address, and keeps it. */
function keepAll(): Map<string, string> {
  const documents = new Map(
    [...documentNames(folder, site as Site)].map(([address, name], index) => {
      const file = at(`document-${index}`);
      writeFileSync(file, `<p>${address}`);
      return [name, file];
    }),
  );
  keepDocuments(folder, documents);
  return documents;
}

test.for<[string, Partial<Twin>]>([
  ['day', { updated: '2026-01-01' }],
  ['heading', { headings: [{ level: 2, text: 'Other', anchor: 'other' }] }],
  ['component', { components: ['Directory'] }],
])('a change of what a page alone shows, such as a %s, is a change of its documents', ([, change]) => {
  const before = documentNames(folder, site);
  expect(changed(before, documentNames(folder, withTwins(change)))).toEqual(ofPage);
});

test.for<[string, Partial<Twin>]>([
  ['title', { title: 'Other' }],
  ['label', { label: 'Other' }],
  ['teaser', { teaser: 'Other' }],
])('a change of what other pages may show, such as a %s, is a change of all documents', ([, change]) => {
  const before = documentNames(folder, site);
  expect(changed(before, documentNames(folder, withTwins(change)))).toEqual(addresses);
});

test('a change of the text of a page is a change of its document', () => {
  const before = documentNames(folder, site);
  const [language] = languages;
  appendFileSync(at(`content/pages/${key}/${language?.code}.mdx`), '\nMore.\n');
  expect(changed(before, documentNames(folder, site))).toEqual(ofPage.slice(0, 1));
});

test.for([
  'components/page/contents.tsx',
  'lib/structured-data.ts',
  'app/site.css',
  `messages/${languages[0]?.code}.json`,
  'package-lock.json',
])('a change of %s is a change of all documents', (file) => {
  const before = documentNames(folder, site);
  appendFileSync(at(file), '\n');
  expect(changed(before, documentNames(folder, site))).toEqual(addresses);
});

test('what is kept is found again, byte for byte, and is not rendered; Next.js renders one page at least', () => {
  expect(addressesToRender(folder, site)).toEqual(addresses);
  const documents = keepAll();
  const kept = keptDocuments(folder, documents.keys());
  expect([...kept.keys()]).toEqual([...documents.keys()]);
  for (const [name, file] of kept) {
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(documents.get(name) ?? '', 'utf8'));
  }
  expect(addressesToRender(folder, site)).toEqual(addresses.slice(0, 1));
  expect(addressesToRender(folder, withTwins({ updated: '2026-01-01' }))).toEqual(ofPage);
});

test('the preview renders every page', () => {
  keepAll();
  vi.stubEnv('NODE_ENV', 'development');
  expect(addressesToRender(folder, site)).toEqual(addresses);
});

test('a damaged document is rendered again', () => {
  const [first = ''] = keepAll().keys();
  const file = readdirSync(at(cache)).find((each) => each.startsWith(first)) ?? '';
  writeFileSync(at(`${cache}/${file}`), '<p>');
  expect(keptDocuments(folder, [first]).size).toBe(0);
});

test('documents that no page has any more are not kept', () => {
  const [first, ...others] = keepAll();
  expect(first).toBeDefined();
  keepDocuments(
    folder,
    keptDocuments(
      folder,
      others.map(([name]) => name),
    ),
  );
  expect(readdirSync(at(cache))).toHaveLength(others.length);
});
