import { z } from 'zod';
import { inEach, type Translated } from '../languages/languages.ts';
import { contactSchema } from '../records/contact.ts';
import { date, httpsAddress, translated } from '../records/fields.ts';
import { type Contact, homeKey, pathOf, type Site } from '../site/site.ts';
import { openData, unitUri, vcardPath } from './data-paths.ts';

/** The schema of the directory as open data: every record, with URLs instead of keys of pages and units. */
function directorySchema({ languages, origin }: Pick<Site, 'languages' | 'origin'>) {
  const url = translated(languages, httpsAddress);
  const { order, parent, page, replacedBy, partOf, formerIds, ...fields } = contactSchema(languages).shape;
  const unit = z.strictObject({
    id: httpsAddress.describe('URI of the unit, the same in all languages and for good.'),
    parent: httpsAddress.optional().describe(`URI: ${parent.description}`),
    ...fields,
    replacedBy: z.array(httpsAddress).optional().describe(`URIs: ${replacedBy.description}`),
    partOf: z
      .array(partOf.unwrap().element.extend({ unit: httpsAddress.describe('URI of the unit above.') }))
      .optional()
      .describe('Every unit above, with its days, for a unit that moved; `parent` is that of the day of the file.'),
    formerIds: z.array(httpsAddress).optional().describe('Earlier URIs of the unit, which lead on to the present one.'),
    page: url.optional().describe('The page about the unit.'),
    vcard: url.describe('The unit’s vCard 4.0, for address books.'),
  });
  return z.strictObject({
    $schema: z.literal(origin + openData.schema).describe('The JSON Schema of this file.'),
    publisher: httpsAddress.describe('URI of the organisation that publishes this file; it is one of the units.'),
    mistakes: url.describe('Page by which to report a mistake in these data.'),
    verified: date.describe('Day on which a record was last compared with its source.'),
    reuse: translated(languages, z.string()).describe('Conditions for reuse, in words.'),
    units: z
      .array(unit)
      .describe('All units, in the order of the directory; then those that have ended or begin later.'),
  });
}
export type DirectoryData = z.infer<ReturnType<typeof directorySchema>>;
export type UnitData = DirectoryData['units'][number];

/** The directory as open data, with the conditions for reuse in words. */
export function directoryData(site: Site, reuse: Translated): DirectoryData {
  return {
    $schema: site.origin + openData.schema,
    publisher: unitUri(site.origin, site.organisation.id),
    mistakes: inEach(site.languages, (code) => site.origin + pathOf(site, site.organisation.page ?? homeKey, code)),
    verified:
      unitsOfData(site)
        .map(({ verified }) => verified)
        .sort()
        .at(-1) ?? '',
    reuse,
    units: unitsData(site),
  };
}

/** The units of the open data, in the order of the directory. */
export function unitsData(site: Site): UnitData[] {
  return unitsOfData(site).map((contact) => unitData(site, contact));
}

/** The units of the open data: those of the directory, then those that have ended or begin later. */
export function unitsOfData(site: Site): readonly Contact[] {
  return [...site.contacts, ...site.absent.filter(({ kind }) => kind !== 'authority')];
}

function unitData(
  site: Site,
  { id, order, parent, page, replacedBy, partOf, formerIds, ...fields }: Contact,
): UnitData {
  const urls = (pathIn: (code: string) => string) => inEach(site.languages, (code) => site.origin + pathIn(code));
  return {
    id: unitUri(site.origin, id),
    ...(parent === undefined ? {} : { parent: unitUri(site.origin, parent) }),
    ...fields,
    ...(replacedBy && { replacedBy: replacedBy.map((each) => unitUri(site.origin, each)) }),
    ...(partOf && { partOf: partOf.map((each) => ({ ...each, unit: unitUri(site.origin, each.unit) })) }),
    ...(formerIds && { formerIds: formerIds.map((each) => unitUri(site.origin, each)) }),
    ...(page === undefined ? {} : { page: urls((code) => pathOf(site, page, code)) }),
    vcard: urls((code) => vcardPath(id, code, '4.0')),
  };
}

/** The JSON Schema of the open data (draft 2020-12), made from the schema that the gate checks records with. */
export function directoryJsonSchema(site: Pick<Site, 'languages' | 'origin'>): object {
  const { $schema, ...schema } = z.toJSONSchema(directorySchema(site), { target: 'draft-2020-12' });
  return {
    $schema,
    $id: site.origin + openData.schema,
    title: 'Directory',
    description: 'All units that the website tells how to reach. A field without a value is absent.',
    ...schema,
  };
}
