import Papa from 'papaparse';
import { weekdays } from '#lib/languages/dates.ts';
import type { Language, Translated } from '#lib/languages/languages.ts';
import type { Contact } from '#lib/site/site.ts';

/** A row of the table, by column name. */
export type Row = Readonly<Record<string, string>>;

/** Reads the table with a parser that is independent of the writer, without its byte-order mark. */
export function readTable(csv: string, delimiter: ',' | ';' = ','): Row[] {
  const { data, errors } = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true, delimiter });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join(' '));
  return data;
}

/** The faults of a table against RFC 4180, 2: quotation marks, line breaks, number of cells per row; and its byte-order mark. */
export function tableFaults(csv: string): string[] {
  const text = csv.replace(/^\ufeff/, '');
  const rows = text.match(/"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*\r\n/g) ?? [];
  const widths = new Set(rows.map((row) => (row.match(/"(?:[^"]|"")*"/g) ?? []).length));
  return [
    ...(csv.startsWith('\ufeff') ? [] : ['has no byte-order mark']),
    ...(rows.join('') === text ? [] : ['has other than quoted cells and lines that end with CRLF']),
    ...(widths.size === 1 ? [] : ['has rows of different widths']),
  ];
}

/** The cells that a spreadsheet would take for formulas (OWASP, CSV injection). */
export function formulas(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => Object.values(row).filter((cell) => /^[=+\-@\t\r]/.test(cell)));
}

/** A row in the shape of a record, with the fields that the table has; an empty cell is an absent field. */
export function recordOf(row: Row, languages: readonly Language[]): Partial<Contact> {
  const cell = (name: string) => row[name] || undefined;
  const inEach = (name: string): Translated | undefined => {
    const values = languages.map(({ code }) => [code, cell(`${name}_${code}`)] as const);
    return values.every(([, value]) => value !== undefined) ? (Object.fromEntries(values) as Translated) : undefined;
  };
  const list = (name: string) => cell(name)?.split(' ');
  const lines = (name: string) =>
    cell(`${name}_${languages[0]?.code}`) &&
    Object.fromEntries(languages.map(({ code }) => [code, cell(`${name}_${code}`)?.split('\n') ?? []]));
  const labels = languages.map(({ code }) => [code, (row[`phone_label_${code}`] ?? '').split('\n')] as const);
  const record = {
    kind: cell('kind'),
    name: inEach('name'),
    abbreviation: inEach('abbreviation'),
    brand: inEach('brand'),
    brandLanguage: cell('brand_language'),
    purpose: inEach('purpose'),
    website: inEach('website'),
    address: cell('postcode') && {
      street: inEach('street'),
      box: cell('box'),
      postcode: cell('postcode'),
      city: inEach('city'),
      country: inEach('country'),
    },
    channels: {
      phone: list('phone')?.map((uri, index) => {
        const label = Object.fromEntries(labels.map(([code, texts]) => [code, texts[index] ?? '']));
        return {
          number: uri.replace(/^tel:/, ''),
          label: Object.values(label).some(Boolean) ? label : undefined,
        };
      }),
      email: cell('email'),
      form: inEach('form'),
      post: inEach('post'),
      visit: inEach('visit'),
    },
    contactFor: inEach('contact_for'),
    availability: { words: inEach('availability'), hours: cell('opening_hours')?.split('\n').map(hoursOf) },
    person: cell('person'),
    languages: list('languages'),
    confirmedBy: cell('confirmed_by'),
    source: cell('source'),
    verified: cell('verified'),
    from: cell('from'),
    until: cell('until'),
    legalBasis: list('legal_basis'),
    otherSources: cell('other_sources')?.split('\n').map(sourceOf),
    formerIds: list('former_ids')?.map((uri) => uri.replace(/.*\//, '')),
    tasks: lines('tasks'),
  };
  return record as Partial<Contact>;
}

function sourceOf(text: string): object {
  const [facts = '', confirmedBy, ...rest] = text.split(' ');
  const [source, verified] = rest.length > 1 ? rest : [undefined, ...rest];
  return { facts: facts.split(','), confirmedBy, source, verified };
}

function hoursOf(text: string): object {
  const [, days = '', opens, closes] = /^([A-Za-z,]+) (\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  const named = days.split(',').map((short) => weekdays.find((day) => day.startsWith(short.toLowerCase())));
  return { days: named, opens, closes };
}

/** A record without what only the JSON has: exceptions, words for search, former names, and the place in the site. */
export function tableRecord(contact: Contact): Partial<Contact> {
  const { id, order, parent, page, synonyms, keywords, availability, channels, formerNames, ...rest } = contact;
  return {
    ...rest,
    channels: channels ?? {},
    availability: { words: availability?.words, hours: availability?.hours },
  };
}
