import { languages } from '#lib/languages/languages.ts';
import type { Page, SiteDocument } from '#lib/site/site.ts';

const [first, second] = languages;
const nameIn = (code = '', day = '') => `sample-2025${day}-${code}.pdf`;

/** The document of the catalogue in the preview, under several names. No published page has it. */
const sample: SiteDocument = {
  name: nameIn(first?.code),
  file: 'components/document/sample.pdf',
  type: 'pdf',
  title: 'Verslag van een voorbeeld',
  language: first?.tag ?? null,
  pages: 2,
  bytes: 10_695,
  date: '2026-03-12',
};

const other = { ...sample, name: nameIn(second?.code), title: 'Rapport d’un exemple', language: second?.tag ?? null };
const earlier = { ...sample, name: nameIn(first?.code, '-2026-01-31'), date: '2026-01-31' };
const later = { ...sample, name: nameIn(first?.code, '-2026-03-12') };
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
  [sample, other, earlier, later, table].map((each) => [each.name, each]),
);

/** The names of those that the catalogue shows, each in another state. */
export const sampleNames = { both: sample.name, one: later.name, table: table.name } as const;
