import type { Page, SiteDocument } from '#lib/site/site.ts';

/** The document of the catalogue in the preview, under several names. No published page has it. */
const sample: SiteDocument = {
  name: 'sample-2025-nl.pdf',
  file: 'components/document/sample.pdf',
  type: 'pdf',
  title: 'Verslag van een voorbeeld',
  language: 'nl-BE',
  pages: 2,
  bytes: 10_695,
  date: '2026-03-12',
};

const french = { ...sample, name: 'sample-2025-fr.pdf', title: 'Rapport d’un exemple', language: 'fr-BE' };
const earlier = { ...sample, name: 'sample-2025-2026-01-31-nl.pdf', date: '2026-01-31' };
const later = { ...sample, name: 'sample-2025-2026-03-12-nl.pdf' };
const table: SiteDocument = {
  ...sample,
  name: 'sample.csv',
  type: 'csv',
  title: null,
  language: null,
  pages: null,
  date: null,
};

/** The documents of the catalogue, by name: in two languages, in one with an earlier edition, and a table. */
export const sampleDocuments: Page['documents'] = Object.fromEntries(
  [sample, french, earlier, later, table].map((each) => [each.name, each]),
);

/** The names of those that the catalogue shows, each in another state. */
export const sampleNames = {
  both: sample.name,
  one: later.name,
  table: table.name,
} as const;
