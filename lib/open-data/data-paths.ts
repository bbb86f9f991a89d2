/** The path of the documentation of the open data, with the promise about this version, and the folder of its files. */
export const dataVersion = '/data/v1';

/** The day on which this version was first published. */
export const dataSince = '2026-11-30';

/** The paths of the open data: the directory as JSON, its JSON Schema, the directory as a table, the table for a Belgian Excel. */
export const openData = {
  json: '/data/v1/directory.json',
  schema: '/data/v1/directory.schema.json',
  csv: '/data/v1/directory.csv',
  excel: '/data/v1/directory.excel.csv',
} as const;

/** The forms of linked data, by extension. */
export const linkedForms = ['jsonld', 'ttl'] as const;
export type LinkedForm = (typeof linkedForms)[number];

/** The paths of the linked data: the directory (CPOV) and the catalogue (DCAT-AP), without extension. */
export const linkedData = { directory: '/data/v1/directory', catalogue: '/data/v1/catalogue' } as const;

/** The path of a unit as linked data: `/data/v1/units/ict.ttl`. */
export function unitDataPath(id: string, form: LinkedForm): string {
  return `${dataVersion}/units/${id}.${form}`;
}

/** The path of the feed of what changed in the data: `/data/v1/changes.nl.atom`. */
export function dataChangesPath(language: string): string {
  return `${dataVersion}/changes.${language}.atom`;
}

/** The versions of the vCard standard in which each unit is published. */
export const vcardVersions = ['3.0', '4.0'] as const;
export type VcardVersion = (typeof vcardVersions)[number];

/** The path of the vCard of a unit in a language: `….nl.v3.vcf` in version 3.0, to which pages link, and `….nl.vcf` in version 4.0. */
export function vcardPath(id: string, language: string, version: VcardVersion): string {
  return `/data/contacts/${id}.${language}${version === '3.0' ? '.v3' : ''}.vcf`;
}

/** The folder of the identifiers of units. */
export const identifierPrefix = '/id/';

/** Every address that contains the id of a unit: its identifier, linked data and vCards. */
export function addressesOf(id: string, languages: readonly { readonly code: string }[]): string[] {
  return [
    identifierPrefix + id,
    ...linkedForms.map((form) => unitDataPath(id, form)),
    ...languages.flatMap(({ code }) => vcardVersions.map((version) => vcardPath(id, code, version))),
  ];
}

/** The permanent URI of a unit, the same in all languages and formats. It leads to its page or to its data, as a client asks. */
export function unitUri(origin: string, id: string): string {
  return `${origin}${identifierPrefix}${id}`;
}
