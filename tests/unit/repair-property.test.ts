import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { confirmPage, stateOfPage } from '#edit/confirm.ts';
import { Refusal, writeChanges } from '#edit/project.ts';
import { repair } from '#edit/repair.ts';
import { gateMessages } from '#edit/report/describe.ts';
import { type Finding, isError } from '#gate/finding/finding.ts';
import { fold } from '#lib/languages/fold.ts';
import { languages } from '#lib/languages/languages.ts';
import { suggestDate, suggestPhone, suggestTime } from '#lib/records/fields.ts';
import { EditedSite, editsOf, faults } from './faults.ts';

/* What `npm run check -- --fix` may change: signs and spaces, never a word, an address or a number. */

const messages = gateMessages(path.resolve(import.meta.dirname, '../..'), languages);

/** Texts that a repair could take for a mistake, and mistakes beside them. */
const dutch = [
  'We vinden dat het het beste is. ',
  'Je kunt er er twee van krijgen. ',
  "Rock 'n' roll, 's avonds en de jaren '60. ",
  'Het scherm van 15" en dat van 17" zijn "nieuw". ',
  'Schrijf \'hergebruik\' of "hergebruik" op de brief... ',
  'Op 04 mei 2026 kwamen er 12.500 mensen naar zaal 12 500. ',
  'Zie exemple.be/page?x=1;y=2 of [het loket](page: services/ict). ',
  '*Let op* dit is een\nlange alinea. ',
  'Dat kost < 5 euro , zegt men ;dus niet veel. ',
  'foto`s, ´s avonds, ‘s morgens -- en \u201cdit\u201d. ',
  'Artikel 5.100 en n° 12345, EN 301 549. ',
  'Voor-  en nadelen,en meer.Ook dit. ',
  'Email ons. ',
  'Het kost 1,000.50 euro of 1 000,50 euro, niet 12,50. ',
  'Zie #Kanselarij, #N/B en Naam;Taak;Lokaal. ',
];
const french = [
  'Vous pouvez faire faire une copie. ',
  'La villa est de le Le Corbusier. ',
  'En en parlant,on avance. ',
  'Écrivez “ainsi”, "ainsi" ou ‘ainsi’; l‘école aussi! ',
  'Il y a 12.500 lettres et l´article 5.100. ',
  'Voir « exemple.be/page?x=1;y=2 » pour plus. ',
  'Voir [les services](page: services/ict) et [lui](contact: fido). ',
  'Rue du 4 Août, le 04 Mai 2016, place du 1er mai. ',
  'Un écran de 15" -- ou de 17", à 5% près... ',
  'Le prix est < 5 euros ;c’est tout. ',
  'On dit «ainsi» ou «comme ça». ',
  'Le prix est de 1.000,50 euros ou de 1,000.50 euros, pas 12,50. ',
  'Voir #Bruxelles, #REF! et Nom;Tâche;Local. ',
  'La Chancellerie du Premier ministre: oui! ',
];

