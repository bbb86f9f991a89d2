import ICAL from 'ical.js';
import { parse } from 'vcard4';
import type { CardFacts, Said } from './card-facts.ts';

/*
 * Two readers of vCards that know nothing of our writer: ical.js, which reads them in Thunderbird's address book, and
 * vcard4, which refuses what the RFCs do not allow.
 */

/** A line of a card as a reader understood it, in the shape that both can give. */
interface Line {
  readonly name: string;
  readonly group: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  /** One value, or the parts of a value with components. */
  readonly value: readonly string[];
}

/** What ical.js understands of a card. */
export function readWithIcal(card: string): CardFacts {
  const component = new ICAL.Component(ICAL.parse(card) as [string, unknown[], unknown[]]);
  return factsOf(
    component.getAllProperties().map((property): Line => {
      const { group = null, ...parameters } = property.jCal[1] as Record<string, string>;
      const value = [property.jCal.slice(3)].flat(2).map(String);
      return { name: property.name, group, parameters, value };
    }),
  );
}

/**
 * What vcard4 understands of a card. It splits a label of an address at commas although it is quoted; the parts are joined
 * again, and its quotation marks are not looked at.
 * @throws Error for a line, a parameter or a number of lines that the RFCs do not allow
 */
export function readWithVcard4(card: string): CardFacts {
  const parsed = parse(card);
  if (Array.isArray(parsed)) throw new Error('More than one card.');
  const lowered = (parameters: object) =>
    Object.fromEntries(Object.entries(parameters).map(([key, value]) => [key.toLowerCase(), String(value)]));
  return factsOf(
    parsed.parsedVcard.map((line): Line => {
      const { group, property, parameters, value } = line as {
        group: string | null;
        property: string;
        parameters: object;
        value: string | string[] | Record<string, string>;
      };
      return {
        name: property.toLowerCase(),
        group,
        parameters: lowered(parameters),
        value: typeof value === 'string' ? [value] : Object.values(value),
      };
    }),
  );
}

function factsOf(lines: readonly Line[]): CardFacts {
  const all = (name: string) => lines.filter((line) => line.name === name);
  const wholeOf = (line: Line | undefined) => line?.value.join('\u0000') ?? null;
  const one = (name: string) => wholeOf(all(name)[0]);
  const need = (name: string) => {
    const value = one(name);
    if (value === null) throw new Error(`The card has no ${name}.`);
    return value;
  };
  const said = (line: Line | undefined): Said => ({
    text: wholeOf(line) ?? '',
    language: line?.parameters['language'] ?? null,
  });
  const byPreference = (name: string) =>
    all(name).sort((a, b) => Number(a.parameters['pref']) - Number(b.parameters['pref']));
  const related = (type: string | undefined) =>
    wholeOf(all('related').find(({ parameters }) => parameters['type'] === type));
  const [address] = all('adr');
  return {
    uid: need('uid'),
    source: need('source'),
    revised: need('rev')
      .replaceAll('-', '')
      .replace(/^(\d{4})(\d\d)(\d\d)T.*$/, '$1-$2-$3'),
    kind: need('kind'),
    name: said(all('fn')[0]),
    organisation: all('org')[0]?.value ?? [],
    nicknames: all('nickname').map(said),
    phones: byPreference('tel').map((line) => ({
      number: (wholeOf(line) ?? '').replace(/^tel:/, ''),
      label: line.group === null ? null : wholeOf(all('x-ablabel').find(({ group }) => group === line.group)),
    })),
    email: one('email'),
    form: one('contact-uri'),
    address: address?.value ?? null,
    letter: address?.parameters['label'] ?? null,
    web: all('url').map((line) => wholeOf(line) ?? ''),
    languages: byPreference('lang').map((line) => wholeOf(line) ?? ''),
    directory: one('org-directory'),
    parent: related(undefined),
    person: related('contact'),
    note: said(all('note')[0]),
  };
}
