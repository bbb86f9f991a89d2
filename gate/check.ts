import type { Language, Translated } from '#lib/languages/languages.ts';
import { type OpenPoints, openPointsFile, openPointsSchema } from '#lib/records/open-points.ts';
import { redirectsSchema } from '#lib/records/redirects.ts';
import { siteSchema } from '#lib/records/settings.ts';
import { type SynonymGroup, synonymsFile, synonymsSchema } from '#lib/records/synonyms.ts';
import { type Finding, isError, sortFindings } from './finding/finding.ts';
import { readDocumentFiles, readPictureFiles } from './read/beside.ts';
import { lookalike, unreadableCharacter, unusualSpace } from './read/characters.ts';
import {
  type DocumentFile,
  misplacedFile,
  type PictureFile,
  pageFolders,
  pageOfConfirmation,
  type WholeSite,
} from './read/files.ts';
import { missingFrontMatter, type PageRead, readPages } from './read/pages.ts';
import { ContentReader } from './read/reader.ts';
import { type NoticeFiles, readContacts, readNotices } from './read/records.ts';
import { unfinishedMerge } from './read/text.ts';
import type { YamlResult } from './read/yaml.ts';
import {
  type AccessibilityFiles,
  checkAccessibility,
  checkAccessibilityAge,
  checkAccessibilityUse,
  readAccessibility,
} from './rules/accessibility.ts';
import { checkChanges, checkMissingNotes } from './rules/changes.ts';
import { checkSingleComponents } from './rules/components.ts';
import { checkContacts, checkContactsShown } from './rules/contacts.ts';
import { checkDocumentRegister, documentEntry, documentsFile } from './rules/document-register.ts';
import { checkDocuments, checkPublications } from './rules/documents.ts';
import { checkLengths } from './rules/length.ts';
import { checkLife, checkLifeOnDay } from './rules/life.ts';
import { checkLinks } from './rules/links.ts';
import { checkNews, unpublishedKeys } from './rules/news.ts';
import { checkNoticeDays, checkNotices } from './rules/notices.ts';
import { checkOpenPoints, checkRelease } from './rules/open-points.ts';
import { checkPages, missingTwin } from './rules/pages.ts';
import { checkRegister, type PathRegister, pathsFile, readRegister } from './rules/paths.ts';
import { checkPictures } from './rules/pictures.ts';
import { checkRedirects } from './rules/redirects.ts';
import { checkSecurityExpiry, checkSettings } from './rules/settings.ts';
import { checkSynonyms } from './rules/synonyms.ts';
import { checkDays } from './rules/upkeep.ts';
import { checkTwinStates } from './twins/check.ts';
import { type ConfirmationFile, type PageState, statesOf } from './twins/state.ts';
import { WordingRules } from './wording/check.ts';
import { contactDetails, withOwners } from './wording/contact-details.ts';
import { type Wording, wordingFile, wordingSchema } from './wording/lists.ts';

export interface CheckOptions {
  /** Absolute path of the project; findings name files relative to it. */
  readonly root: string;
  readonly languages: readonly Language[];
  /**
   * The day for which the site is built, YYYY-MM-DD: it decides which notices, news and closures are current, and whether a date is in
   * the future. Without it nothing that depends on the day is shown or reported.
   */
  readonly day?: string | undefined;
  /** Whether the site is about to go online: then no blocking question may be open, and its paths must be registered. */
  readonly release?: boolean;
  /** Texts that are read instead of what is on disk, by file; null leaves a file out. */
  readonly texts?: ReadonlyMap<string, string | null>;
}

/** All content as it was read. */
export interface Content extends WholeSite {
  readonly pages: readonly (readonly PageRead[])[];
  readonly wording: YamlResult<Translated<Wording> | null>;
  readonly synonyms: YamlResult<SynonymGroup[]>;
  readonly accessibility: AccessibilityFiles | null;
  readonly pictures: readonly PictureFile[];
  readonly notices: NoticeFiles;
  readonly documents: readonly DocumentFile[];
  /** The documents that were ever published, each with the hash of its bytes as its key. */
  readonly documentRegister: PathRegister;
  readonly openPoints: YamlResult<OpenPoints>;
  /** The record of each page, `in-step.yaml`. */
  readonly confirmations: readonly ConfirmationFile[];
  readonly register: PathRegister;
}

export interface CheckResult {
  readonly content: Content;
  /** By file, line and column. */
  readonly findings: readonly Finding[];
  /** How the twins of each page relate to each other. */
  readonly pageStates: readonly PageState[];
}

/** Reads and checks all content. All findings of all files come in one run. */
export function check({ root, languages, day, release = false, texts }: CheckOptions): CheckResult {
  const reader = new ContentReader(root, languages, texts);
  const content = readContent(reader, day);
  reader.reportDocuments();
  reader.reportStrays();
  const findings = [
    ...reader.findings,
    ...checkTexts(content),
    ...checkWholeSite(content),
    ...(day === undefined ? [] : checkDayByDay(content, day)),
    ...(release ? checkRelease(content.openPoints) : []),
  ];
  // Another error may be the reason why a contact is not shown.
  if (!findings.some(isError)) findings.push(...checkContactsShown(content));

  const faulty = new Set(findings.filter(isError).map(({ file }) => file));
  const pageStates = statesOf(content.pageFiles, content.confirmations, languages, faulty);
  const origin = content.settings.value?.origin ?? '';
  findings.push(...checkMissingNotes(pageStates, languages));
  findings.push(...checkTwinStates({ states: pageStates, confirmations: content.confirmations, origin }));
  if (reader.has(pathsFile) && content.redirects.value && !faulty.has('content/redirects.yaml')) {
    findings.push(...checkRegister(content.register, content, faulty, release));
  }
  if (reader.has(documentsFile) && content.redirects.value) {
    findings.push(...checkDocumentRegister(content.documentRegister, content, faulty, release));
  }
  const details = contactDetails(content.contacts.flatMap(({ contact }) => contact ?? []));
  const reported = withOwners(withoutConsequences(findings), details);
  return { content, findings: sortFindings(reported), pageStates };
}

