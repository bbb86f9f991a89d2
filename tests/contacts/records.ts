import path from 'node:path';
import fc from 'fast-check';
import { loadSite } from '#gate/load.ts';
import { weekdays } from '#lib/languages/dates.ts';
import { type Language, languages } from '#lib/languages/languages.ts';
import { type ContactRecord, contactKinds, contactSchema } from '#lib/records/contact.ts';
import { confirmations, factNames } from '#lib/records/sources.ts';
import type { Contact, Site } from '#lib/site/site.ts';

/*
 * Random valid records, full of characters that formats treat specially.
 */

/** The languages of the site, and one more. */
export const peers: readonly Language[] = [
  ...languages,
  {
    code: 'de',
    tag: 'de-BE',
    name: 'Deutsch',
    frenchSpacing: false,
    quotes: ['„', '“'],
    firstOfMonth: '1',
    letterBox: 'Bfk.',
    commonWords: 'deu',
    hardestPage: 55,
  },
];

/** Characters that are special in vCard, CSV, spreadsheets, JSON or HTML, and characters of one to many bytes. */
const trouble = [
  ...',;:\\"\'^=+-@|&<>/%#?![]{}()`$*~ ',
  '\\n',
  '\\,',
  '^n',
  '</script>',
  '<!--',
  ']]>',
  '=1+1',
  ...'éèàçëïôœßÄ’«»–…',
  '\u00a0',
  '\u202f',
  '\u2028',
  '\u2029',
  'e\u0301',
  'ﷺ',
  '漢字',
  '😀',
  '👩🏽‍💻',
  '🇧🇪',
];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...trouble) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.lorem({ maxCount: 4 }) },
);

