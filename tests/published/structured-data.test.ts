import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unitUri } from '#lib/open-data/data-paths.ts';
import { homeKey } from '#lib/site/site.ts';
import { publishedPages, site } from '../published-site.ts';
import { linkedDataFaults } from '../schema-org/linked-data.ts';
import { dataOf, nodesOf, untrueClaims, untrueData } from './checks/structured-data.ts';
import { type Document, faultsIn } from './document.ts';
import { sample } from './sample.ts';
import { choice, documentAt, documents, notFound, pages } from './site.ts';

const claims = untrueClaims(site);
const script = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

it('Every document except the error page has one JSON-LD script', () => {
  expect([choice, ...pages].filter((document) => dataOf(document).length !== 1)).toEqual([]);
  expect(dataOf(notFound)).toEqual([]);
});

it('All JSON-LD is valid linked data in the vocabulary of schema.org', async () => {
  for (const document of documents) {
    for (const data of dataOf(document)) {
      expect.soft(await linkedDataFaults(data), document.path).toEqual([]);
    }
  }
});

it('The JSON-LD of a page matches its URL, language, title, breadcrumb and date', () => {
  expect(faultsIn(pages, untrueData)).toEqual([]);
});

describe('JSON-LD that differs from its page', () => {
  const good = {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': 'https://site.example/nl/voorbeeld',
    name: 'Een voorbeeld',
    inLanguage: 'nl-BE',
    dateModified: '2026-05-01',
    breadcrumb: {
      itemListElement: [
        { position: 1, name: 'Start' },
        { position: 2, name: 'Voorbeeld' },
      ],
    },
  };
  const page = (data: object) =>
    sample(
      `<ol data-breadcrumb><li>Start</li><li>Voorbeeld</li></ol><h1>Een voor\u00adbeeld</h1>
      <time datetime="2026-05-01">1 mei</time>${script(data)}`,
      { head: '<link rel="canonical" href="https://site.example/nl/voorbeeld">' },
    );

  it.each([
    ['@id', { '@id': 'https://site.example/fr/exemple' }],
    ['name', { name: 'Un exemple' }],
    ['inLanguage', { inLanguage: 'fr-BE' }],
    ['dateModified', { dateModified: '2026-05-02' }],
    ['breadcrumb', { breadcrumb: undefined }],
    ['breadcrumb', { breadcrumb: { itemListElement: [{ position: 1, name: 'Start' }] } }],
    ['breadcrumb', { breadcrumb: { itemListElement: [...good.breadcrumb.itemListElement].reverse() } }],
  ])('fails the check for another %s', (what, change) => {
    expect(untrueData(page(good))).toEqual([]);
    expect(untrueData(page({ ...good, ...change })).join()).toContain(`${what} is`);
  });

  it('fails the check when it is missing or occurs twice', () => {
    expect(untrueData(sample(''))).toEqual(['has 0 JSON-LD scripts']);
    expect(untrueData(sample(script(good) + script(good)))).toEqual(['has 2 JSON-LD scripts']);
  });
});

describe('Units in JSON-LD', () => {
  const about = (document: Document) =>
    dataOf(document)
      .flatMap((data) => (data['about'] ?? []) as readonly { '@id': string }[])
      .map((node) => node['@id']);
  const uri = (id: string) => unitUri(site.origin, id);

  it('have no type, number, mailbox or relation beyond their records', () => {
    expect(documents.flatMap(dataOf).flatMap(nodesOf).length).toBeGreaterThan(documents.length);
    expect(faultsIn(documents, claims)).toEqual([]);
  });

  it('are on their own pages and in the directory, the organisation on home and contact', () => {
    for (const { page, path } of publishedPages) {
      const expected =
        page.key === site.directory
          ? site.contacts.map(({ id }) => uri(id))
          : [
              ...([homeKey, site.organisation.page].includes(page.key) ? [uri(site.organisation.id)] : []),
              ...(page.contact === null ? [] : [uri(page.contact)]),
            ];
      expect.soft(about(documentAt(path)), path).toEqual(expected);
    }
  });

  it('have their numbers and mailboxes in every language', () => {
    for (const { page, path } of publishedPages.filter((each) => each.page.key === site.directory)) {
      const text = JSON.stringify(dataOf(documentAt(path)));
      for (const { channels } of site.contacts) {
        for (const { number } of channels?.phone ?? []) expect.soft(text, page.key).toContain(number);
        if (channels?.email) expect.soft(text, page.key).toContain(channels.email);
      }
    }
  });

  const [part, ...others] = site.contacts.filter(({ parent }) => parent !== undefined);
  const [apart] = site.contacts.filter(({ kind }) => kind === 'attached-service');
  const [institution] = site.contacts.filter(({ kind }) => kind === 'cultural-institution');
  if (!part || !apart || !institution || others.length === 0) throw new Error('The records have no examples.');
  const organisation = uri(site.organisation.id);

  it.each([
    ['an unknown unit', { '@id': uri('no-such-unit') }, 'is not a unit'],
    ['a number', { '@id': uri(part.id), contactPoint: [{ telephone: '+3225010000' }] }, 'the number'],
    ['a mailbox', { '@id': uri(part.id), contactPoint: [{ email: 'x@example.org' }] }, 'the mailbox'],
    ['a type', { '@id': uri(institution.id), '@type': 'GovernmentOrganization' }, 'has the type'],
    ['a type', { '@id': uri(part.id), '@type': 'Corporation' }, 'has the type'],
    ['a department', { '@id': organisation, department: [{ '@id': uri(apart.id) }] }, 'has no part'],
    ['a parent', { '@id': uri(apart.id), parentOrganization: { '@id': organisation } }, 'is not part of'],
    ['a nested claim', { a: [{ b: { '@id': uri(apart.id), parentOrganization: { '@id': organisation } } }] }, 'is not'],
  ])('fail the check for %s that is not in the records', (_, data, fault) => {
    expect(claims(sample(script({ '@id': uri(part.id), parentOrganization: { '@id': organisation } })))).toEqual([]);
    expect(claims(sample(script(data))).join()).toContain(fault);
  });
});

describe('The weight of JSON-LD', () => {
  /** Bytes that it adds to a document, compressed. */
  const weightOf = ({ html }: Document) => {
    const without = html.replace(/<script type="?application\/ld\+json.*?<\/script>/s, '');
    return brotliCompressSync(html).length - brotliCompressSync(without).length;
  };
  const isPlain = (key: string) =>
    publishedPages.some(
      ({ page }) =>
        page.key === key &&
        page.contact === null &&
        ![homeKey, site.directory, site.organisation.page].includes(page.key),
    );

  it('is at most 350 bytes on an ordinary page', () => {
    const heavy = publishedPages
      .filter(({ page }) => isPlain(page.key))
      .map(({ path }) => ({ path, weight: weightOf(documentAt(path)) }))
      .filter(({ weight }) => !(weight > 0 && weight <= 350));
    expect(heavy).toEqual([]);
  });
});
