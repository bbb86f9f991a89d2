import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { typeset } from '#lib/languages/typography.ts';
import { isHttps } from '#lib/recognise/addresses.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { type RedirectRecord, redirectsSchema } from '#lib/records/redirects.ts';
import { siteSchema } from '#lib/records/settings.ts';
import { synonymsFile, synonymsSchema } from '#lib/records/synonyms.ts';
import {
  type Contact,
  deepFreeze,
  homeKey,
  keyOfPageWith,
  type Page,
  type Redirect,
  type Site,
  type Twin,
  withoutDrafts,
} from '#lib/site/site.ts';
import { type Finding, isError, sortFindings, stopsSite } from './finding/finding.ts';
import { type PageFile, parentPath, pathOf } from './read/files.ts';
import { contactIdOf, pageOfFile, recordOfFile } from './read/places.ts';
import { readFiles } from './read/read-files.ts';
import { ContentReader } from './read/reader.ts';
import {
  assessmentOf,
  checkAccessibility,
  checkAccessibilityAge,
  checkAccessibilityUse,
  readAccessibility,
} from './rules/accessibility.ts';
import { checkSite } from './rules/consistency.ts';
import { checkRegister, pathsFile, readRegister, redirectsOfRegister } from './rules/paths.ts';
import { checkSynonyms } from './rules/synonyms.ts';
import { checkDays, checkUse } from './rules/upkeep.ts';
import { checkTwinsInStep } from './twins/check.ts';
import { type PageState, type RecordFile, statesOf } from './twins/state.ts';
import { wordingRules } from './wording/check.ts';
import { contactDetails, withOwners } from './wording/contact-details.ts';
import { wordingFile, wordingSchema } from './wording/lists.ts';

export interface LoadOptions {
  /** Absolute path of the project; findings name files relative to it. */
  readonly root: string;
  readonly languages: readonly Language[];
  /** Whether pages with `draft: true` are part of the site. */
  readonly drafts: boolean;
  /** Whether the site is only previewed: what can wait until it is published takes no page away. */
  readonly preview?: boolean;
  /**
   * The day on which the content is checked, YYYY-MM-DD, for findings that depend on it (a date in the future). Without it there
   * are none: the clock may stop a build, but never change what is built.
   */
  readonly today?: string;
}

export interface LoadResult {
  /** Null when there is an error among the findings. */
  readonly site: Site | null;
  /** By file, line and column. */
  readonly findings: readonly Finding[];
  /** How the twins of each page stand to each other. */
  readonly pageStates: readonly PageState[];
}

/**
 * Reads and validates all content. Every finding of every file comes in one go; with an error there is no site.
 */
export function loadSite({ root, languages, drafts, preview = false, today }: LoadOptions): LoadResult {
  const findings: Finding[] = [];
  const reader = new ContentReader(root, languages, findings);

  const wording = reader.yaml(wordingFile, wordingSchema(languages), 'null');
  const contactFiles = reader.list('content/contacts').filter((file) => contactIdOf(file) !== null);
  const twins = filesOfPages(reader, languages);
  const units = [
    ...contactFiles.map((contact) => ({ contact })),
    ...twins.map((files) => ({ twins: files })),
  ];
  reader.leave([...contactFiles, ...twins.flat()]);
  const read = readFiles(units, {
    root,
    languages,
    contactIds: contactFiles.flatMap((file) => contactIdOf(file) ?? []),
    wording: wording.value,
  });
  const settings = reader.yaml('content/site.yaml', siteSchema);
  const redirects = reader.yaml('content/redirects.yaml', redirectsSchema);
  const synonyms = reader.yaml(synonymsFile, synonymsSchema(languages), '[]');
  const accessibility = readAccessibility(reader, languages);
  const records = readRecords(reader);
  const { contacts, pageFiles } = read;
  const details = contactDetails(contacts.flatMap(({ contact }) => contact ?? []));
  findings.push(...withOwners(read.findings, details));
  findings.push(...checkSite({ settings, redirects, contacts, pageFiles, languages, today: today ?? null }));
  findings.push(...checkSynonyms(synonyms, languages));
  findings.push(...checkAccessibilityUse(accessibility, pageFiles), ...checkAccessibility(accessibility));
  const rules = wordingRules({ wording: wording.value, languages });
  findings.push(...withOwners((accessibility?.sources ?? []).flatMap(rules.checkRecord), details));
  if (today !== undefined) {
    findings.push(
      ...checkDays({ contacts, pageFiles }, today),
      ...checkAccessibilityAge(accessibility, today),
    );
  }
  const register = readRegister(reader.text(pathsFile, null) ?? '');
  reader.reportStrays();
  // A mistake elsewhere may be what keeps a contact from being shown.
  if (!findings.some(isError)) findings.push(...checkUse({ settings, contacts, pageFiles }));

  const faulty = new Set(findings.filter(isError).map(({ file }) => file));
  const pageStates = statesOf(pageFiles, records, languages, faulty);
  findings.push(...checkTwinsInStep({ states: pageStates, records, origin: settings.value?.origin ?? '' }));

  const published = { pageFiles, redirects };
  if (reader.has(pathsFile) && redirects.value && !faulty.has('content/redirects.yaml')) {
    findings.push(...checkRegister(register, published, faulty));
  }

  const isStopped = findings.some((finding) => stopsSite(finding, preview));
  if (isStopped || !settings.value || !redirects.value || !synonyms.value) {
    return { site: null, findings: sortFindings(withoutConsequences(findings)), pageStates };
  }

  const pages = assemblePages(pageFiles, languages);
  const finished = typesetContacts(
    contacts.flatMap(({ contact }) => contact ?? []),
    languages,
  );
  const organisation = finished.find(({ id }) => id === settings.value?.organisation);
  if (!organisation) throw new Error('The organisation passed the check and is missing.');

  const site: Site = {
    languages,
    origin: settings.value.origin,
    organisation,
    feedback: settings.value.feedback ?? null,
    security: settings.value.security ?? null,
    navigation: settings.value.navigation,
    pages,
    contacts: finished,
    redirects: [...writtenRedirects(redirects.value), ...redirectsOfRegister(register, published)],
    gone: redirects.value.filter(({ gone }) => gone).map(({ from }) => from),
    synonyms: synonyms.value,
    directory: keyOfPageWith('Directory', pages),
    search: keyOfPageWith('Search', pages),
    accessibility: typesetIn(assessmentOf(accessibility), languages),
    statement: keyOfPageWith('AccessibilityStatus', pages),
  };
  return {
    site: deepFreeze(drafts ? site : withoutDrafts(site)),
    findings: sortFindings(withoutConsequences(findings)),
    pageStates,
  };
}

