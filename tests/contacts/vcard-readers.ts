import ICAL from 'ical.js';
import { parse } from 'vcard4';
import type { MarkedText, VcardFacts } from './vcard-facts.ts';

/*
 * Two readers of vCards that are independent of the writer: ical.js, which Thunderbird's address book uses, and vcard4, which
 * refuses what the RFCs do not allow.
 */

/** A content line as parsed by a reader, in a shape that both can give. */
interface Line {
  readonly name: string;
  readonly group: string | null;
  readonly parameters: Readonly<Record<string, string>>;
  /** One value, or the components of a structured value. */
  readonly value: readonly string[];
}

/** Reads a vCard with ical.js. */
export function readWithIcal(text: string): VcardFacts {
  const component = new ICAL.Component(ICAL.parse(text) as [string, unknown[], unknown[]]);
  return factsOf(
    component.getAllProperties().map((property): Line => {
      const { group = null, ...parameters } = property.jCal[1] as Record<string, string>;
      const value = [property.jCal.slice(3)].flat(2).map(String);
      return { name: property.name, group, parameters, value };
    }),
  );
}

/**
 * Reads a vCard with vcard4. It splits the label of an address at commas even in quotes, so the parts are joined again.
 * @throws Error for a line, a parameter or a number of lines that the RFCs do not allow
 */
export function readWithVcard4(text: string): VcardFacts {
  const parsed = parse(text);
  if (Array.isArray(parsed)) throw new Error('More than one vCard.');
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

function factsOf(lines: readonly Line[]): VcardFacts {
  const all = (name: string) => lines.filter((line) => line.name === name);
  const wholeOf = (line: Line | undefined) => line?.value.join('\u0000') ?? null;
  const one = (name: string) => wholeOf(all(name)[0]);
  const required = (name: string) => {
    const value = one(name);
    if (value === null) throw new Error(`The vCard has no ${name}.`);
    return value;
  };
  const marked = (line: Line | undefined): MarkedText => ({
    text: wholeOf(line) ?? '',
    language: line?.parameters['language'] ?? null,
  });
  const byPreference = (name: string) =>
    all(name).sort((a, b) => Number(a.parameters['pref']) - Number(b.parameters['pref']));
  const related = (type: string | undefined) =>
    wholeOf(all('related').find(({ parameters }) => parameters['type'] === type));
  const [address] = all('adr');
  return {
    uid: required('uid'),
    source: required('source'),
    revised: required('rev')
      .replaceAll('-', '')
      .replace(/^(\d{4})(\d\d)(\d\d)T.*$/, '$1-$2-$3'),
    kind: one('kind'),
    name: marked(all('fn')[0]),
    sortName: all('n')[0]?.value ?? [],
    isShownAsOrganisation: one('x-abshowas') === 'COMPANY',
    organisation: all('org')[0]?.value ?? [],
    nicknames: all('nickname').map(marked),
    phones: byPreference('tel').map((line) => ({
      // As it is dialled from anywhere, in groups.
      number: (wholeOf(line) ?? '').replaceAll(/[ -]/g, ''),
      label: line.group === null ? null : wholeOf(all('x-ablabel').find(({ group }) => group === line.group)),
    })),
    email: one('email'),
    form: one('contact-uri'),
    address: address?.value ?? null,
    letter: address?.parameters['label'] ?? one('label'),
    web: all('url').map((line) => wholeOf(line) ?? ''),
    languages: byPreference('lang').map((line) => wholeOf(line) ?? ''),
    directory: one('org-directory'),
    parent: related(undefined),
    person: related('contact'),
    note: marked(all('note')[0]),
  };
}
