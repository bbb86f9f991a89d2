import { expect, test } from 'vitest';
import { readingOf } from '../a11y/reading.ts';

const [dutch, french] = [{ tag: 'nl-BE' }, { tag: 'fr-BE' }];

test('adds the average length of sentences and the percentage of long words', () => {
  // 10 words, 2 sentences, 1 word of more than six letters: 5 + 10.
  expect(readingOf(['De kat zit op de mat. Zij wacht geduldig buiten.'], dutch)).toEqual({
    words: 10,
    sentences: 2,
    sentenceLength: 5,
    longWords: 10,
    lix: 15,
  });
});

test('counts list items as sentences, joins words at hyphens, splits them at apostrophes and ignores soft hyphens', () => {
  const { words, sentences, longWords } = readingOf(['l’eau', 'e-mail', 'mai\u00adson'], french);
  expect({ words, sentences, longWords }).toEqual({ words: 4, sentences: 3, longWords: 0 });
});

test('gives 0 for a text without words', () => {
  expect(readingOf(['', '– !'], dutch).lix).toBe(0);
});

test('rates an official sentence harder than the same in plain words', () => {
  const official =
    'De administratieve ondersteuningsdienst waarborgt de vertrouwelijkheid van de elektronische persoonsgegevens overeenkomstig de reglementering.';
  const plain = 'Wij houden je gegevens geheim. Zo wil de wet het.';
  expect(readingOf([official], dutch).lix).toBeGreaterThan(60);
  expect(readingOf([plain], dutch).lix).toBeLessThan(30);
});
