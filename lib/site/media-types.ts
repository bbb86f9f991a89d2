/** Media types of everything that the site publishes, by extension. A build refuses a file with any other extension. */
export const mediaTypes = {
  // RFC 4287, 7
  atom: 'application/atom+xml; charset=utf-8',
  // https://aomediacodec.github.io/av1-avif/
  avif: 'image/avif',
  css: 'text/css; charset=utf-8',
  // RFC 4180, 3
  csv: 'text/csv; header=present; charset=utf-8',
  // ISO/IEC 29500-1
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  ico: 'image/vnd.microsoft.icon',
  // RFC 9239, 6
  js: 'text/javascript; charset=utf-8',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json; charset=utf-8',
  // https://www.w3.org/TR/json-ld11/, C
  jsonld: 'application/ld+json; charset=utf-8',
  // RFC 7763
  md: 'text/markdown; charset=utf-8',
  // ISO/IEC 26300-3
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  opensearch: 'application/opensearchdescription+xml; charset=utf-8',
  // RFC 8118
  pdf: 'application/pdf',
  png: 'image/png',
  speculationrules: 'application/speculationrules+json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  // https://www.w3.org/TR/turtle/, 8
  ttl: 'text/turtle; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  // RFC 6350, 10.1
  vcf: 'text/vcard; charset=utf-8',
  // W3C Web Application Manifest, A.1
  webmanifest: 'application/manifest+json; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml; charset=utf-8',
} as const satisfies Readonly<Record<string, string>>;

/** The media type of a file, by its extension; null for an extension that the site does not publish. */
export function mediaTypeOf(file: string): string | null {
  const extension = file.slice(file.lastIndexOf('.') + 1);
  return Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension as keyof typeof mediaTypes] : null;
}

/** Whether a file is text, and so worth compressing. Fonts and pictures are compressed already. */
export function isText(file: string): boolean {
  return mediaTypeOf(file)?.includes('charset') === true;
}
