import { expect, test } from 'vitest';
import { languageOf, languages } from '#lib/languages/languages.ts';
import { typeset } from '#lib/languages/typography.ts';

const dutch = languageOf('nl');
const french = languageOf('fr');

/** Makes no-break spaces visible: ␣ for a full one, ⍽ for a narrow one. */
const shown = (text: string) => text.replaceAll('\u00a0', '␣').replaceAll('\u202f', '⍽');

const samples = [
  'Wie doet wat? Bel 02 501 04 11!',
  'Les valeurs : respect ; confiance ! Qui ? « Nous » à 100 %.',
  "l'adresse d'un service",
  "de foto's van Comité A op 1 mei 2026",
  'le 21 juillet 2026 au 16 rue de la Loi',
  'https://example.org/a?b=c',
  '',
];

test('changes nothing the second time, in any language', () => {
  for (const language of languages) {
    for (const sample of samples) {
      const once = typeset(sample, language);
      expect(typeset(once, language)).toBe(once);
    }
  }
});

test('changes only spaces and apostrophes', () => {
  const plain = (text: string) => text.replace(/[\s\u00a0\u202f]/g, ' ').replaceAll('’', "'");
  for (const language of languages) {
    for (const sample of samples) expect(plain(typeset(sample, language))).toBe(plain(sample));
  }
});

test('sets French spacing: narrow before ; ! ?, full before : % and inside « »', () => {
  expect(shown(typeset('Qui ? Nous ! Ici ; là : « oui » à 5 %', french))).toBe('Qui⍽? Nous⍽! Ici⍽; là␣: «␣oui␣» à 5␣%');
});

test('adds no space to French marks that touch a word, as in addresses and times', () => {
  expect(typeset('https://example.org/?a=b', french)).toBe('https://example.org/?a=b');
  expect(typeset('à 10:30', french)).toBe('à 10:30');
});

test('leaves the marks of a language without French spacing unchanged', () => {
  expect(typeset('Wie? Wij! Hier; daar: ‘ja’ « nee »', dutch)).toBe('Wie? Wij! Hier; daar: ‘ja’ « nee »');
});

test('turns a straight apostrophe between letters into a curly one, and keeps quotation marks', () => {
  expect(typeset("l'eau 'fraîche'", french)).toBe("l’eau 'fraîche'");
});

test('joins a number with the word after it', () => {
  expect(shown(typeset('Er zijn 200 medewerkers in 1 gebouw', dutch))).toBe('Er zijn 200␣medewerkers in 1␣gebouw');
});

test('joins no year and no version with the word after it', () => {
  expect(shown(typeset('les attentats de 2016 font partie de la version 2.1 de la norme', french))).toBe(
    'les attentats de 2016 font partie de la version␣2.1 de la norme',
  );
});

test('joins a name or a noun with the number after it, and a postcode with its city', () => {
  expect(shown(typeset('Wetstraat 16, 1000 Brussel', dutch))).toBe('Wetstraat␣16, 1000␣Brussel');
  expect(shown(typeset('selon la norme EN 301 549, critère 1.1.1', french))).toBe(
    'selon la norme EN␣301␣549, critère␣1.1.1',
  );
  expect(shown(typeset('op school zijn er 1.000 leerlingen', dutch))).toBe('op school zijn er 1.000␣leerlingen');
});

test('joins the day, month and year of a date', () => {
  expect(shown(typeset('op 21 november 2026.', dutch))).toBe('op 21␣november␣2026.');
  expect(shown(typeset('le 21 novembre 2026.', french))).toBe('le 21␣novembre␣2026.');
});

test('joins a single capital with its noun', () => {
  expect(shown(typeset('het Comité A van de sector', dutch))).toBe('het Comité␣A van de sector');
});
