/** The paths of the open data: the directory as JSON, its JSON Schema, the directory as a table, the table for a Belgian Excel. */
export const openData = {
  json: '/data/directory.json',
  schema: '/data/directory.schema.json',
  csv: '/data/directory.csv',
  excel: '/data/directory.excel.csv',
} as const;

/** The versions of the vCard standard in which each unit is published. */
export const vcardVersions = ['3.0', '4.0'] as const;
export type VcardVersion = (typeof vcardVersions)[number];

/**
 * The path of the vCard of a unit in a language: `/data/contacts/ict.nl.v3.vcf` in version 3.0, which pages link to because every
 * address book reads it, and `/data/contacts/ict.nl.vcf` in version 4.0.
 */
export function vcardPath(id: string, language: string, version: VcardVersion): string {
  return `/data/contacts/${id}.${language}${version === '3.0' ? '.v3' : ''}.vcf`;
}

/** The permanent URI of a unit, the same in all languages and formats: it points at the record in the directory as JSON, not at a page. */
export function unitUri(origin: string, id: string): string {
  return `${origin}${openData.json}#${id}`;
}
