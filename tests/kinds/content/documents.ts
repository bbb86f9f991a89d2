import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { languages } from '#lib/languages/languages.ts';
import type { ProjectCopy } from '../../build/project-copy.ts';
import { frontMatter } from './front-matter.ts';

/* Publications of several years with their documents, and a page with a document of each other type. Nothing in it is true. */

const fixtures = path.resolve(import.meta.dirname, '../../fixtures/documents');

/** A publication of the fixtures. */
export interface FixturePublication {
  readonly key: string;
  readonly year: number;
  /** The day on the cover, YYYY-MM-DD. */
  readonly published: string;
  /** The documents beside its page: name, and file of the fixtures. */
  readonly files: Readonly<Record<string, string>>;
  /** The document that each language offers. */
  readonly offered: Readonly<Record<string, string>>;
}

/** Reports of three years, the newest first: in both languages; with a second edition in one; in one language only. */
export const publications: readonly FixturePublication[] = [
  {
    key: 'publications/report-2025',
    year: 2025,
    published: '2026-05-12',
    files: { 'report-2025-nl.pdf': 'annual-2025-nl.pdf', 'report-2025-fr.pdf': 'annual-2025-fr.pdf' },
    offered: { nl: 'report-2025-nl.pdf', fr: 'report-2025-fr.pdf' },
  },
  {
    key: 'publications/report-2024',
    year: 2024,
    published: '2025-04-30',
    files: {
      'report-2024-nl.pdf': 'report-nl.pdf',
      'report-2024-2026-03-12-nl.pdf': 'annual-2024-nl.pdf',
      'report-2024-fr.pdf': 'annual-2024-fr.pdf',
      'figures-2024-nl.xlsx': 'figures.xlsx',
    },
    offered: { nl: 'report-2024-2026-03-12-nl.pdf', fr: 'report-2024-fr.pdf' },
  },
  {
    key: 'publications/report-2023',
    year: 2023,
    published: '2024-06-03',
    files: { 'report-2023-nl.pdf': 'annual-2023-nl.pdf' },
    offered: { nl: 'report-2023-nl.pdf', fr: 'report-2023-nl.pdf' },
  },
];

/** The first edition of a document that has a second one: no page offers it, and its address answers for ever. */
export const firstEdition = 'report-2024-nl.pdf';

/** The page with the list of publications. */
export const publicationList = 'publications';

/** The page with a document of each other type. */
export const downloads = 'downloads';

/** The documents of `downloads`: name, file of the fixtures, and the title of a file without one. */
const downloadFiles: readonly (readonly [name: string, file: string, title?: Readonly<Record<string, string>>])[] = [
  ['figures.csv', 'figures.csv', { nl: 'Aantallen per jaar', fr: 'Nombres par année' }],
  ['figures.ods', 'figures.ods'],
  ['figures-nl.xlsx', 'figures.xlsx'],
  ['text-nl.docx', 'text.docx'],
  ['untagged-nl.pdf', 'untagged.pdf'],
];

/** The names of all documents of the fixtures. */
export const documentNames: readonly string[] = [
  ...publications.flatMap(({ files }) => Object.keys(files)),
  ...downloadFiles.map(([name]) => name),
].sort();

/** The file of the fixtures that a document is a copy of. */
export function sourceOf(name: string): Buffer {
  const [, file = ''] =
    [...publications.flatMap(({ files }) => Object.entries(files)), ...downloadFiles].find(([own]) => own === name) ??
    [];
  return readFileSync(path.join(fixtures, file));
}

interface Words {
  readonly list: readonly [slug: string, title: string, summary: string];
  readonly report: readonly [slug: string, title: string, summary: string, body: string];
  readonly downloads: readonly [slug: string, title: string, summary: string];
}

const words: Readonly<Record<string, Words>> = {
  nl: {
    list: ['publicaties', 'Publicaties', 'De jaarverslagen van de Kanselarij, met het laatste verslag bovenaan.'],
    report: [
      'jaarverslag',
      'Jaarverslag',
      'Wat de Kanselarij dat jaar deed, voor wie, met welke mensen en met welke middelen.',
      '## In het kort\n\nDit is een samenvatting van het verslag. Lees ook [wie wat doet](page:services).\n\n## Het verslag',
    ],
    downloads: ['bestanden', 'Bestanden', 'De cijfers en de teksten van de Kanselarij als bestand om te bewaren.'],
  },
  fr: {
    list: ['publications', 'Publications', 'Les rapports annuels de la Chancellerie, le plus récent en premier lieu.'],
    report: [
      'rapport-annuel',
      'Rapport annuel',
      'Ce que la Chancellerie a fait cette année-là, pour qui, avec quelles personnes et quels moyens.',
      '## En bref\n\nVoici un résumé du rapport. Lisez aussi [qui fait quoi](page:services).\n\n## Le rapport',
    ],
    downloads: ['fichiers', 'Fichiers', 'Les chiffres et les textes de la Chancellerie, en fichiers à conserver.'],
  },
};

/** Adds the list of publications, the publications and the downloads, in every language. */
export function addDocuments(copy: ProjectCopy): void {
  for (const { code } of languages) {
    const { list, report, downloads: files } = wordsIn(code);
    const common = { updated: '2026-11-30', template: 'text' };
    const write = (key: string, fields: Readonly<Record<string, string>>, body: string) =>
      copy.write(`content/pages/${key}/${code}.mdx`, `${frontMatter(fields)}${body}\n`);
    const [slug, title, summary] = list;
    write(publicationList, { title, summary, slug, order: '20', ...common }, '<Publications />');
    for (const { year, key, published, offered } of publications) {
      const fields = {
        title: `${report[1]} ${year}`,
        summary: report[2].replace(/\.$/, ` (${year}).`),
        slug: `${slug}/${report[0]}-${year}`,
        ...common,
        template: 'publication',
        year: String(year),
        published,
      };
      const figures = key.endsWith('2024') ? '\n\n<Document file="figures-2024-nl.xlsx" />' : '';
      write(key, fields, `${report[3]}\n\n<Document file="${offered[code]}" />${figures}`);
    }
    const parts = downloadFiles.map(
      ([name, , titles]) => `<Document file="${name}"${titles ? ` title="${titles[code]}"` : ''} />`,
    );
    write(
      downloads,
      { title: files[1], summary: files[2], slug: files[0], order: '21', ...common },
      parts.join('\n\n'),
    );
  }
  for (const { key, files } of publications) {
    for (const name of Object.keys(files)) copy.write(`content/pages/${key}/${name}`, sourceOf(name));
  }
  for (const [name] of downloadFiles) copy.write(`content/pages/${downloads}/${name}`, sourceOf(name));
  // The register has what was published: the first edition is in it, and so its address stays.
  const register = 'content/documents.yaml';
  copy.write(
    register,
    `${copy.read(register)}${firstEdition}: ${hash('sha256', sourceOf(firstEdition)).slice(0, 16)}\n`,
  );
}

function wordsIn(code: string): Words {
  const found = words[code];
  if (!found) throw new Error(`The fixtures have no words in "${code}".`);
  return found;
}
