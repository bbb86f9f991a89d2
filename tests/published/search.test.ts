import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { formatPhone } from '#lib/contacts/phone.ts';
import { inLanguage, languages } from '#lib/languages/languages.ts';
import { openSearchPath, openSearchType } from '#lib/metadata/opensearch.ts';
import { headingMark } from '#lib/search/search-data.ts';
import { searchWords } from '#lib/search/words.ts';
import { mediaTypeOf } from '#lib/site/media-types.ts';
import { type Contact, homeKey, pageOf, twinOf } from '#lib/site/site.ts';
import { budgets } from '#publish/release/budget.ts';
import { firstSearchOf } from '../bench/search.ts';
import { publishedPages, site } from '../published-site.ts';
import { indexOf, pathOf, rankOf, searchDataOf } from '../site-search.ts';
import { attributeOf, elementsOf, relOf, textOf } from './document.ts';
import { documentAt, siteFiles } from './site.ts';

/** The units that the directory lists. */
const units = site.contacts.filter(({ kind }) => kind !== 'organisation');

describe.each(languages)('The search data ($code)', ({ code, tag }) => {
  const data = searchDataOf(code);
  const records = new Map(data.records.map((record) => [record.path, record]));
  const own = publishedPages.filter(({ twin }) => twin.language === code);
  const searched = own.filter(({ page }) => page.key !== site.search);
  const pathOfUnit = ({ id }: Contact) => pathOf(`contact:${id}`, code);

  it('has one record for each page except the search page, and for each unit', () => {
    const expected = new Set([...searched.map(({ path }) => path), ...units.map(pathOfUnit)]);
    expect(data.records.map(({ path }) => path).sort()).toEqual([...expected].sort());
  });

  it('gives each page its kind, its title and its place in the site', () => {
    for (const { page, path, twin } of searched) {
      const above = own.filter((each) => path.startsWith(`${each.path}/`) && each.path !== `/${code}`);
      expect(records.get(path), path).toMatchObject({
        kind: units.some((unit) => pathOfUnit(unit) === path) ? 'unit' : 'page',
        title: page.key === homeKey ? twin.label : twin.title,
        place: above.map((each) => each.twin.label),
      });
    }
  });

  it('finds a page that mentions an authority by each other name of the authority', () => {
    const index = indexOf(code);
    for (const { name, synonyms } of site.authorities) {
      const naming = data.records.filter(({ text }) => text.includes(inLanguage(name, code))).map(({ path }) => path);
      expect(naming, inLanguage(name, code)).not.toEqual([]);
      for (const other of synonyms ? inLanguage(synonyms, code) : [])
        expect(naming, other).toContain(index.answer(other).results[0]?.record.path);
    }
  });

  it('describes a unit without a page by its purpose', () => {
    for (const unit of units.filter(({ page }) => !page)) {
      const record = records.get(pathOfUnit(unit));
      expect(record?.kind).toBe('unit');
      expect(record?.title).toContain(inLanguage(unit.name, code));
      expect(record?.text).toBe(inLanguage(unit.purpose, code));
    }
  });

  it('has the other names, the tasks and the numbers of each unit, in every language', () => {
    for (const unit of units) {
      const record = records.get(pathOfUnit(unit));
      const words = searchWords(JSON.stringify(record));
      for (const each of languages) {
        const texts = [unit.name, unit.abbreviation, unit.brand, unit.tasks, unit.synonyms, unit.keywords];
        const expected = texts
          .flatMap((text) => (text ? [inLanguage<string | string[]>(text, each.code)].flat() : []))
          .flatMap(searchWords);
        expect(expected.filter((word) => !words.includes(word))).toEqual([]);
      }
      const numbers = (unit.channels?.phone ?? []).map(({ number }) => number.slice(1));
      expect(record?.numbers).toEqual(numbers);
    }
  });

  it('has the text of each page without its title, its chrome and the parts that components exclude', () => {
    const banner = elementsOf(documentAt(`/${code}`).tree, 'header')[0];
    const links = elementsOf(banner as Element, 'a')
      .map(textOf)
      .join(' ');
    for (const { page, path, twin } of searched) {
      const lines = (records.get(path)?.text ?? '').split('\n');
      const start = page.key === homeKey ? [twin.title, twin.summary] : [twin.summary];
      expect(lines.slice(0, start.length), path).toEqual(start);
      expect(lines.filter((line) => line === '' || /\u00ad| {2}|^ | $/.test(line))).toEqual([]);
      expect(lines.join(' ')).not.toContain(links);
      const skipped = elementsOf(documentAt(path).tree, 'p').filter(isSkipped);
      expect(skipped.length, path).toBeGreaterThan(0);
      for (const paragraph of skipped) expect(lines).not.toContain(textOf(paragraph));
    }
  });

  it('marks the headings of each page', () => {
    for (const { path, twin } of searched) {
      const lines = (records.get(path)?.text ?? '').split('\n');
      const headings = twin.headings.map(({ text }) => headingMark + text);
      expect(headings.filter((heading) => !lines.includes(heading))).toEqual([]);
    }
  });

  it('has the keywords of each page, in every language', () => {
    for (const { page, path } of searched) {
      const words = searchWords(JSON.stringify(records.get(path)));
      for (const twin of Object.values(page.twins)) {
        expect(twin.keywords.flatMap(searchWords).filter((word) => !words.includes(word))).toEqual([]);
      }
    }
    expect(searched.filter(({ twin }) => twin.keywords.length > 0).length).toBeGreaterThan(10);
  });

  it('has all groups of synonyms, folded', () => {
    const terms = data.synonyms.flat();
    expect(data.synonyms).toHaveLength(site.synonyms.length);
    expect(terms).toEqual(terms.map((term) => searchWords(term).join(' ')));
  });

  it('fits its budget together with the module and its engine, as long as the site has 26 records', () => {
    const share = Math.max(1, data.records.length / 26);
    expect(firstSearchOf(code)).toBeLessThanOrEqual(budgets.firstSearch * share);
  });

  it('is described for browsers, at a path that every page of the language links to', () => {
    const described = openSearchPath({ code } as (typeof languages)[number]);
    for (const { path } of own) {
      const links = elementsOf(documentAt(path).tree, 'link').filter((link) => relOf(link).includes('search'));
      expect(links.map((link) => [attributeOf(link, 'href'), attributeOf(link, 'type')])).toEqual([
        [described, openSearchType],
      ]);
    }
    expect(mediaTypeOf(described)).toBe(`${openSearchType}; charset=utf-8`);
    const searchPage = twinOf(pageOf(site, site.search ?? ''), code).path;
    expect(openSearchFaults(siteFiles.get(described)?.toString() ?? '')).toEqual([]);
    expect(siteFiles.get(described)?.toString()).toContain(
      `<Url type="text/html" template="${site.origin}${searchPage}?q={searchTerms}"/>`,
    );
    expect(siteFiles.get(described)?.toString()).toContain(`<Language>${tag}</Language>`);
  });
});