const paragraphsOf = (fragments: readonly string[]) =>
  fc
    .array(fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((paragraphs) => paragraphs.map((each) => `\n${each.join('').trim()}\n`).join(''));

const edits = fc.oneof(
  paragraphsOf(dutch).map((append) => ({ file: 'content/pages/legal/nl.mdx', append })),
  paragraphsOf(french).map((append) => ({ file: 'content/pages/legal/fr.mdx', append })),
);

/** The letters and digits of a text in their order, without the zero of `04 mei` and the ending of `1er mai`. */
const wordsOf = (text: string) =>
  fold(text)
    .replace(/\b0(?=\d (?:mei|mai)\b)|(?<=\b1)er(?= mai\b)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
const codesOf = (findings: readonly Finding[]) => new Set(findings.filter(isError).map(({ code }) => code));

/** The faulty edits that add a text to a page. */
const faultyTexts = faults.filter(
  ({ append, file, times, encoding, also, area }) =>
    append !== undefined && file.endsWith('.mdx') && !times && !encoding && !also && area !== 'length',
);

/** The repairs that change letters, and what they keep: the words beside a tag, the number of letters, the words after a sign, a day. */
const rewritten: Readonly<Record<string, (text: string) => string>> = {
  C020: (text) => text.replace(/<?\/?[A-Z]\w*\/?>?/, ''),
  C063: (text) => 'x'.repeat(text.normalize('NFKC').length),
  C097: (text) => text.replace(/^[ \t]*(?:[o§üØv]|\p{Co})(?=\s)/gmu, ''),
  C100: (text) => text.replace(/&\w+;/g, ' '),
  C101: (text) => /\d{4}/.exec(text)?.[0] ?? '',
};

/** Confirms that the twins of the edited page mean the same, as an editor would before the repair; refused beside an error. */
function confirm(site: EditedSite): void {
  const project = { root: site.root, languages, messages };
  try {
    const changes = confirmPage(project, stateOfPage(project, 'legal'), { day: '2026-11-21', hasNoEffect: true });
    if (changes) writeChanges(site.root, changes);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

group('npm run check -- --fix on any text', () => {
  test('keeps every word, changes nothing more the second time, and leaves no new error', () => {
    fc.assert(
      fc.property(edits, (edit) => {
        using site = new EditedSite([edit]);
        confirm(site);
        const read = () => readFileSync(path.join(site.root, edit.file), 'utf8');
        const [before, known] = [read(), codesOf(site.load().findings)];
        const { result } = repair(site.root, () => site.load());
        const after = read();
        expect(wordsOf(after)).toBe(wordsOf(before));
        // An error hides that the twins were never confirmed.
        if (known.size === 0) expect([...codesOf(result.findings)]).toEqual([]);
        const second = repair(site.root, () => site.load());
        expect(second.repairs).toEqual([]);
        expect(second.result.findings).toEqual(result.findings);
        expect(read()).toBe(after);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  }, 900_000);

  test('changes nothing but signs in any faulty edits together, and leaves what the gate then finds', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(faultyTexts, { minLength: 2, maxLength: 4 }), (chosen) => {
        using site = new EditedSite(chosen.flatMap(editsOf));
        const first = repair(site.root, () => site.load());
        for (const { finding, before, after } of first.repairs) {
          const asWritten = rewritten[finding.code] ?? ((text: string) => text);
          expect(wordsOf(asWritten(after))).toBe(wordsOf(asWritten(before)));
        }
        const files = site.read();
        expect(site.load().findings).toEqual(first.result.findings);
        expect(repair(site.root, () => site.load()).repairs).toEqual([]);
        expect(site.read()).toEqual(files);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  }, 900_000);

  test.for([
    ['faire faire une copie', 'faire une copie'],
    ['1.000,50 euro', '1.00050 eur'],
    ['0471 12 34 5', '047112345 0'],
  ] as const)('takes words for changed: %s as %s', ([before, after]) => {
    expect(wordsOf(after)).not.toBe(wordsOf(before));
  });
});

group('the value that a repair writes in a record', () => {
  const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

  test('is the same day, in whatever form it was written', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', inMonth = ''] = iso.split('-');
        const days = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
        const inWords = languages.map(({ tag }) =>
          date.toLocaleDateString(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
        );
        const forms = [`${year}/${month}/${inMonth}`, `${year}${month}${inMonth}`, `${iso}T10:00:00Z`, String(days)];
        for (const form of [...forms, ...inWords]) expect([form, suggestDate(form)]).toEqual([form, iso]);
        // The day and the month may be the wrong way round.
        for (const form of [`${inMonth}/${month}/${year}`, `${Number(inMonth)}.${Number(month)}.${year}`]) {
          expect(suggestDate(form)).toBe(Number(inMonth) > 12 || inMonth === month ? iso : null);
        }
      }),
    );
  });

  test('is the same telephone number, in whatever form it was written', () => {
    const digits = fc.integer({ min: 5_000_000, max: 5_999_999 }).map(String);
    const separators = fc.constantFrom(' ', '.', '/', '-', '');
    const starts = fc.constantFrom('02', '+32 2', '0032 2', '+32 (0)2', '+32-2', 'tel:+322');
    fc.assert(
      fc.property(starts, separators, digits, (start, mark, number) => {
        const parts = [number.slice(0, 3), number.slice(3, 5), number.slice(5)].join(mark);
        expect(suggestPhone(`${start}${mark === '' ? '' : ' '}${parts}`)).toBe(`+322${number}`);
      }),
    );
  });

  test('is the same time, in whatever form it was written', () => {
    const forms = fc.constantFrom<(hour: string, minute: string) => string>(
      (hour, minute) => `${Number(hour)}:${minute}`,
      (hour, minute) => `${hour}.${minute} uur`,
      (hour, minute) => `${Number(hour)} h ${minute}`,
      (hour, minute) => `${hour}u${minute}`,
    );
    const two = (maximum: number) => fc.integer({ min: 0, max: maximum }).map((each) => String(each).padStart(2, '0'));
    fc.assert(
      fc.property(forms, two(23), two(59), (form, hour, minute) => {
        expect(suggestTime(form(hour, minute))).toBe(`${hour}:${minute}`);
      }),
    );
  });
});
