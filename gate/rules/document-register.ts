import { documentFolder } from '#lib/documents/types.ts';
import type { RedirectRecord } from '#lib/records/redirects.ts';
import { type Finding, rule, startOfFile } from '../finding/finding.ts';
import type { DocumentFile, PageFile } from '../read/files.ts';
import type { YamlResult } from '../read/yaml.ts';
import { checkLines, lineOf, type PathRegister, placeOfLine } from './paths.ts';

/* The register of documents: every name that was ever published, with the hash of its bytes. A new edition is a new file beside the old one. */

export const documentsFile = 'content/documents.yaml';

export const unregisteredDocument = rule({ code: 'C313', severity: 'error', guide: 'documents', waits: true });
export const changedDocument = rule({ code: 'C314', severity: 'error', guide: 'documents', waits: true });
export const lostDocument = rule({ code: 'C315', severity: 'error', guide: 'documents', waits: true });

/** The form of an entry: a name, a colon and a hash. */
export const documentEntry = /^([a-z0-9-]+\.[a-z0-9]+): ([0-9a-f]{16})$/;

/** What the register is compared with. */
interface Published {
  readonly documents: readonly DocumentFile[];
  readonly pageFiles: readonly PageFile[];
  readonly redirects: YamlResult<readonly RedirectRecord[]>;
}

/**
 * C133 to C135 and C313 to C315: every published document is in the register as it is, and every registered one is published.
 * @param faulty files with an error of their own, which come first
 * @param release whether the site is about to go online: only then the register must have its new documents
 */
export function checkDocumentRegister(
  register: PathRegister,
  { documents, pageFiles, redirects }: Published,
  faulty: ReadonlySet<string>,
  release: boolean,
): Finding[] {
  const drafts = new Set(pageFiles.flatMap(({ key, frontMatter }) => (frontMatter.value?.draft ? [key] : [])));
  const published = documents.filter(({ key }) => !drafts.has(key));
  const gone = new Set((redirects.value ?? []).flatMap(({ from, gone }) => (gone ? [from] : [])));
  const names = new Set(published.map(({ name }) => name));
  const lines = checkLines(register, documentsFile);
  if (register.malformed.length > 0) return lines;
  return [
    ...lines,
    ...published.filter(({ file }) => !faulty.has(file)).flatMap((each) => checkEntry(each, register, release)),
    ...register.entries
      .filter(({ path }) => !names.has(path) && !gone.has(documentFolder + path))
      .map(({ path, line }) => lostDocument.at(placeOfLine(line, documentsFile), { name: path })),
  ];
}

/** C313 and C314: one document. */
function checkEntry({ file, name, hash }: DocumentFile, { text, entries }: PathRegister, release: boolean): Finding[] {
  const known = entries.find(({ path }) => path === name);
  if (known?.key === hash) return [];
  if (known) return [changedDocument.at(startOfFile(file), { name, ...partsOfEdition(name) })];
  if (!release) return [];
  const line = lineOf({ path: name, key: hash });
  const start = entries.find((each) => lineOf(each) > line)?.offset ?? text.length;
  const fix = { start, end: start, replacement: line, file: documentsFile };
  return [unregisteredDocument.at(startOfFile(file), { name, entry: line.trimEnd() }, fix)];
}

/** The name of a new edition, before and after its day. */
function partsOfEdition(name: string): { start: string; end: string } {
  const [, start = '', end = ''] = /^(.*?)(?:-\d{4}-\d\d-\d\d)?((?:-[a-z]{2})?\.[a-z]+)$/.exec(name) ?? [];
  return { start: `${start}-`, end };
}
