import { describe, expect, test } from 'vitest';
import type { SearchData, SearchedRecord } from '#lib/search/search-data.ts';
import { SiteIndex } from '#lib/search/site-index.ts';
import { isForm, SiteWords } from '#lib/search/site-words.ts';
import { searchWords } from '#lib/search/words.ts';
import { record } from './search-record.ts';

/** A site of these records, and what it answers: the understood query, and the titles of the results. */
function siteOf(records: readonly SearchedRecord[], more: Partial<SearchData> = {}) {
  const index = new SiteIndex({ records, synonyms: [], common: [], ...more });
  return (typed: string) => {
    const { query, results } = index.answer(typed);
    return { query, titles: results.map((result) => result.record.title) };
  };
}

describe('Words', () => {
  test.for<[string, string[]]>([
    ['Vie privée', ['vie', 'privee']],
    ['l’emploi, d\'une "École"', ['l', 'emploi', 'd', 'une', 'ecole']],
    ['P&O – 02 501 04 11', ['p&o', '02', '501', '04', '11']],
    ['a & b & c', ['a', 'b', 'c']],
    ['E\u0301cole', ['ecole']],
    ['fede\u00adrale œuvre', ['federale', 'oeuvre']],
    ['  ', []],
  ])('splits %j into %j', ([text, words]) => {
    expect(searchWords(text)).toEqual(words);
  });
});

describe('Forms of a word', () => {
  test.for([
    ['vacature', 'vacatures'],
    ['vertaling', 'vertalen'],
    ['zaal', 'zalen'],
    ['vergaderzaal', 'vergaderzalen'],
    ['job', 'jobs'],
    ['wet', 'wetten'],
    ['national', 'nationaux'],
    ['decision', 'decisions'],
  ] as const)('takes %s and %s for forms of one word', ([one, other]) => {
    expect(isForm(one, other)).toBe(true);
    expect(isForm(other, one)).toBe(true);
  });

  test.for([
    ['bellen', 'beleid'],
    ['contrat', 'contact'],
    ['stad', 'stage'],
    ['dienst', 'dienstencatalogus'],
    ['2016', '2017'],
    ['begroting', 'begrotting'],
    ['zaal', 'zaal'],
  ] as const)('takes %s and %s for different words', ([one, other]) => {
    expect(isForm(one, other)).toBe(false);
  });
});

describe('The words of the site', () => {
  const siteWords = new SiteWords(
    searchWords('De regering en haar beslissingen. Perszaal: zaal voor de pers. Poetsen.'),
  );

  test.for<[string, string[]]>([
    ['regeringsbeslissingen', ['regering', 'beslissingen']],
    ['regeringsbeslissing', ['regering', 'beslissingen']],
    ['poetszaal', ['poetsen', 'zaal']],
    ['regeringsdienst', []],
    ['regering', []],
  ])('splits "%s" into its parts %j', ([word, parts]) => {
    expect(siteWords.partsOf(word)).toEqual(parts);
  });

  test('finds the compounds that a word is a part of', () => {
    expect(siteWords.compoundsOf('pers')).toEqual(['perszaal']);
    expect(siteWords.compoundsOf('zalen')).toEqual(['perszaal']);
    expect(siteWords.compoundsOf('beslissing')).toEqual([]);
  });

  test('finds the word that a longer word starts with', () => {
    expect(siteWords.knownPartOf('regeringsvliegtuig')).toBe('regering');
    expect(siteWords.knownPartOf('vliegtuig')).toBeUndefined();
  });
});