function readContent(reader: ContentReader, day: string | undefined): Content {
  const { languages } = reader;
  const wording = reader.yaml(wordingFile, wordingSchema(languages), 'null');
  const contacts = readContacts(reader);
  const contactIds = new Set(contacts.map(({ id }) => id));
  const pages = readPages(reader, { contactIds, wording: wording.value });
  const pageFiles = pages.flat().map(({ pageFile }) => pageFile);
  const pageKeys = new Set(pageFiles.map(({ key }) => key));
  const documents = readDocumentFiles(reader, pageKeys);
  return {
    languages,
    settings: reader.yaml('content/site.yaml', siteSchema),
    redirects: reader.yaml('content/redirects.yaml', redirectsSchema),
    contacts,
    contactIds,
    pages,
    pageFiles,
    pageKeys,
    ...unpublishedKeys(pageFiles, contacts, day),
    pictures: readPictureFiles(reader, pageKeys),
    documents,
    // A site without documents needs no register.
    documentRegister: readRegister(
      documents.length > 0 || reader.has(documentsFile) ? (reader.source(documentsFile)?.text ?? '') : '',
      documentEntry,
    ),
    wording,
    synonyms: reader.yaml(synonymsFile, synonymsSchema(languages), '[]'),
    accessibility: readAccessibility(reader, languages),
    confirmations: readConfirmations(reader),
    notices: readNotices(reader),
    openPoints: reader.yaml(openPointsFile, openPointsSchema(languages), '{}'),
    register: readRegister(reader.source(pathsFile)?.text ?? ''),
  };
}

function readConfirmations(reader: ContentReader): ConfirmationFile[] {
  return pageFolders
    .flatMap((folder) => reader.list(folder))
    .flatMap((file): ConfirmationFile[] => {
      const key = pageOfConfirmation(file);
      return key === null ? [] : [{ key, file, text: reader.source(file, null, 'made')?.text ?? null }];
    });
}

function checkTexts({ wording, languages, contacts, pages, accessibility, notices }: Content): Finding[] {
  const proses = pages.flat().flatMap(({ text }) => text?.prose ?? []);
  const rules = new WordingRules(wording.value, languages, proses);
  const records = [
    ...[...contacts, ...notices.notices, ...notices.templates].map(({ result }) => result),
    ...(accessibility ? [accessibility.criteria, accessibility.statement] : []),
  ];
  return [
    ...records.flatMap((result) => rules.checkRecord(result)),
    ...pages.flatMap((twins) => rules.checkPage(twins.flatMap(({ text }) => text ?? []))),
    ...pages
      .flat()
      .flatMap(({ text, pageFile }) => (text && !pageFile.frontMatter.value?.draft ? rules.checkPublished(text) : [])),
  ];
}

function checkWholeSite(content: Content): Finding[] {
  const { pageFiles, languages, synonyms, accessibility } = content;
  return [
    ...checkPages(content, content.register),
    ...checkChanges(pageFiles),
    ...checkLinks(content),
    ...checkSingleComponents(pageFiles, languages),
    ...checkPictures(content.pictures, pageFiles),
    ...checkLengths(content),
    ...checkDocuments(content.documents, content),
    ...checkPublications(pageFiles),
    ...checkContacts(content),
    ...checkLife(content),
    ...checkSettings(content),
    ...checkRedirects(content),
    ...checkNews(content),
    ...checkNotices(content.notices, content),
    ...checkOpenPoints(content.openPoints, content),
    ...checkSynonyms(synonyms, languages),
    ...checkAccessibilityUse(accessibility, pageFiles),
    ...checkAccessibility(accessibility),
  ];
}

function checkDayByDay(content: Content, day: string): Finding[] {
  return [
    ...checkSecurityExpiry(content, day),
    ...checkDays(content, day),
    ...checkLifeOnDay(content, day),
    ...checkNoticeDays(content.notices, content, day),
    ...checkAccessibilityAge(content.accessibility, day),
  ];
}

const deceptive = [unreadableCharacter, unusualSpace, lookalike].map(({ code }): string => code);

/** Whether a finding may be the cause of all others in its file: an unfinished merge, or a blank line before the fields. */
function spoilsFile({ code, details }: Finding): boolean {
  return code === unfinishedMerge.code || (code === missingFrontMatter.code && details['kind'] === 'blank');
}

/** Leaves out what another finding may cause: on a line with a deceptive character, in a spoilt file, a twin with a wrong file name. */
function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const spoilt = new Set(findings.filter(spoilsFile).map(({ file }) => file));
  const misnamed = new Set(
    findings.flatMap(({ code, details }) => (code === misplacedFile.code ? details['suggestion'] : [])),
  );
  const isConsequence = (each: Finding) =>
    (spoilt.has(each.file) && !spoilsFile(each)) ||
    (each.code === missingTwin.code && misnamed.has(each.details['missing']));
  return withoutLines(findings.filter((each) => !isConsequence(each)));
}

function withoutLines(findings: readonly Finding[]): Finding[] {
  const isCause = ({ code }: Finding) => deceptive.includes(code);
  const lineOf = ({ file, line }: Finding) => `${file}:${line}`;
  const causes = new Set(findings.filter(isCause).map(lineOf));
  return findings.filter((each) => isCause(each) || !causes.has(lineOf(each)));
}
