import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { parse } from 'yaml';
import { type Finding, SourceFile } from '#gate/finding/finding.ts';
import { readMarkdown } from '#gate/read/markdown.ts';
import { proseOfPage } from '#gate/wording/check.ts';
import { checkAmounts, checkDates } from '#gate/wording/figures.ts';
import { lettersOf } from '#gate/wording/letters.ts';
import { checkDashes, checkQuotes } from '#gate/wording/marks.ts';
import { checkOtherLanguage, stopWordsOf } from '#gate/wording/other-language.ts';
import { checkDoubleForms, checkRepeats } from '#gate/wording/plain-language.ts';
import type { Prose } from '#gate/wording/prose.ts';
import { checkSpaces } from '#gate/wording/spaces.ts';
import { inLanguage, type Language, languageOf, languages } from '#lib/languages/languages.ts';
import { fixtureLanguages, fixtureRoot } from '../fixture-site.ts';

const dutch = languageOf('nl');
const french = languageOf('fr');

/** The prose of a body. */
function proseOf(text: string, language: Language): Prose {
  const source = new SourceFile('sample.mdx', language.code, text);
  const { tree } = readMarkdown(source);
  if (!tree) throw new Error('The sample cannot be read.');
  return proseOfPage(source, [], tree, language);
}

const checks = [checkQuotes, checkDashes, checkSpaces, checkDates, checkAmounts, checkDoubleForms];
const none: ReadonlySet<string> = new Set();

function findingsIn(text: string, language: Language): Finding[] {
  const prose = proseOf(text, language);
  return [...checks.flatMap((check) => check(prose, [dutch, french])), ...checkRepeats(prose, none)];
}

/** A text with all fixes applied, from the last to the first, so that the offsets of the others stay right. */
function fixed(text: string, language: Language): string {
  return findingsIn(text, language)
    .flatMap(({ fix }) => fix ?? [])
    .sort((a, b) => b.start - a.start)
    .reduce((done, { start, end, replacement }) => done.slice(0, start) + replacement + done.slice(end), text);
}

group('prose', () => {
  test('maps to the file through marks, escapes, character references, links and folded lines', () => {
    const text =
      'Een **vet** woord, \\*ster\\*, R&amp;D en\nnog [een *link* erbij](page:home).\n\n- punt &eacute;en\n  gaat voort\n';
    const prose = proseOf(text, dutch);
    expect(prose.text).toBe('Een vet woord, *ster*, R&D en nog een link erbij.\npunt éen gaat voort\n');
    for (const piece of ['vet', 'ster', 'link', 'erbij', 'punt', 'voort']) {
      const offset = prose.offsetOf(prose.text.indexOf(piece));
      expect(text.slice(offset, offset + piece.length)).toBe(piece);
    }
    expect(text.slice(prose.offsetOf(prose.text.indexOf('&D'))).startsWith('&amp;D')).toBe(true);
    expect(text.slice(prose.offsetOf(prose.text.indexOf('éen'))).startsWith('&eacute;en')).toBe(true);
  });

  test('maps each character to the same one in the file', () => {
    const piece = fc.constantFrom(
      'woord',
      ' ',
      '\n',
      '**vet**',
      '\\*',
      '&amp;',
      '&nbsp;',
      '[x](page:home)',
      '*a*',
      'é',
      '😀',
      '-',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = `a${pieces.join('')}`;
        const prose = proseOf(text, dutch);
        for (let index = 0; index < prose.text.length; index++) {
          const character = prose.text.charAt(index);
          const written = text.charAt(prose.offsetOf(index));
          const isSame = written === character || written === '&' || (character === ' ' && written === '\n');
          // A line break ends a passage, and is not in the file.
          if (character !== '\n') expect(isSame, `${JSON.stringify(text)} at ${index}`).toBe(true);
        }
      }),
    );
  });
});

