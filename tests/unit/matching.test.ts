import { expect, describe as group, test } from 'vitest';
import { hiddenWords } from '#lib/contacts/hidden-words.ts';
import { foldWords, matches } from '#lib/contacts/matching.ts';
import { languageOf, languages } from '#lib/languages/languages.ts';
import type { Contact } from '#lib/site/site.ts';

const unit = {
  words: foldWords('Budget en Beheerscontrole, œuvres d’art, Déontologie, P&O, IT, Übersetzung'),
  digits: '3225010361 3225010411',
};

group('the filter of the directory', () => {
  test.for([
    'budget',
    'BUDGET',
    'bud',
    'beheers',
    'controle',
    'contrôle',
    'deontologie',
    'übersetzung',
    'uebersetzung',
    'ubersetzung',
    'DÉONTOLOGIE',
    'oeuvres',
    'œuvres',
    'd’art',
    "d'art",
    'p&o',
    'it',
    'budget beheerscontrole',
    'le budget',
    'de beheerscontrole',
    '  beheerscontrole   budget ',
    '',
    ' ',
    '0361',
    '02 501 03 61',
    '02/501.04.11',
    '+32 2 501 04 11',
    '0032 2 501 0411',
    '(02) 501',
  ])('finds a unit by “%s”', (query) => {
    expect(matches(unit, query)).toBe(true);
  });

  test.for([
    ['without one of its words', 'budget bibliotheek'],
    ['that has its few letters only inside a word', 'rol'],
    ['without its short word', 'hr'],
    ['with another number', '02 501 99 99'],
    ['that has its digits only across two numbers', '03613225'],
  ] as const)('does not find a unit %s: “%s”', ([, query]) => {
    expect(matches(unit, query)).toBe(false);
  });
});

test('folds words to the same text twice', () => {
  const text = 'Œuvre Straße Éclai\u00adré L’été — 02\u00a0501';
  expect(foldWords(text)).toBe(' oeuvre strasse eclaire l ete 02 501 ');
  expect(foldWords(foldWords(text))).toBe(foldWords(text));
});

group('the hidden words of an entry', () => {
  const [here, there] = [languageOf('nl'), languageOf('fr')];
  const contact = {
    name: { nl: 'Begroting', fr: 'Budget' },
    purpose: { nl: 'De begroting van de Kanselarij.', fr: 'Le budget de la Chancellerie.' },
    tasks: { nl: ['Jaarrekeningen'], fr: ['Comptes annuels'] },
    synonyms: { nl: ['HR', 'Dienst Begroting'], fr: ['Service du budget'] },
  } as unknown as Contact;
  const words = (isIndexed: boolean) => hiddenWords(contact, here, languages, isIndexed).split(' ');

  test('are in every language, each once, folded, without articles and with abbreviations', () => {
    expect(words(false).toSorted()).toEqual(
      ['annuels', 'budget', 'comptes', 'dienst', 'hr', 'jaarrekeningen', 'service'].toSorted(),
    );
  });

  test('leave out the tasks that an index on the page shows', () => {
    expect(words(true)).not.toContain('jaarrekeningen');
    expect(words(true)).toContain('annuels');
  });

  test('leave out words that match without them', () => {
    const list = hiddenWords(contact, there, languages, false).split(' ');
    for (const word of list) {
      const others = list.filter((each) => each !== word).join(' ');
      expect(matches({ words: foldWords(`Budget. Le budget de la Chancellerie. ${others}`), digits: '' }, word)).toBe(
        false,
      );
    }
  });
});
