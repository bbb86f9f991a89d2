import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { changeOf, showChange } from '#gate/twins/change.ts';
import { valuesOf } from '#gate/twins/values.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { languageOf, languages } from '#lib/languages/languages.ts';
import { one } from './content-tree.ts';

group('the values of a text', () => {
  const valuesIn = (text: string, language = one) =>
    valuesOf([{ text, line: 1, column: 1 }], language).map(({ value }) => value);

  test.for(languages)('read a day the same in words and in figures in $name', (language) => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (date) => {
        const day = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = day.split('-');
        const inWords = formatDay(day, language);
        expect(valuesIn(`A ${inWords} B`, language)).toEqual([day]);
        expect(valuesIn(`A ${dayOfMonth}/${month}/${year} B`, language)).toEqual([day]);
        expect(valuesIn(day, language)).toEqual([day]);
        expect(valuesIn(inWords.replace(/.\d{4}$/u, ''), language)).toEqual([day.slice(5)]);
        expect(valuesIn(inWords.replace(/^\S+\s/u, ''), language)).toEqual([day.slice(0, 7)]);
      }),
    );
  });

  test('read a number the same with every separator of thousands', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        for (const separator of ['.', ' ', '\u00a0', '\u202f', '']) {
          const grouped = String(number).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/g, separator);
          expect(valuesIn(`A ${grouped} B`)).toEqual([String(number)]);
        }
      }),
    );
  });

  test('keep two numbers beside each other apart', () => {
    expect(valuesIn('High Street 16, 1000 Town')).toEqual(['16', '1000']);
    expect(valuesIn('In 2024 200 people')).toEqual(['2024', '200']);
  });

  test.for([
    ['a time', '9.30', '9 h 30', '9u30', '09:30'],
    ['a percentage', '5 %', '5%', '5\u00a0%'],
    ['a decimal', '3,5', '3.5'],
    ['a phone number', '02 501 04 11', '+32 2 501 04 11', '02/501.04.11'],
    ['an e-mail address', 'Info@site.example', 'info@site.example'],
  ])('read %s the same in each notation', ([, first = '', ...others]) => {
    for (const each of others) expect(valuesIn(each).sort()).toEqual(valuesIn(first).sort());
    expect(valuesIn(first)).not.toEqual([]);
  });

  test.for(languages)('include the numbers in words that are listed for $name, marked as such', (language) => {
    const lists = (language.numbers ?? '').split(' ').map((forms) => forms.split('|'));
    for (const [index, forms] of lists.entries()) {
      for (const form of forms) {
        const [value, ...others] = valuesOf([{ text: `A ${form} B`, line: 1, column: 1 }], language);
        expect(value).toMatchObject({ value: String(index + 1), isWord: true });
        expect(others).toEqual([]);
      }
    }
  });

  test('do not include numbers in the words of another language, or inside a longer word', () => {
    expect(valuesIn('cinq, fünf, five, vijfhonderd', languageOf('nl'))).toEqual([]);
  });

  test('include Roman figures, also as ordinals', () => {
    expect(valuesIn('Au XVIIIe siècle, sous Albert II')).toEqual(['18', '2']);
    expect(valuesIn('Le service et Ce texte')).toEqual([]);
  });

  test('have the line on which they are written', () => {
    const [first, second] = valuesOf([{ text: 'One\n2 and\n\n3', line: 7, column: 4 }], one);
    expect([first?.line, second?.line]).toEqual([8, 10]);
  });
});

const word = fc.constantFrom('alfa', 'bravo', 'delta', 'foxtrot', 'kilo', 'lima');
const sentence = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `Say ${words.join(' ')}.`);

group('a shown change', () => {
  test('has the removed and added words with a little context', () => {
    const before = `${'Long ago and far away. '.repeat(5)}There are 200 people.`;
    const shown = showChange(changeOf(before, before.replace('200', '220')));
    expect(shown).toContain('[-200-] [+220+]');
    expect(shown.length).toBeLessThan(before.length);
  });

  test('keeps both texts', () => {
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const parts = changeOf(before, after);
        const without = (kind: string) => parts.map((part) => (part.kind === kind ? '' : part.text)).join('');
        expect([without('new'), without('gone')]).toEqual([before, after]);
      }),
    );
  });
});