group('a fix', () => {
  test.for([
    ['Hij zei "ja" en ging.', 'Hij zei ‘ja’ en ging.'],
    ["Hij zei 'kom binnen' en 'ga weg'.", 'Hij zei ‘kom binnen’ en ‘ga weg’.'],
    ["Het is 's avonds in '90 bij Jos' huis.", 'Het is ’s avonds in ’90 bij Jos’ huis.'],
    ['Zie « dit » en “dat” en „zo”.', 'Zie ‘dit’ en ‘dat’ en ‘zo’.'],
    ['Wacht... dan - of -- of — dit.', 'Wacht… dan – of – of – dit.'],
    ['Een  woord ,twee ( drie ) .', 'Een woord, twee (drie).'],
    ['Een woord&nbsp;en nog een.', 'Een woord en nog een.'],
    ['Wie ? Wij !', 'Wie? Wij!'],
    ['Op 04 mei, 1ste Juni en 21/12/2026.', 'Op 4 mei, 1 juni en 21 december 2026.'],
  ] as const)('writes Dutch in the house style: %s', ([before, after]) => {
    expect(fixed(before, dutch)).toBe(after);
    expect(findingsIn(after, dutch)).toEqual([]);
  });

  test.for([
    ['Il dit "oui" et “non”.', 'Il dit « oui » et « non ».'],
    ['Qui? «Nous»: à 5%!', 'Qui ? « Nous » : à 5 % !'],
    ['Le 01 mai, le 1 Juin et le 2ème juillet.', 'Le 1er mai, le 1er juin et le 2 juillet.'],
    ['Il y a 12.500 personnes.', 'Il y a 12 500 personnes.'],
    ['Attendez... puis - ou — ceci.', 'Attendez… puis – ou – ceci.'],
  ] as const)('writes French in the house style: %s', ([before, after]) => {
    expect(fixed(before, french)).toBe(after);
    expect(findingsIn(after, french)).toEqual([]);
  });
});

group('the house style', () => {
  test.for([
    'Het is ‘half “goed” gezegd’, zei ze’s avonds.',
    'Bel van 9 tot 17 uur, 24 uur op 24, in 1782-1784 of in 2026.',
    'De norm EN 301 549, WCAG 2.1, 1000 Brussel, A4 en P&O.',
    'Kijk op news.belgium.be, in artikel 5.2 of bij punt 1.',
    'Een vice-eersteminister (m/v/x) en een e-mail.',
    'Dat kost 1.000 of 25.000 euro, of 3,50 euro.',
    'Ja, neen, misschien… En dan?',
    'Het Comité A, het comité A en het Comité B.',
  ])('accepts the Dutch %s', (text) => expect(findingsIn(text, dutch)).toEqual([]));

  test.for([
    'Qui ? « Nous “tous” », dit-elle ; à 10 h 30 : « oui » !',
    'Le 1er mai 2026, le 21 juillet et le 31 décembre.',
    'Il y a 1 000 ou 25 000 personnes, soit 5 %.',
    'Voyez https://example.org/a?b=c et l’article 5.2.',
    'Aujourd’hui, d’autres (m/f/x) écrivent à 10:30.',
    'La norme EN 301 549 et le 16 rue de la Loi.',
  ])('accepts the French %s', (text) => expect(findingsIn(text, french)).toEqual([]));
});

/** The passages of some texts in a language. */
function passagesIn(texts: readonly string[], language: Language): string[] {
  return texts.flatMap((text) => proseOf(text, language).text.split('\n')).filter((passage) => /\p{L}/u.test(passage));
}

