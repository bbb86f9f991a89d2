/*
 * Where the faces of the contacts that machines read are published. A URI of a unit outlives the site's pages: it depends
 * neither on their addresses nor on a language.
 */

/** Addresses of the open data: the directory as JSON, its JSON Schema, the directory as a table. */
export const openData = {
  json: '/data/directory.json',
  schema: '/data/directory.schema.json',
  csv: '/data/directory.csv',
} as const;

/** Address of the vCard of a unit in a language: `/data/contacts/ict.nl.vcf`. */
export function vcardPath(id: string, language: string): string {
  return `/data/contacts/${id}.${language}.vcf`;
}

/**
 * The URI by which every face names a unit, the same in all languages; it leads to the directory as JSON, where the record
 * with this URI as its `id` stands.
 */
export function unitUri(origin: string, id: string): string {
  return `${origin}${openData.json}#${id}`;
}