describe('A search', () => {
  test('finds a word whatever its accents and ligatures', () => {
    const ask = siteOf([record('Chevaux', 'L’œil du cheval, la Straße'), record('Autre', 'Rien ici')]);
    for (const typed of ['oeil', 'ŒIL', 'strasse', 'l’oeil']) expect(ask(typed).titles).toEqual(['Chevaux']);
  });

  test('puts a page that is called so before a page that mentions it', () => {
    const ask = siteOf([
      record('Post', 'Budget, budget and budget'),
      record('Budget', 'The money of the house'),
      record('Money', 'All about it\n# Budget\nOf the house'),
    ]);
    expect(ask('budget').titles).toEqual(['Budget', 'Money', 'Post']);
  });

  test('puts a unit first when the query is its task, word for word', () => {
    const unit = record('Logistics', 'Halls and cars', {
      kind: 'unit',
      topics: ['Boîte d’accueil', 'Éclairage'],
    });
    const ask = siteOf([record('Lampes', 'Pour l’éclairage.'), unit, record('Accueil', 'La boîte')]);
    expect(ask("boite d'accueil").titles[0]).toBe('Logistics');
    expect(ask('eclairage').titles[0]).toBe('Logistics');
  });

  test('puts a page that has the whole query before a page that has a part of it', () => {
    const ask = siteOf([
      record('A', 'The translator reads novels'),
      record('B', 'The translator reads texts of law'),
      ...['C', 'D', 'E', 'F'].map((title) => record(title, 'Nothing here')),
    ]);
    expect(ask('translator law').titles).toEqual(['B', 'A']);
  });

  test('puts a page that has the query as a phrase first', () => {
    const ask = siteOf([
      record('A', 'The central station is in Brussels'),
      record('B', 'Get off at Brussels Central station'),
    ]);
    expect(ask('brussels central').titles).toEqual(['B', 'A']);
  });

  test('leaves out common words, unless a page is called so', () => {
    const ask = siteOf([record('Wie doet wat', 'Alle diensten'), record('Vertaling', 'Wie vertaalt de tekst')], {
      common: ['wie', 'wat', 'de', 'doet'],
    });
    expect(ask('wie vertaling').titles).toEqual(['Vertaling']);
    expect(ask('wie doet wat').titles).toEqual(['Wie doet wat']);
    expect(ask('de').titles).toEqual([]);
  });

  test('finds synonyms of one or more words, and counts them less than the word itself', () => {
    const synonyms = [['privacy', 'vie privee', 'rgpd']];
    const ask = siteOf([record('A', 'x\nLa vie privée'), record('B', 'x\nrgpd'), record('C', 'la vie')], {
      synonyms,
    });
    expect(ask('privacy').titles.sort()).toEqual(['A', 'B']);
    expect(ask('RGPD').titles[0]).toBe('B');
    expect(ask('vie privée').titles[0]).toBe('A');
  });

  test('does not mark the common words of a synonym', () => {
    const synonyms = [['perszaal', 'salle de presse']];
    const index = new SiteIndex({ records: [record('A', 'La salle de presse')], synonyms, common: ['de'] });
    const [result] = index.answer('perszaal').results;
    expect(result?.excerpt.filter((_, place) => place % 2 === 1)).toEqual(['salle', 'presse']);
  });

  test('finds a compound by a part, by its parts, and in two words', () => {
    const ask = siteOf([
      record('Zalen', 'x\nDe vergaderzaal, om te vergaderen'),
      record('Regering', 'x\nDe beslissingen van de regering; een zaal'),
    ]);
    expect(ask('zalen').titles).toContain('Zalen');
    expect(ask('vergader zaal').titles[0]).toBe('Zalen');
    expect(ask('regeringsbeslissingen').titles[0]).toBe('Regering');
  });

  test('finds a word by its start', () => {
    expect(siteOf([record('A', 'Accessibilité'), record('B', 'x')])('acces').titles).toEqual(['A']);
  });

  test('finds a word by its end', () => {
    const ask = siteOf([record('A', 'Muntschouwburg'), record('B', 'x')]);
    expect(ask('schouwburg')).toEqual({ query: 'schouwburg', titles: ['A'] });
  });

  test('finds a unit by a short word of the lists at the end of a compound', () => {
    const synonyms = [['job', 'emploi']];
    expect(siteOf([record('Jobs', 'Een job'), record('B', 'x')], { synonyms })('zomerjob').titles).toEqual(['Jobs']);
  });

  test('does not find a record by a short word alone when the query has longer ones', () => {
    const ask = siteOf([record('A', 'De Munt en de IT'), record('B', 'Wever')]);
    expect(ask('Bart en Wever').titles).toEqual(['B']);
    expect(ask('en').titles).toEqual(['A']);
  });

  test('takes a short word for a word like any other when it is a keyword', () => {
    const ask = siteOf([record('Careers', 'Work here', { topics: ['CV'] }), record('B', 'Send a letter')]);
    expect(ask('send my cv').titles).toContain('Careers');
  });

  test('puts the page with a keyword before the page that mentions it', () => {
    const ask = siteOf([
      record('Personnel', 'The job of the house, a job of many, jobs'),
      record('Careers', 'Work here', { topics: ['job'] }),
      record('C', 'x'),
    ]);
    expect(ask('jobs').titles).toEqual(['Careers', 'Personnel']);
  });

  test('keeps a page whose heading says the query, however often another page mentions it', () => {
    const ask = siteOf([
      record('Translation', 'Council, council', { topics: ['council'], names: ['Council'] }),
      record('Missions', 'x\n# Council\nIt meets'),
      record('C', 'x'),
    ]);
    expect(ask('council').titles).toContain('Missions');
  });

  test.for(['"the minister"', '« the minister »', '“The minister”'])(
    'finds for %s only what has this phrase, word for word',
    (typed) => {
      const ask = siteOf([record('A', 'The minister speaks'), record('B', 'The first minister, the one')]);
      expect(ask(typed).titles).toEqual(['A']);
    },
  );

  test('corrects nothing in quotation marks', () => {
    const ask = siteOf([record('A', 'De begroting'), record('B', 'x')]);
    expect(ask('begrotting')).toEqual({ query: 'begroting', titles: ['A'] });
    expect(ask('"begrotting"')).toEqual({ query: '"begrotting"', titles: [] });
  });

  test('never corrects a word of the site or of the lists', () => {
    const ask = siteOf([record('A', 'contrat contact'), record('B', 'stade')], {
      synonyms: [['stage', 'x']],
    });
    for (const word of ['contrat', 'contact', 'stage', 'stade']) expect(ask(word).query).toBe(word);
  });

  test('finds the start of an unknown compound', () => {
    expect(siteOf([record('A', 'Een sollicitatie'), record('B', 'x')])('sollicitatiegesprek')).toEqual({
      query: 'sollicitatiegesprek',
      titles: ['A'],
    });
  });
});