/** The fixture pages in a language. */
function pagesIn({ code }: Language): string[] {
  return readdirSync(path.join(fixtureRoot, 'content/pages'), { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === `${code}.mdx`)
    .map((file) => readFileSync(path.join(fixtureRoot, 'content/pages', file), 'utf8'));
}

/** The legitimate paragraphs in a language. */
function paragraphsIn({ code }: Language): string[] {
  const file = path.resolve(import.meta.dirname, '../fixtures/legitimate/texts.yaml');
  const rows = parse(readFileSync(file, 'utf8')) as readonly Readonly<Record<string, string>>[];
  return rows.map((row) => row[code] ?? '');
}

group('the check for other languages', () => {
  const stopWords = stopWordsOf(languages);
  const letters = lettersOf(
    fixtureLanguages.flatMap((language) =>
      [...pagesIn(language), ...paragraphsIn(language)].map((text) => proseOf(text, language)),
    ),
  );
  const isForeign = (passage: string, language: Language, elsewhere: ReadonlySet<string> = none) => {
    const prose = proseOf(passage, language);
    return checkOtherLanguage(prose, inLanguage(stopWords, language.code), elsewhere, letters).length > 0;
  };

  test.for(fixtureLanguages)('accepts every passage of pages and legitimate texts in $name', (language) => {
    const passages = passagesIn([...pagesIn(language), ...paragraphsIn(language)], language);
    expect(passages.length).toBeGreaterThan(100);
    expect(passages.filter((passage) => isForeign(passage, language, new Set(passages)))).toEqual([]);
  });

  test.for(fixtureLanguages)(
    'finds every sentence of eight words or more of a page in $name on one in another language',
    (language) => {
      const passages = passagesIn(pagesIn(language), language);
      const sentences = passages.filter((passage) => passage.split(' ').length >= 8);
      expect(sentences.length).toBeGreaterThan(10);
      for (const other of fixtureLanguages.filter((each) => each !== language)) {
        const missed = sentences.filter((passage) => !isForeign(passage, other, new Set(sentences)));
        expect(missed).toEqual([]);
      }
    },
  );

  test('ignores a name in another language, even when both twins have it', () => {
    for (const name of ['Jan van Eyck', 'Belgian National Orchestra', 'La Monnaie', 'Val Duchesse']) {
      for (const language of languages) expect(isForeign(name, language, new Set([name])), name).toBe(false);
    }
    expect(isForeign('De zaal van het Théâtre royal de la Monnaie is open.', dutch)).toBe(false);
  });

  test.for([
    ['Documents administratifs numériques disponibles gratuitement.', dutch],
    ['Nouvelle organisation interne, objectifs clairs, meilleure communication.', dutch],
    ['Klachten behandelen, burgers informeren, diensten verbeteren.', french],
    ['Dringende vragen: telefonisch bereikbaar tijdens kantooruren.', french],
  ] as const)('finds a sentence without stop words by its letters: %s', ([sentence, language]) => {
    expect(isForeign(sentence, language)).toBe(true);
    for (const own of fixtureLanguages.filter((each) => each !== language))
      expect(isForeign(sentence, own)).toBe(false);
  });

  test('finds a short title that both twins have, in the twin of the other language', () => {
    expect(isForeign('Nos missions', dutch, new Set(['Nos missions']))).toBe(true);
    expect(isForeign('Nos missions', french, new Set(['Nos missions']))).toBe(false);
    expect(isForeign('Wie zoeken wij?', french, new Set(['Wie zoeken wij?']))).toBe(true);
  });

  test('ignores words that are marked as another language', () => {
    expect(isForeign('De titel is <Lang code="fr">dans la salle de la presse</Lang> hier.', dutch)).toBe(false);
    expect(isForeign('De titel is dans la salle pour les gens.', dutch)).toBe(true);
  });
});

group('the parser', () => {
  test('continues after a syntax error anywhere in a page, and always ends', () => {
    const page = readFileSync(path.join(fixtureRoot, 'content/pages/home', `${dutch.code}.mdx`), 'utf8');
    const slip = fc.constantFrom(
      '<',
      '{',
      '}',
      '</',
      '/>',
      '<br>',
      '<b>',
      '"',
      '<!--',
      '<Row',
      '</Row>',
      '{a',
      'import ',
      '\n\n',
      '`',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(page.length), slip), { minLength: 1, maxLength: 4 }), (slips) => {
        const text = slips.reduce((done, [place, piece]) => done.slice(0, place) + piece + done.slice(place), page);
        const source = new SourceFile('sample.mdx', null, text);
        const { tree, text: blanked, findings } = readMarkdown(source);
        expect(blanked.length).toBe(text.length);
        for (const { line, column, fix } of findings) {
          const offset = source.startOfLine(line) + column - 1;
          expect(offset).toBeGreaterThanOrEqual(0);
          expect(offset).toBeLessThanOrEqual(text.length);
          if (fix) expect(fix.start).toBeLessThanOrEqual(fix.end);
        }
        expect(tree !== null || findings.length > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('finds no syntax error in the home pages', () => {
    for (const { code } of fixtureLanguages) {
      const page = readFileSync(path.join(fixtureRoot, 'content/pages/home', `${code}.mdx`), 'utf8');
      expect(readMarkdown(new SourceFile('sample.mdx', code, page)).findings).toEqual([]);
    }
  });
});
