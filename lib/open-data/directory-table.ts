import { stringify } from 'csv-stringify/sync';
import { channelValue } from '../contacts/channels.ts';
import { inLanguage, type Translated } from '../languages/languages.ts';
import { type ChannelName, channelNames, channels } from '../records/channels.ts';
import type { Site } from '../site/site.ts';
import { type UnitData, unitsData } from './directory-data.ts';

/** A column of the table, and the cell of a unit in it; undefined for an empty cell. */
interface Column {
  readonly name: string;
  readonly read: (unit: UnitData) => string | undefined;
}

/**
 * The directory as a table: CSV (RFC 4180), one row per unit, one column per language where a field is translated.
 *
 * - Several values in one cell are separated by spaces, several texts by line breaks: neither occurs inside them.
 * - Phone numbers are `tel:` URIs (RFC 3966), because spreadsheets drop the `+` of a number. No other cell starts with a character
 *   that makes it a formula: the schema refuses such texts.
 * - The file starts with a byte-order mark. The RFC does not mention it and readers of UTF-8 skip it; without it, Excel decodes a
 *   file that is opened by a double click in the encoding of the machine.
 * - Exceptions to opening hours, former names, former units above and the words for search are in the JSON only.
 * @param delimiter between cells: a comma (RFC 4180), or the semicolon that Excel expects where the decimal sign is a comma, as in Belgium
 */
export function directoryTable(site: Site, delimiter: ',' | ';' = ','): string {
  const units = unitsData(site);
  const columns = columnsOf(site);
  return stringify(
    [columns.map(({ name }) => name), ...units.map((unit) => columns.map(({ read }) => read(unit) ?? ''))],
    // Everything in quotation marks: the library would leave a cell with a bare line feed without.
    { bom: true, delimiter, record_delimiter: 'windows', quoted: true, quoted_empty: true },
  );
}

type InEach = (name: string, read: (unit: UnitData, code: string) => string | undefined) => Column[];

const textIn = (value: Translated | undefined, code: string) => value && inLanguage(value, code);

function columnsOf({ languages }: Site): Column[] {
  const inEach: InEach = (name, read) =>
    languages.map(({ code }) => ({ name: `${name}_${code}`, read: (unit) => read(unit, code) }));
  return [
    { name: 'id', read: ({ id }) => id },
    { name: 'kind', read: ({ kind }) => kind },
    { name: 'parent', read: ({ parent }) => parent },
    ...inEach('name', ({ name }, code) => textIn(name, code)),
    ...inEach('abbreviation', ({ abbreviation }, code) => textIn(abbreviation, code)),
    ...inEach('brand', ({ brand }, code) => textIn(brand, code)),
    { name: 'brand_language', read: ({ brandLanguage }) => brandLanguage },
    ...inEach('purpose', ({ purpose }, code) => textIn(purpose, code)),
    ...channelNames.flatMap((name) => columnsOfChannel(name, inEach)),
    ...inEach('contact_for', ({ contactFor }, code) => textIn(contactFor, code)),
    ...inEach('availability', ({ availability }, code) => textIn(availability?.words, code)),
    { name: 'opening_hours', read: ({ availability }) => availability?.hours?.map(openingHours).join('\n') },
    { name: 'person', read: ({ person }) => person },
    { name: 'languages', read: (unit) => unit.languages?.join(' ') },
    ...inEach('street', ({ address }, code) => textIn(address?.street, code)),
    { name: 'box', read: ({ address }) => address?.box },
    { name: 'postcode', read: ({ address }) => address?.postcode },
    ...inEach('city', ({ address }, code) => textIn(address?.city, code)),
    ...inEach('country', ({ address }, code) => textIn(address?.country, code)),
    ...inEach('website', ({ website }, code) => textIn(website, code)),
    ...inEach('page', ({ page }, code) => textIn(page, code)),
    ...inEach('vcard', ({ vcard }, code) => textIn(vcard, code)),
    ...inEach('tasks', ({ tasks }, code) => tasks && inLanguage(tasks, code).join('\n')),
    { name: 'confirmed_by', read: ({ confirmedBy }) => confirmedBy },
    { name: 'source', read: ({ source }) => source },
    { name: 'verified', read: ({ verified }) => verified },
    { name: 'from', read: ({ from }) => from },
    { name: 'until', read: ({ until }) => until },
    { name: 'replaced_by', read: ({ replacedBy }) => replacedBy?.join(' ') },
    { name: 'legal_basis', read: ({ legalBasis }) => legalBasis?.join(' ') },
    { name: 'other_sources', read: ({ otherSources }) => otherSources?.map(sourceLine).join('\n') },
    { name: 'former_ids', read: ({ formerIds }) => formerIds?.join(' ') },
  ];
}

/** Numbers and their labels have columns of their own; what differs by language has one column for each. */
function columnsOfChannel(name: ChannelName, inEach: InEach): Column[] {
  const { shape } = channels[name];
  switch (shape) {
    case 'numbers':
      return [
        {
          name,
          read: (unit) =>
            channelValue(unit, name, shape)
              ?.map(({ number }) => `tel:${number}`)
              .join(' '),
        },
        ...inEach(`${name}_label`, (unit, code) =>
          channelValue(unit, name, shape)
            ?.map(({ label }) => textIn(label, code) ?? '')
            .join('\n'),
        ),
      ];
    case 'mailbox':
      return [{ name, read: (unit) => channelValue(unit, name, shape) }];
    case 'page':
    case 'note':
      return inEach(name, (unit, code) => textIn(channelValue(unit, name, shape), code));
  }
}

/** The source of some facts in a line: `phone,email official-page example.be/contact 2026-11-30`. */
function sourceLine({ facts, confirmedBy, source, verified }: NonNullable<UnitData['otherSources']>[number]): string {
  return [facts.join(','), confirmedBy, ...(source === undefined ? [] : [source]), verified].join(' ');
}

type Hours = NonNullable<NonNullable<UnitData['availability']>['hours']>[number];

/** Opening hours as schema.org writes `openingHours`: `Mo,Tu 09:00-12:00`. */
function openingHours({ days, opens, closes }: Hours): string {
  const short = days.map((day) => day.charAt(0).toUpperCase() + day.charAt(1));
  return `${short.join(',')} ${opens}-${closes}`;
}
