import { expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { joinElisions, splitElisions } from '#lib/search/elisions.ts';
import { type Found, find, type Match, type Pagefind, unitsFirst } from '#lib/search/find.ts';
import { type Lexicon, readQuery } from '#lib/search/query.ts';
import { searchRecords } from '#lib/search/records.ts';
import { searchWords } from '#lib/search/words.ts';
import type { Site } from '#lib/site/site.ts';
import { PublishFault } from '#publish/fault.ts';
import type { SearchText } from '#publish/search/search-document.ts';
import { searchIndexes } from '#publish/search/search-index.ts';
import { allTwins, contactFile, contacts, load } from './content-tree.ts';

const lexicon: Lexicon = {
  words: 'accessibilité begroting dienst kanselarij p&o vertaaldienst vertaling',
  groups: [
    ['begroting', 'budget'],
    ['vie privee', 'rgpd'],
    ['schoonmaak', 'poetsdienst'],
  ],
};
const textsOf = (typed: string) => readQuery(typed, lexicon).ways.map((way) => way.map(({ text }) => text));

group('a unit stands first for whoever names it', () => {
  const record = (url: string, unit?: string, tasks?: string): Found => ({
    url,
    meta: { title: url, ...(unit ? { unit } : {}), ...(tasks ? { tasks } : {}) },
    filters: { kind: [unit ? 'unit' : 'page'] },
    excerpt: '',
  });
  const found = [record('page'), record('hr', 'HR. P&O', 'Boîte d’accueil. Éclairage'), record('it', 'IT')];
  const order = (query: string) => unitsFirst(found, query).map(({ url }) => url);

  test.for([
    ['it', ['it', 'page', 'hr']],
    ['P&O', ['hr', 'page', 'it']],
    ['eclairage', ['hr', 'page', 'it']],
    ["boite d'accueil", ['hr', 'page', 'it']],
    ['accueil', ['page', 'hr', 'it']],
    ['undefined thing', ['page', 'hr', 'it']],
  ] as const)('“%s”', ([query, expected]) => {
    expect(order(query)).toEqual(expected);
  });
});

group('the words of a text', () => {
  test.for<[string, string[]]>([
    ['Vie privée', ['vie', 'privee']],
    ['l’emploi, d\'une "École"', ['l', 'emploi', 'd', 'une', 'ecole']],
    ['P&O – 02 501 04 11', ['p&o', '02', '501', '04', '11']],
    ['a & b & c', ['a', 'b', 'c']],
    ['E\u0301cole', ['ecole']],
    ['  ', []],
  ])('%s', ([text, words]) => {
    expect(searchWords(text)).toEqual(words);
  });
});

group('what somebody typed is understood', () => {
  test.for<[string, string]>([
    ['begrotting', 'begroting'],
    ['De Vertaaldinst!', 'De vertaaldienst!'],
    ['acessibilité', 'accessibilité'],
    ['accessibilite', 'accessibilite'],
    ['vertaal', 'vertaal'],
    ['vertalingen', 'vertalingen'],
    ['dient', 'dienst'],
    ['tien', 'tien'],
    ['P&O', 'P&O'],
    ['xqzwv', 'xqzwv'],
    ['<b>', '<b>'],
    ['02 501 04 11', '02 501 04 11'],
  ])('%s stands for %s', ([typed, text]) => {
    expect(readQuery(typed, lexicon).text).toBe(text);
  });

  test('a word that the site does not know asks for nothing', () => {
    expect(textsOf('xqzwv')).toEqual([[]]);
    expect(textsOf('xqzwv dienst')).toEqual([['dienst']]);
    expect(textsOf('')).toEqual([[]]);
  });

  test('articles and the like count only where nothing else is asked', () => {
    expect(textsOf('de vertaling')).toEqual([['vertaling']]);
    expect(textsOf('p&o dienst')).toEqual([['p&o', 'dienst']]);
  });

  test.for([
    ['02 501 04 11', '025010411'],
    ['02/501.04.11', '025010411'],
    ['+32 (0)2', '3202'],
    ['+32 2 501 04 11', '3225010411'],
    ['0032 2 501 04 11', '3225010411'],
    ['(02) 501-04-11', '025010411'],
  ] as const)('the number %s is looked up as %s', ([typed, number]) => {
    expect(textsOf(typed)).toEqual([[number]]);
  });

  test('a year or a house number stays what it is', () => {
    expect(textsOf('2016')).toEqual([['2016']]);
  });

  test('a term of a group of synonyms stands for the others, where the site has them', () => {
    const words = { ...lexicon, words: `${lexicon.words} budget` };
    const ways = readQuery('begroting dienst', words).ways;
    expect(ways.map((way) => way.map(({ text }) => text))).toEqual([
      ['begroting', 'dienst'],
      ['dienst', 'budget'],
    ]);
    expect(textsOf('poetsdienst')).toEqual([[], []]);
    expect(textsOf('schoonmaak')).toEqual([[], []]);
  });

  test('a phrase in the place of one word counts as one word', () => {
    const words = { ...lexicon, words: `${lexicon.words} vie privée rgpd` };
    const [, phrase] = readQuery('rgpd', words).ways;
    expect(phrase).toEqual([{ text: 'vie privee', weight: 0.5 }]);
    const [, short] = readQuery('vie privée', words).ways;
    expect(short).toEqual([{ text: 'rgpd', weight: 2 }]);
  });
});

group('what the index holds is put in order', () => {
  /** An index that answers each term with these records and scores. */
  const indexOf = (scores: Readonly<Record<string, Readonly<Record<string, number>>>>): Pagefind => ({
    options: () => Promise.resolve(),
    search: (term) =>
      Promise.resolve({
        results: Object.entries(scores[term] ?? {}).map(
          ([id, score]): Match => ({
            id,
            score,
            words: term === 'meta' ? [] : [1],
            data: () => Promise.reject(new Error(term)),
          }),
        ),
      }),
  });
  const way = (...texts: string[]) => texts.map((text) => ({ text, weight: 1 }));
  const order = async (pagefind: Pagefind, ...ways: ReturnType<typeof way>[]) =>
    (await find(pagefind, ways)).map(({ id }) => id);

  test('by the sum of the words, so that not every word must be there', async () => {
    const index = indexOf({ who: { a: 1, b: 1 }, translates: { b: 5, c: 4 } });
    expect(await order(index, way('who', 'translates'))).toEqual(['b', 'c']);
  });

  test('by the best of all ways to say it, its own words a little before others', async () => {
    const index = indexOf({ budget: { a: 3.1, b: 3 }, begroting: { c: 3, b: 1 } });
    expect(await order(index, way('budget'), way('begroting'))).toEqual(['a', 'b', 'c']);
    expect(await order(index, way('begroting'), way('budget'))).toEqual(['c', 'a', 'b']);
  });

  test('with the excerpt of the first word that stands in the text, not only in the metadata', async () => {
    const index = indexOf({ meta: { a: 9 }, budget: { a: 1, b: 20 }, begroting: { a: 30, b: 2 } });
    const found = await find(index, [way('meta', 'budget'), way('begroting')]);
    const terms = await Promise.all(
      found.map(({ id, data }) => data().catch((error: Error) => id + error.message)),
    );
    expect(terms).toEqual(['abudget', 'bbudget']);
  });

  test('without what is far behind the best', async () => {
    expect(await order(indexOf({ x: { a: 10, b: 3, c: 2 } }), way('x'))).toEqual(['a', 'b']);
  });

  test('and nothing is nothing', async () => {
    expect(await order(indexOf({}), way('x'))).toEqual([]);
    expect(await order(indexOf({}), [])).toEqual([]);
  });
});

group('an elision', () => {
  test('is two words for the index and one for the eye', () => {
    const text = 'Jusqu’ici, l’emploi et l’eau : foto’s, d’accord';
    expect(splitElisions(text)).toContain('ʼ emploi');
    expect(splitElisions('foto’s')).toBe('foto’s');
    expect(joinElisions(splitElisions(text))).toBe(text);
    expect(joinElisions('<mark>lʼ</mark> <mark>emploi</mark>')).toBe('<mark>l’</mark><mark>emploi</mark>');
  });
});

group('the records of search', () => {
  test('hold no draft', () => {
    const [language] = languages;
    const alone = { [contactFile('post-room')]: contacts['post-room'].replace('page: services/post\n', '') };
    const drafted = load({ ...allTwins('services/post', { draft: 'true' }), ...alone }).site;
    const whole = load(alone).site;
    if (!drafted || !whole || !language) throw new Error('The tree has findings.');
    const paths = (site: typeof whole) => searchRecords(site, language).map(({ path }) => path);
    expect(paths(whole)).toContain(`/${language.code}/services/post`);
    expect(paths(drafted)).not.toContain(`/${language.code}/services/post`);
  });

  test('a page without main content is not passed over in silence', async () => {
    const { site } = load();
    if (!site) throw new Error('The tree has findings.');
    await expect(searchIndexes(site, new Map())).rejects.toThrow(PublishFault);
  });

  test('a machine for which Pagefind has no program is told in one sentence', async () => {
    const { site } = load();
    if (!site) throw new Error('The tree has findings.');
    process.env['npm_config_arch'] = 'abacus';
    try {
      await expect(searchIndexes(site, textsOfPages(site))).rejects.toThrow(/no program for this machine/);
      await expect(searchIndexes(site, textsOfPages(site))).rejects.toThrow(PublishFault);
    } finally {
      delete process.env['npm_config_arch'];
    }
  });
});

/** Main content without a word, for every page. */
function textsOfPages(site: Site): Map<string, SearchText> {
  return new Map(site.pages.flatMap(({ twins }) => Object.values(twins).map((twin) => [twin.path, []])));
}
