/** Media types of everything the site publishes, by extension. */
const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  // RFC 4180, 3
  csv: 'text/csv; header=present; charset=utf-8',
  html: 'text/html; charset=utf-8',
  // RFC 9239, 6
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  opensearch: 'application/opensearchdescription+xml; charset=utf-8',
  // Parts of the search index, compressed in themselves (RFC 6713).
  pagefind: 'application/gzip',
  pf_fragment: 'application/gzip',
  pf_index: 'application/gzip',
  pf_meta: 'application/gzip',
  speculationrules: 'application/speculationrules+json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  // RFC 6350, 10.1
  vcf: 'text/vcard; charset=utf-8',
  woff2: 'font/woff2',
  xml: 'application/xml; charset=utf-8',
};

/** The media type of a file; null for an extension that the site does not know. */
export function typeOf(file: string): string | null {
  return types[file.slice(file.lastIndexOf('.') + 1)] ?? null;
}

/** Whether a file is text, and so worth compressing. Fonts are compressed already. */
export function isText(file: string): boolean {
  return typeOf(file)?.includes('charset') === true;
}

/** All extensions with their types, for the configuration of hosts. */
export const knownTypes: readonly (readonly [string, string])[] = Object.entries(types);
