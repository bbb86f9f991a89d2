import { latestEdition, nameOfWork, readDocumentName } from '#lib/documents/documents.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { DocumentFacts } from '../documents/facts.ts';
import { type Finding, rule, startOfFile, suggestionFor } from '../finding/finding.ts';
import type { BodyDocument } from '../read/body.ts';
import type { DocumentFile, PageFile } from '../read/files.ts';
import { megabytes, plainName } from './file-names.ts';
import type { PathRegister } from './paths.ts';

/*
 * Documents beside a page, and the `<Document>` that offers each.
 */

/** A type that is not published, or a name with the extension of another type. */
export const wrongDocumentType = rule({ code: 'C300', severity: 'error', guide: 'documents' });
/** A document that is damaged, protected, in another encoding than UTF-8, or a bomb. */
export const unusableDocument = rule({ code: 'C301', severity: 'error', guide: 'documents' });
export const oversizedDocument = rule({ code: 'C302', severity: 'error', guide: 'documents' });
export const unusedDocument = rule({ code: 'C303', severity: 'error', guide: 'documents' });
/** A name that cannot be an address, or is the name of another document. */
export const misnamedDocument = rule({ code: 'C304', severity: 'error', guide: 'documents' });
export const missingDocument = rule({ code: 'C305', severity: 'error', guide: 'documents' });
/** A document with a program, with another file in it, or that loads something from elsewhere. */
export const activeDocument = rule({ code: 'C306', severity: 'error', guide: 'documents' });
/** A PDF of pictures of text (WCAG 2.2, failure F3 of 1.1.1; PDF7). */
export const scannedDocument = rule({ code: 'C307', severity: 'error', guide: 'documents' });
/** A PDF without tags (WCAG 2.2, 1.3.1; PDF/UA-1, 7.1). */
export const untaggedDocument = rule({ code: 'C308', severity: 'warning', guide: 'documents' });
/** A PDF without a title, or with the name of a file for one (WCAG 2.2, 2.4.2; PDF18). */
export const untitledDocument = rule({ code: 'C309', severity: 'error', guide: 'documents' });
/** A text without a language, or with another one than its name says (WCAG 2.2, 3.1.1; PDF16). */
export const documentLanguage = rule({ code: 'C310', severity: 'error', guide: 'documents' });
/** A title on the page for a file that has one, or no title at all. */
export const documentTitle = rule({ code: 'C311', severity: 'error', guide: 'documents' });
/** A document in another language than the page, although it exists in the language of the page. */
export const otherTwin = rule({ code: 'C312', severity: 'error', guide: 'documents' });

/** The largest file in bytes: a minute on a slow line. Every copy of the project keeps it for ever. */
export const maximumDocumentBytes = 20 * 1024 * 1024;

/** Titles that programs make up. */
const madeUpTitle =
  /^(?:microsoft (?:word|excel|powerpoint) - .*|(?:untitled|naamloos|sans titre|document|presentation\w*)[ -]?\d*|\S+\.(?:docx?|indd|od[pst]|pdf|pptx?|rtf|xlsx?))$/i;

/** What documents are compared with. */
interface Surroundings {
  readonly pageFiles: readonly PageFile[];
  readonly languages: readonly Language[];
  /** The documents that are published already. */
  readonly documentRegister: PathRegister;
}

/** Checks the documents of all pages: each file, and the Documents that name it. */
export function checkDocuments(documents: readonly DocumentFile[], surroundings: Surroundings): Finding[] {
  const { pageFiles, languages } = surroundings;
  const firstWith = new Map(documents.toReversed().map((each) => [each.name, each]));
  const besides = Map.groupBy(documents, ({ key }) => key);
  return [
    ...documents.flatMap((document) => {
      const other = firstWith.get(document.name);
      if (!other || other === document) return checkFile(document, surroundings);
      return [misnamedDocument.at(startOfFile(document.file), { suggestion: 'none', other: other.file })];
    }),
    ...pageFiles.flatMap((page) => checkUses(page, besides.get(page.key) ?? [], languages)),
  ];
}

/** C300 to C304 and C306: a file by itself. */
function checkFile(document: DocumentFile, surroundings: Surroundings): Finding[] {
  const { file, name, bytes, facts } = document;
  const place = startOfFile(file);
  const parts = readDocumentName(name);
  if (!parts) return [misnamedDocument.at(place, { suggestion: plainName(name, 'document'), other: 'none' })];
  if (bytes > maximumDocumentBytes) {
    return [oversizedDocument.at(place, { size: megabytes(bytes), limit: megabytes(maximumDocumentBytes) })];
  }
  switch (facts.kind) {
    case 'type':
      return [wrongDocumentType.at(place, { type: facts.type, suggestion: 'none' })];
    case 'active':
      return [activeDocument.at(place, { what: facts.what, extension: parts.extension })];
    case 'document':
      break;
    default:
      return [unusableDocument.at(place, { kind: facts.kind, extension: parts.extension })];
  }
  if (facts.type !== parts.extension) {
    const suggestion = `${name.slice(0, -parts.extension.length)}${facts.type}`;
    return [wrongDocumentType.at(place, { type: facts.type, suggestion })];
  }
  return [...checkQuality(document, facts, surroundings), ...checkUse(document, surroundings)];
}