describe('A search with a slip', () => {
  const ask = siteOf([
    record('A', 'accessibilité begroting dienst kanselarij p&o vertaaldienst vertaling'),
    record('B', 'x'),
  ]);

  test.for([
    ['begrotting', 'begroting'],
    ['De vertaaldinst!', 'De vertaaldienst!'],
    ['acessibilité', 'accessibilité'],
    ['diemst', 'dienst'],
  ] as const)('corrects "%s" to "%s"', ([typed, query]) => {
    expect(ask(typed)).toEqual({ query, titles: ['A'] });
  });

  test.for(['accessibilite', 'vertaal', 'vertalingen', 'tien', 'P&O', 'xqzwv', '<b>', 'ienst', '501', ''])(
    'leaves "%s" as it is',
    (typed) => {
      expect(ask(typed).query).toBe(typed);
    },
  );
});

describe('A search for a telephone number', () => {
  const ask = siteOf([
    record('ICT', 'x', { numbers: ['3225010411'] }),
    record('Logistics', 'x', { numbers: ['3225010365'] }),
    record('Projects', 'In 2016'),
  ]);

  test.for([
    '02 501 04 11',
    '02\u00a0501\u00a004\u00a011',
    '02/501.04.11',
    '+32 (0)2 501 04 11',
    '+32 2 501 04 11',
    '0032 2 501 04 11',
    '(02) 501-04-11',
    '501 04 11',
    '+32 (0) 2 501 04 11',
    '+32 02 501 04 11',
    '02–501–04–11',
    'tel. 02 501 04 11',
    '04 11',
    '0411',
  ])('finds the unit with the number for "%s"', (typed) => {
    expect(ask(typed)).toEqual({ query: typed, titles: ['ICT'] });
  });

  test('finds a number in a text after the unit that has it', () => {
    const among = siteOf([record('Contact', 'Call 02 501 04 11.'), record('ICT', 'x', { numbers: ['3225010411'] })]);
    expect(among('02 501 04 11').titles).toEqual(['ICT', 'Contact']);
  });

  test('takes a year for a word', () => {
    expect(ask('2016').titles).toEqual(['Projects']);
  });
});
