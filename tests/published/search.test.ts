import { gunzipSync } from 'node:zlib';
import type { Element } from 'hast';
import { describe, expect, it } from 'vitest';
import { inLanguage, languages } from '#lib/languages/languages.ts';
import { openSearchPath, openSearchType } from '#lib/metadata/opensearch.ts';
import type { Lexicon } from '#lib/search/query.ts';
import { searchWords } from '#lib/search/words.ts';
import { mediaTypeOf } from '#lib/site/media-types.ts';
import { directoryPath, pageOf, twinOf } from '#lib/site/site.ts';
import { publishedPages, site } from '../published-site.ts';
import { attributeOf, elementsOf, relOf, textOf } from './document.ts';
import { documentAt, siteFiles } from './site.ts';

/** A record as Pagefind keeps it. */
interface Fragment {
  readonly url: string;
  readonly content: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** The folder of the index of a language. */
const folderOf = (code: string) =>
  [...siteFiles.keys()]
    .find((file) => file.startsWith(`/assets/search-${code}.`) && file.endsWith('/pagefind.js'))
    ?.replace('pagefind.js', '') ?? '';
const signature = 'pagefind_dcd';

/** All records of the index of a language, by the address that they lead to. */
function recordsOf(code: string): Map<string, Fragment> {
  const fragments = [...siteFiles].filter(([file]) => file.startsWith(`${folderOf(code)}fragment/${code}_`));
  return new Map(
    fragments.map(([file, bytes]) => {
      const text = gunzipSync(bytes).toString();
      if (!text.startsWith(signature)) throw new Error(`${file} is no part of an index.`);
      const fragment: Fragment = JSON.parse(text.slice(signature.length));
      return [fragment.url, fragment];
    }),
  );
}

const lexiconOf = (code: string): Lexicon =>
  JSON.parse(siteFiles.get(`${folderOf(code)}lexicon.json`)?.toString() ?? '');

/** The units that the directory lists. */
const units = site.contacts.filter(({ kind }) => kind !== 'organisation');

describe.each(languages)('the search index ($code)', ({ code, tag }) => {
  const records = recordsOf(code);
  const own = publishedPages.filter(({ twin }) => twin.language === code);
  const searched = own.filter(({ page }) => page.key !== site.search);
  const pathOfUnit = ({ id, page }: (typeof units)[number]) =>
    page ? twinOf(pageOf(site, page), code).path : directoryPath(site, id, code);

  it('has every page but the search page, every unit, each once, and nothing else', () => {
    const expected = new Set([...searched.map(({ path }) => path), ...units.map(pathOfUnit)]);
    expect([...records.keys()].sort()).toEqual([...expected].sort());
    const fragments = [...siteFiles.keys()].filter((file) => file.includes(`/fragment/${code}_`));
    expect(fragments).toHaveLength(records.size);
  });

  it('says of each what it is, what it is called and where it stands', () => {
    for (const { path, twin } of searched) {
      const record = records.get(path);
      const isUnit = units.some((unit) => pathOfUnit(unit) === path);
      expect(record?.filters['kind'], path).toEqual([isUnit ? 'unit' : 'page']);
      expect(record?.meta['title'], path).toBe(twin.title);
      const above = own.filter((each) => path.startsWith(`${each.path}/`) && each.path !== `/${code}`);
      const place = above.map((each) => each.twin.label).join(' / ');
      expect(record?.filters['place']?.join() ?? '', path).toBe(path === `/${code}` ? '' : place);
    }
    for (const unit of units.filter(({ page }) => !page)) {
      const record = records.get(pathOfUnit(unit));
      expect(record?.filters['kind']).toEqual(['unit']);
      expect(record?.meta['title']).toContain(inLanguage(unit.name, code));
      expect(record?.content).toContain(inLanguage(unit.purpose, code).replaceAll('’', 'ʼ '));
    }
  });

  it('knows each unit by its other names, its tasks and its numbers, in every language', () => {
    for (const unit of units) {
      const said = searchWords(Object.values(records.get(pathOfUnit(unit))?.meta ?? {}).join(' '));
      for (const each of languages) {
        const texts = [unit.name, unit.abbreviation, unit.brand, unit.tasks, unit.synonyms, unit.keywords];
        const words = texts
          .flatMap((text) => (text ? [inLanguage<string | string[]>(text, each.code)].flat() : []))
          .flatMap(searchWords);
        expect(words.filter((word) => word.length > 2 && !said.includes(word))).toEqual([]);
      }
      for (const { number } of unit.channels?.phone ?? []) expect(said).toContain(number.slice(1));
    }
  });

  it('holds the text of a page without what stands around it on every page', () => {
    const banner = elementsOf(documentAt(`/${code}`).tree, 'header')[0];
    const words = elementsOf(banner as Element, 'a').map(textOf);
    for (const { path, twin } of searched) {
      const { content = '' } = records.get(path) ?? {};
      expect(content.replaceAll('ʼ ', '’'), path).toContain(twin.summary.slice(0, 30));
      expect(content).not.toContain('\u00ad');
      expect(content).not.toContain(words.join(' '));
    }
  });

  it('has a lexicon of its words, by which slips are found, and of synonyms', () => {
    const { words, groups } = lexiconOf(code);
    const known = words.split(' ');
    expect(known).toEqual([...new Set(known)].sort());
    const folded = new Set(searchWords(words));
    const titles = searched.flatMap(({ twin }) => searchWords(twin.title));
    expect(titles.filter((word) => word.length > 1 && !/^\d/.test(word) && !folded.has(word))).toEqual([]);
    expect(groups).toHaveLength(site.synonyms.length);
    expect(groups.flat()).toEqual(groups.flat().map((term) => searchWords(term).join(' ')));
  });

  it('is described for browsers, at an address that every page of the language names', () => {
    const address = openSearchPath({ code } as (typeof languages)[number]);
    for (const { path } of own) {
      const links = elementsOf(documentAt(path).tree, 'link').filter((link) =>
        relOf(link).includes('search'),
      );
      expect(links.map((link) => [attributeOf(link, 'href'), attributeOf(link, 'type')])).toEqual([
        [address, openSearchType],
      ]);
    }
    expect(mediaTypeOf(address)).toBe(`${openSearchType}; charset=utf-8`);
    const searchPage = twinOf(pageOf(site, site.search ?? ''), code).path;
    expect(openSearchFaults(siteFiles.get(address)?.toString() ?? '')).toEqual([]);
    expect(siteFiles.get(address)?.toString()).toContain(
      `<Url type="text/html" template="${site.origin}${searchPage}?q={searchTerms}"/>`,
    );
    expect(siteFiles.get(address)?.toString()).toContain(`<Language>${tag}</Language>`);
  });
});

describe('a description of a search', () => {
  const [{ code } = { code: '' }] = languages;
  const good = siteFiles.get(`/${code}/search.opensearch`)?.toString() ?? '';

  it.each([
    ['another namespace', good.replace('opensearch/1.1/', 'opensearch/1.0/')],
    ['no short name', good.replace(/<ShortName>.*<\/ShortName>/, '')],
    ['a short name that is not short', good.replace(/(<ShortName>)/, '$1A name that is too long ')],
    ['a short name with markup', good.replace(/(<ShortName>)/, '$1<b/>')],
    ['no description', good.replace(/<Description>.*<\/Description>/, '')],
    ['no place for the words', good.replace('{searchTerms}', '')],
    ['an address that is not https', good.replace('template="https:', 'template="http:')],
  ])('is found wrong: %s', (_, xml) => {
    expect(openSearchFaults(good)).toEqual([]);
    expect(openSearchFaults(xml)).not.toEqual([]);
  });
});

/** Where a description does not keep to OpenSearch 1.1, draft 6. */
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
      : ['is no OpenSearch 1.1 description']),
    ...Object.entries(limits).flatMap(([name, limit]) => {
      const value = textOfElement(name);
      return value && value.length <= limit ? [] : [`${name} is "${value}"`];
    }),
    ...(results.length === 1 ? [] : ['has not one address for results']),
    ...results.flatMap(({ template = '' }) => [
      ...(template.includes('{searchTerms}') ? [] : ['has no place for the words']),
      ...(template.startsWith('https://') ? [] : [`leads to ${template}`]),
    ]),
  ];
}