const isSkipped = (element: Element) => attributeOf(element, 'dataSearch') === 'skip';

describe.each(languages)('A search ($code)', ({ code }) => {
  const index = indexOf(code);

  it.each(site.contacts.flatMap(({ id }) => questionsAbout(id, code).map((question) => [question, id])))(
    'finds for "%s" first the unit %s',
    (question, id) => {
      expect(rankOf(index, question, [pathOf(`contact:${id}`, code)])).toBe(0);
    },
  );

  it('finds nothing for a word that the site does not know', () => {
    expect(index.answer('xqzwv')).toEqual({ query: 'xqzwv', results: [] });
  });
});

/** The names of a unit, the tasks that it alone has, and its telephone numbers. */
function questionsAbout(id: string, code: string): string[] {
  const termsOf = ({ tasks, synonyms, keywords }: Contact) =>
    [tasks, synonyms, keywords].flatMap((each) => each?.[code] ?? []).map((term) => term.toLowerCase());
  return site.contacts
    .filter((unit) => unit.id === id)
    .flatMap(({ name, abbreviation, brand, tasks, channels }) => {
      const ofOthers = site.contacts.filter((each) => each.id !== id).flatMap(termsOf);
      const own = (tasks?.[code] ?? []).filter((task) => !ofOthers.includes(task.toLowerCase()));
      const names = [name, abbreviation, brand].flatMap((each) => each?.[code] ?? []);
      return [...names, ...own, ...(channels?.phone ?? []).map(({ number }) => formatPhone(number))];
    });
}

describe('The check of the description for browsers', () => {
  const [{ code } = { code: '' }] = languages;
  const good = siteFiles.get(`/${code}/search.opensearch`)?.toString() ?? '';

  it.each([
    ['another namespace', good.replace('opensearch/1.1/', 'opensearch/1.0/')],
    ['no short name', good.replace(/<ShortName>.*<\/ShortName>/, '')],
    ['a short name that is not short', good.replace(/(<ShortName>)/, '$1A name that is too long ')],
    ['a short name with markup', good.replace(/(<ShortName>)/, '$1<b/>')],
    ['no description', good.replace(/<Description>.*<\/Description>/, '')],
    ['no placeholder for the query', good.replace('{searchTerms}', '')],
    ['an address without https', good.replace('template="https:', 'template="http:')],
  ])('refuses %s', (_, xml) => {
    expect(openSearchFaults(good)).toEqual([]);
    expect(openSearchFaults(xml)).not.toEqual([]);
  });
});

/** Where a description violates OpenSearch 1.1, draft 6. */
function openSearchFaults(xml: string): string[] {
  const textOfElement = (name: string) => {
    const found = [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))];
    return found.length === 1 ? (found[0]?.[1] ?? null) : null;
  };
  const limits = { ShortName: 16, LongName: 48, Description: 1024 };
  const urls = [...xml.matchAll(/<Url ([^>]*)\/>/g)].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  );
  const results = urls.filter(({ type }) => type === 'text/html');
  return [
    ...(xml.startsWith(
      '<?xml version="1.0" encoding="UTF-8"?>\n<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    )
      ? []
      : ['is not an OpenSearch 1.1 description']),
    ...Object.entries(limits).flatMap(([name, limit]) => {
      const value = textOfElement(name);
      return value && value.length <= limit ? [] : [`${name} is "${value}"`];
    }),
    ...(results.length === 1 ? [] : ['has no single path for results']),
    ...results.flatMap(({ template = '' }) => [
      ...(template.includes('{searchTerms}') ? [] : ['has no placeholder for the query']),
      ...(template.startsWith('https://') ? [] : [`leads to ${template}`]),
    ]),
  ];
}