const schema = contactSchema(peers);
const day = fc
  .date({ min: new Date('1995-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const url = fc.webUrl({ validSchemes: ['https'], withQueryParameters: true, withFragments: true });
const email = fc.emailAddress().filter((each) => schema.shape.channels.safeParse({ email: each }).success);
const number = fc.constantFrom(
  '+3225010411',
  '+3281123456',
  '+32470123456',
  '+33142752000',
  '+49301840',
  '112',
  '1733',
  '116000',
);
const hours = fc
  .tuple(
    fc.subarray([...weekdays], { minLength: 1 }),
    fc.constantFrom(['08:30', '12:00'], ['09:00', '17:30'], ['20:00', '24:00'], ['20:00', '02:00']),
  )
  .map(([days, [opens = '', closes = '']]) => [{ days, opens, closes }]);

function translated<T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  return fc.record(Object.fromEntries(peers.map(({ code }) => [code, value])));
}

function addDays(from: string, days: number): string {
  return new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Makes a line that the schema accepts, between two lengths in code points: trimmed, one line, not a formula. */
type AnyLine = (minimum: number, maximum: number) => fc.Arbitrary<string>;
/** Makes a line for each language. */
type AnyText = (minimum: number, maximum: number) => fc.Arbitrary<Record<string, string>>;

/** @param without characters that no line contains */
function anyLine(without: RegExp): AnyLine {
  return (minimum, maximum) =>
    fc.array(piece, { minLength: 1, maxLength: Math.ceil(maximum / 4) }).map((pieces) => {
      const whole = pieces
        .join('')
        .replace(/\p{Cc}/gu, '')
        .replace(without, '')
        .replace(/^[\s=+\-@]+/, '')
        .trimEnd();
      const characters = [...[...whole].slice(0, maximum).join('').trimEnd()];
      return [...characters, ...Array<string>(Math.max(0, minimum - characters.length)).fill('_')].join('');
    });
}

function anyChannels(text: AnyText) {
  const phone = fc.oneof(
    fc.record({ number }).map((each) => [each]),
    fc.array(fc.record({ number, label: text(3, 60) }), { minLength: 1, maxLength: 4 }),
  );
  const channels = { phone, email, form: translated(url), post: text(10, 160), visit: text(10, 160) };
  return fc.record(channels, { requiredKeys: [] });
}

function anyAvailability(text: AnyText) {
  const exception = fc
    .record({
      from: day,
      length: fc.option(fc.nat(20), { nil: null }),
      isOpen: fc.boolean(),
      reason: text(3, 80),
    })
    .map(({ from, length, isOpen, reason }) => ({
      from,
      ...(length === null ? {} : { until: addDays(from, length) }),
      ...(isOpen ? { opens: '10:00', closes: '11:00' } : {}),
      reason,
    }));
  const exceptions = fc
    .array(exception, { minLength: 1, maxLength: 3 })
    .filter((each) => schema.shape.availability.safeParse({ exceptions: each }).success);
  return fc.record({ words: text(10, 220), hours, exceptions }, { requiredKeys: [] });
}

/** The name of a country in each language. */
function nameOfCountry(country: string): Record<string, string> {
  return Object.fromEntries(
    peers.map(({ code, tag }) => [code, new Intl.DisplayNames(tag, { type: 'region' }).of(country) ?? country]),
  );
}

function anyAddress(text: AnyText) {
  const address = {
    street: text(3, 60),
    box: fc.stringMatching(/^[A-Za-z0-9]{1,4}([./-][A-Za-z0-9]{1,4})?$/),
    postcode: fc.stringMatching(/^[1-9][0-9]{3}$/),
    city: text(2, 40),
    country: fc.constantFrom('BE', 'LU', 'FR', 'US').map(nameOfCountry),
  };
  return fc.record(address, { requiredKeys: ['street', 'postcode', 'city', 'country'] });
}

/** Sources of some facts of a record; undefined for a record whose facts have one source. */
function anyOtherSources(record: object) {
  const known = Object.keys({ ...record, ...(record as { readonly channels?: object }).channels });
  const facts = fc.subarray(
    factNames.filter((fact) => known.includes(fact)),
    { minLength: 1 },
  );
  const source = fc.record({
    facts,
    confirmedBy: fc.constantFrom(...confirmations),
    source: fc.constant('example.be/facts'),
    verified: day,
  });
  return fc.option(fc.tuple(source), { nil: undefined });
}

/**
 * Any record that passes the gate by itself: without parent and page.
 * @param without characters that no text of the record contains
 */
export function anyRecord(without = /\p{Cc}/gu): fc.Arbitrary<ContactRecord> {
  const line = anyLine(without);
  const text: AnyText = (minimum, maximum) => translated(line(minimum, maximum));
  const trimmed = (each: string) => each.trim();
  const words = (minimum: number) =>
    translated(fc.uniqueArray(line(minimum, 60), { minLength: 1, maxLength: 4, selector: trimmed }));
  // The same number in each language.
  const tasks = fc
    .integer({ min: 1, max: 4 })
    .chain((length) =>
      translated(fc.uniqueArray(line(3, 60), { minLength: length, maxLength: length, selector: trimmed })),
    );
  return fc
    .record(
      {
        kind: fc.constantFrom(...contactKinds),
        order: fc.integer({ min: 1, max: 999 }),
        name: text(2, 80),
        abbreviation: text(1, 12),
        brand: text(2, 40),
        brandLanguage: fc.constantFrom('en', 'it'),
        purpose: text(20, 220),
        website: translated(url),
        address: anyAddress(text),
        channels: anyChannels(text),
        contactFor: text(10, 160),
        availability: anyAvailability(text),
        person: line(3, 60),
        languages: fc.subarray(['nl', 'fr', 'de', 'en', 'vgt'], { minLength: 1 }),
        confirmedBy: fc.constantFrom(...confirmations),
        source: fc.constantFrom('example.be', 'www.example.be/nl/page'),
        verified: day,
        from: day,
        until: day,
        formerNames: fc.array(fc.record({ name: text(2, 80), until: day }), { minLength: 1, maxLength: 2 }),
        legalBasis: fc.constantFrom(
          ['2001021275'],
          ['https://www.ejustice.just.fgov.be/eli/besluit/2001/05/15/2001021275/staatsblad', '2001001189'],
        ),
        formerIds: fc.constantFrom(['finance'], ['finance', 'old-unit']),
        tasks,
        synonyms: words(2),
        keywords: words(2),
      },
      { requiredKeys: ['kind', 'order', 'name', 'purpose', 'confirmedBy', 'source', 'verified'] },
    )
    .chain((record) => fc.tuple(fc.constant(record), anyOtherSources(record)))
    .map(([record, otherSources]) => schema.parse({ ...record, ...(otherSources && { otherSources }) }));
}

const fixture = path.resolve(import.meta.dirname, '../fixtures/languages');
const { site: fixtureSite } = loadSite({ root: fixture, languages: peers, drafts: false });

/** A site in three languages with a unit that has this record. */
export function siteWith(
  record: ContactRecord,
  { isPart, hasPage, hasDirectory }: Readonly<Record<'isPart' | 'hasPage' | 'hasDirectory', boolean>>,
): { readonly site: Site; readonly contact: Contact } {
  if (!fixtureSite) throw new Error('The content of the fixture has findings.');
  const contact: Contact = {
    ...record,
    id: 'random-unit',
    ...(isPart ? { parent: fixtureSite.organisation.id } : {}),
    ...(hasPage ? { page: 'services/ict' } : {}),
  };
  const contacts = [contact, ...fixtureSite.contacts];
  return { site: { ...fixtureSite, contacts, directory: hasDirectory ? 'services' : null }, contact };
}

/** The place of a random unit in the site. */
export const anyPlace = fc.record({
  isPart: fc.boolean(),
  hasPage: fc.boolean(),
  hasDirectory: fc.boolean(),
});