function writtenRedirects(redirects: readonly RedirectRecord[]): Redirect[] {
  return redirects.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, page: to }]));
}

/** Characters that are not what they seem: whatever else is wrong on their line may be because of them. */
const deceptive: readonly string[] = ['C060', 'C062', 'C063'];

function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const isCause = ({ code }: Finding) => deceptive.includes(code);
  const place = ({ file, line }: Finding) => `${file}:${line}`;
  const causes = new Set(findings.filter(isCause).map(place));
  return findings.filter((each) => isCause(each) || !causes.has(place(each)));
}

function readRecords(reader: ContentReader): RecordFile[] {
  return reader.list('content/pages').flatMap((file): RecordFile[] => {
    const key = recordOfFile(file);
    return key === null ? [] : [{ key, file, text: reader.text(file, null, 'made') }];
  });
}

/** The files of pages, all twins of a page together. */
function filesOfPages(reader: ContentReader, languages: readonly Language[]): string[][] {
  const keyOf = (file: string) => pageOfFile(file, languages)?.key ?? '';
  const files = reader.list('content/pages').filter((file) => keyOf(file) !== '');
  return [...Map.groupBy(files, keyOf).values()];
}

function assemblePages(files: readonly PageFile[], languages: readonly Language[]): Page[] {
  const byKey = Map.groupBy(files, ({ key }) => key);
  const keyAtPath = new Map(files.map((each) => [pathOf(each), each.key]));
  const pages = [...byKey].map(([key, twins]): Page => {
    const first = twins[0];
    const shared = first?.frontMatter.value;
    if (!first || !shared) throw new Error(`The page "${key}" passed the check and is missing.`);
    return {
      key,
      template: shared.template,
      order: shared.order ?? 1000,
      draft: shared.draft ?? false,
      contact: shared.contact ?? null,
      parent: key === homeKey ? null : (keyAtPath.get(parentPath(addressOf(first))) ?? null),
      twins: Object.fromEntries(
        languages.map((language) => [
          language.code,
          assembleTwin(
            inLanguage(Object.fromEntries(twins.map((twin) => [twin.language, twin])), language.code),
            language,
          ),
        ]),
      ),
    };
  });
  return inReadingOrder(pages, null);
}

function addressOf(pageFile: PageFile): string {
  const address = pathOf(pageFile);
  if (address === null) throw new Error(`${pageFile.file} passed the check and has no address.`);
  return address;
}

function assembleTwin(pageFile: PageFile, language: Language): Twin {
  const { file, body } = pageFile;
  const { value } = pageFile.frontMatter;
  if (!value || !body) throw new Error(`${file} passed the check and cannot be read.`);
  const set = (text: string) => typeset(text, language);
  return {
    language: language.code,
    file,
    path: addressOf(pageFile),
    title: set(value.title),
    label: set(value.label ?? value.title),
    summary: set(value.summary),
    teaser: set(value.teaser ?? value.summary),
    updated: value.updated,
    translatedFrom: value.translatedFrom ?? null,
    headings: body.headings.map((heading) => ({ ...heading, text: set(heading.text) })),
    components: [...body.components.keys()].sort(),
  };
}

/** Pages under a parent, each followed by its own children. */
function inReadingOrder(pages: readonly Page[], parent: string | null): Page[] {
  return pages
    .filter((page) => page.parent === parent)
    .sort((a, b) => a.order - b.order || (a.key < b.key ? -1 : 1))
    .flatMap((page) => [page, ...inReadingOrder(pages, page.key)]);
}

/** A record with every text for readers set as one; addresses of sites stay as they are. */
function typesetIn<T>(record: T, languages: readonly Language[]): T {
  const set = (value: unknown, language: Language | null): unknown => {
    if (typeof value === 'string') return language && !isHttps(value) ? typeset(value, language) : value;
    if (Array.isArray(value)) return value.map((each) => set(each, language));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        set(each, languages.find(({ code }) => code === key) ?? language),
      ]),
    );
  };
  return set(record, null) as T;
}

/** Contacts in the order of the directory, their texts set. */
function typesetContacts(contacts: readonly Contact[], languages: readonly Language[]): Contact[] {
  return contacts
    .map((contact) => typesetIn(contact, languages))
    .sort((a, b) => contactKinds.indexOf(a.kind) - contactKinds.indexOf(b.kind) || a.order - b.order);
}
