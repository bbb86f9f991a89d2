import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { expect, describe as group, test } from 'vitest';
import type { Language } from '#lib/languages/languages.ts';
import { choiceData, pageData, toScript } from '#lib/metadata/structured-data.ts';
import { unitNode } from '#lib/metadata/unit-data.ts';
import { type Contact, homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { anyPlace, anyRecord, peers, siteWith } from '../contacts/records.ts';
import { elementsOf, rawTextOf, textOf } from '../published/document.ts';
import { linkedDataFaults } from '../schema-org/linked-data.ts';

const page = { '@context': 'https://schema.org', '@type': 'WebPage', '@id': 'https://site.example/nl' };

const everyPage = (check: (data: object) => Promise<void> | void) =>
  fc.assert(
    fc.asyncProperty(anyRecord(), anyPlace, fc.constantFrom(...peers), async (record, place, language) => {
      const { site: small, contact } = siteWith(record, place);
      const pages = small.pages.map((page) => (page.contact === null ? page : { ...page, contact: contact.id }));
      const site = { ...small, pages, search: 'site-index' };
      for (const page of pages) await check(pageData({ site, page, language }));
      await check(choiceData(site));
    }),
    { numRuns: 30 },
  );

group('structured data', () => {
  test('is valid JSON-LD of schema.org for every record', async () => {
    await everyPage(async (data) => {
      expect(await linkedDataFaults(data)).toEqual([]);
    });
  });

  test('survives its script element unchanged', async () => {
    await everyPage((data) => {
      const html = `<!doctype html><body><script type="application/ld+json">${toScript(data)}</script><p>After</p></body>`;
      const tree = fromHtml(html);
      const [script, ...others] = elementsOf(tree, 'script');
      const [after] = elementsOf(tree, 'p');
      expect(others).toEqual([]);
      expect(after && textOf(after)).toBe('After');
      expect(JSON.parse(script ? rawTextOf(script) : '')).toEqual(data);
      expect(toScript(data)).not.toMatch(/[<>&\u2028\u2029]/);
    });
  });

  test.for(['</script><script>alert(1)</script>', '<!--<script>', ']]>', '&lt;', '\u2028\u2029', '\\u003c'])(
    'keeps the text %j inside its script element',
    (name) => {
      const html = `<script type="application/ld+json">${toScript({ name })}</script>`;
      const [script] = elementsOf(fromHtml(html), 'script');
      expect(JSON.parse(script ? rawTextOf(script) : '')).toEqual({ name });
    },
  );
});

group('the structured data of a page', () => {
  const [record] = fc.sample(anyRecord(), 1);
  const [language] = peers;
  if (!record || !language) throw new Error('There is no random record.');
  const { site } = siteWith(record, { isPart: false, hasPage: true, hasDirectory: true });
  const page = pageOf(site, 'services/ict');

  test('links a translation that awaits review and its original, and no other twins', () => {
    const [original, translation] = peers;
    if (!original || !translation) throw new Error('There are no two languages.');
    const urlIn = ({ code }: Language) => ({ '@id': site.origin + twinOf(page, code).path });
    for (const each of peers) {
      const data = pageData({ site, page, language: each });
      expect(data).not.toHaveProperty('workTranslation');
      expect(data).not.toHaveProperty('translationOfWork');
    }
    const twin = { ...twinOf(page, translation.code), translatedFrom: original.code };
    const awaiting = { ...page, twins: { ...page.twins, [translation.code]: twin } };
    const data = (each: Language) => pageData({ site, page: awaiting, language: each });
    expect(data(translation)).toMatchObject({ translationOfWork: urlIn(original) });
    expect(data(original)).toMatchObject({ workTranslation: [urlIn(translation)] });
    expect(data(original)).not.toHaveProperty('translationOfWork');
  });

  test('never names a contact person', () => {
    const contact = { ...site.organisation, person: 'Given-name Family-name' };
    expect(JSON.stringify(unitNode(site, contact, language))).not.toContain('Family-name');
  });

  test('has opening hours by day, and an exception without hours as closed', () => {
    const contact: Contact = {
      ...site.organisation,
      availability: {
        hours: [{ days: ['monday', 'friday'], opens: '09:00', closes: '12:00' }],
        exceptions: [{ from: '2026-12-24', reason: {} }],
      },
    };
    expect(unitNode(site, contact, language)).toMatchObject({
      contactPoint: [
        {
          hoursAvailable: [
            {
              dayOfWeek: [{ '@id': 'https://schema.org/Monday' }, { '@id': 'https://schema.org/Friday' }],
              opens: '09:00',
              closes: '12:00',
            },
            { '@type': 'OpeningHoursSpecification', validFrom: '2026-12-24', validThrough: '2026-12-24' },
          ],
        },
      ],
    });
    expect(JSON.stringify(unitNode(site, contact, language)).match(/"opens"/g)).toHaveLength(1);
  });

  test('offers the search on the home page of a site with a search page', () => {
    const home = pageOf(site, homeKey);
    const withoutSearch = { ...site, search: null };
    expect(JSON.stringify(pageData({ site: withoutSearch, page: home, language }))).not.toContain('SearchAction');
    const withSearch = { ...site, search: 'site-index' };
    const url = `${site.origin}${twinOf(pageOf(site, 'site-index'), language.code).path}?q={query}`;
    expect(JSON.stringify(pageData({ site: withSearch, page: home, language }))).toContain(url);
    expect(JSON.stringify(pageData({ site: withSearch, page, language }))).not.toContain('SearchAction');
  });
});

group('the check of structured data', () => {
  test('accepts valid data', async () => {
    const good = {
      ...page,
      name: 'Start',
      dateModified: '2026-05-01',
      about: {
        '@type': 'GovernmentOrganization',
        '@id': 'https://site.example/#us',
        department: [{ '@id': 'https://site.example/#ict' }],
      },
      isPartOf: { '@id': 'https://site.example/#website' },
      breadcrumb: { '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem', position: 1 }] },
      potentialAction: { '@type': 'SearchAction', 'query-input': 'required name=q' },
    };
    expect(await linkedDataFaults(good)).toEqual([]);
  });

  test.for([
    ['a type that does not exist', { '@type': 'WebPagina' }, 'strict'],
    ['a property that does not exist', { titel: 'Start' }, 'strict'],
    ['a property of other types', { telephone: '+3225010411' }, 'WebPage has no telephone'],
    ['a superseded property', { about: { '@type': 'ContactPoint', serviceArea: 'BE' } }, 'serviceArea'],
    ['a node of the wrong type', { breadcrumb: { '@type': 'Person', name: 'A' } }, 'breadcrumb does not take'],
    ['a node instead of a text', { name: { '@type': 'Person' } }, 'name does not take'],
    ['a number instead of a text', { name: 3 }, 'name does not take'],
    ['a day in words', { dateModified: '1 mei 2026' }, 'dateModified does not take'],
    ['a relative URL', { isPartOf: { '@id': '/nl' } }, 'strict'],
    [
      'a fault in a nested node',
      { about: { '@type': 'Organization', address: { '@type': 'PostalAddress', street: 'x' } } },
      'strict',
    ],
    ['another context', { '@context': 'https://example.org' }, 'strict'],
    ['data without a type', { '@type': undefined, '@id': undefined }, 'strict'],
  ] as const)('finds %s', async ([, change, fault]) => {
    const broken = JSON.parse(JSON.stringify({ ...page, ...change }));
    expect((await linkedDataFaults(broken)).join('\n')).toContain(fault);
  });
});
