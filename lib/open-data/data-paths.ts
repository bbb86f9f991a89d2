/** The paths of the open data: the directory as JSON, its JSON Schema, the directory as a table. */
export const openData = {
  json: '/data/directory.json',
  schema: '/data/directory.schema.json',
  csv: '/data/directory.csv',
} as const;

/** The path of the vCard of a unit in a language: `/data/contacts/ict.nl.vcf`. */
export function vcardPath(id: string, language: string): string {
  return `/data/contacts/${id}.${language}.vcf`;
}

/** The permanent URI of a unit, the same in all languages and formats: its record in the directory as JSON, at no page. */
export function unitUri(origin: string, id: string): string {
  return `${origin}${openData.json}#${id}`;
}