/** C307 to C310: what readers and screen readers need. */
function checkQuality(
  { file, name }: DocumentFile,
  facts: Extract<DocumentFacts, { kind: 'document' }>,
  { languages }: Surroundings,
): Finding[] {
  const place = startOfFile(file);
  const { type, title, language, hasText, isTagged } = facts;
  const findings: Finding[] = [];
  if (!hasText) findings.push(scannedDocument.at(place));
  else if (!isTagged) findings.push(untaggedDocument.at(place));
  if (type === 'pdf' && (title === null || madeUpTitle.test(title))) {
    findings.push(untitledDocument.at(place, { title: title ?? 'none' }));
  }
  const named = languages.find(({ code }) => code === readDocumentName(name)?.language)?.code ?? null;
  const own = language && new Intl.Locale(language).language;
  // Tables of numbers may have no language.
  if (own === null && (type === 'pdf' || (type === 'docx' && named === null))) {
    findings.push(documentLanguage.at(place, { kind: type, own: 'none', named: 'none' }));
  } else if (own && named && own !== named) {
    findings.push(documentLanguage.at(place, { kind: 'other', own, named }));
  }
  return findings;
}

/** C303: a document that no page offers. One that was published once is kept: an earlier edition. */
function checkUse({ key, name, file }: DocumentFile, { pageFiles, documentRegister }: Surroundings): Finding[] {
  const twins = pageFiles.filter((each) => each.key === key);
  const isUsed = twins.some(({ body }) => !body || body.documents.some((each) => each.name === name));
  const isKept = documentRegister.entries.some(({ path }) => path === name);
  return isUsed || isKept || isTwinOfUsed(name, twins) ? [] : [unusedDocument.at(startOfFile(file), { name })];
}

/** Whether a page offers the same document in another language, and so this one too. */
function isTwinOfUsed(name: string, twins: readonly PageFile[]): boolean {
  const languageIn = (each: string) => readDocumentName(each)?.language;
  const isTwin = (each: string) => nameOfWork(each) === nameOfWork(name) && languageIn(each) !== languageIn(name);
  return twins.some(({ body }) => body?.documents.some((each) => isTwin(each.name)));
}

/** C305, C311 and C312: the Documents of a page in one language. */
function checkUses(page: PageFile, documents: readonly DocumentFile[], languages: readonly Language[]): Finding[] {
  const names = documents.map(({ name }) => name);
  return (page.body?.documents ?? []).flatMap((use): Finding[] => {
    const document = documents.find(({ name }) => name === use.name);
    if (!document) {
      return [missingDocument.at(use.place, { name: use.name, suggestion: suggestionFor(use.name, names) })];
    }
    return [...checkTitle(use, document), ...checkTwin(use, page, names, languages)];
  });
}

/** C311: a title is read from the file. Only tables and texts of office programs may have none; then the page gives one. */
function checkTitle({ place, name, hasTitle }: BodyDocument, { facts }: DocumentFile): Finding[] {
  if (facts.kind !== 'document') return [];
  if (hasTitle && facts.title !== null)
    return [documentTitle.at(place, { kind: 'needless', name, title: facts.title })];
  if (hasTitle || facts.title !== null || facts.type === 'pdf') return [];
  return [documentTitle.at(place, { kind: 'missing', name, title: 'none' })];
}

/** C312: a page offers the document in its own language, if there is one; the component offers the others beside it. */
function checkTwin(
  { place, name }: BodyDocument,
  { language }: PageFile,
  names: readonly string[],
  languages: readonly Language[],
): Finding[] {
  const { language: named = null } = readDocumentName(name) ?? {};
  if (named === language || !languages.some(({ code }) => code === named)) return [];
  const own = latestEdition(name, language, names);
  return own === undefined ? [] : [otherTwin.at(place, { name, own })];
}

/* Publications: pages about a report, with its documents. */

export const bareSummary = rule({ code: 'C321', severity: 'error', guide: 'documents' });
export const emptyList = rule({ code: 'C322', severity: 'error', guide: 'documents' });
export const impossibleYear = rule({ code: 'C323', severity: 'error', guide: 'documents' });

/** C321 to C323: every publication has a document and a possible year, and no list of publications is empty. */
export function checkPublications(pageFiles: readonly PageFile[]): Finding[] {
  const publications = pageFiles.filter(({ frontMatter: { value } }) => value?.template === 'publication');
  const areHidden = publications.every(({ frontMatter: { value } }) => value?.draft);
  return [
    ...publications.flatMap(checkPublication),
    ...pageFiles.flatMap(({ body, frontMatter: { value } }) => {
      return areHidden && !value?.draft
        ? (body?.components.get('Publications') ?? []).map((place) => emptyList.at(place))
        : [];
    }),
  ];
}

function checkPublication({ body, frontMatter: { value, place } }: PageFile): Finding[] {
  const { year = 0, published = '', draft } = value ?? {};
  const isPossible = year <= Number(published.slice(0, 4));
  return [
    ...(body && !draft && body.documents.length === 0 ? [bareSummary.at(place(['template']))] : []),
    ...(isPossible ? [] : [impossibleYear.at(place(['year']), { year, published })]),
  ];
}
