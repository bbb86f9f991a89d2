import type { Yaml } from 'mdast';
import { inLanguage, type Language, type Translated } from '../i18n/languages.ts';
import { checkSite } from './consistency.ts';
import { contactKinds, contactSchema } from './contact-schema.ts';
import { type ContactFile, type PageFile, parentPath, pathOf } from './files.ts';
import { type Finding, type FindingCode, isError, sortFindings, stopsSite } from './finding.ts';
import { readBody } from './markdown/body.ts';
import { checkLayout } from './markdown/layout.ts';
import { readMarkdown } from './markdown/recover.ts';
import { checkRegister, pathsFile, readRegister, redirectsOfRegister } from './paths.ts';
import { contactIdOf, pageOfFile, recordOfFile } from './places.ts';
import { checkTexts, wordsOfPage } from './prose/check.ts';
import { SourceText } from './prose/source.ts';
import { ContentReader } from './reader.ts';
import {
  frontMatterSchema,
  isHttps,
  type RedirectRecord,
  redirectsSchema,
  siteSchema,
  templates,
} from './schema.ts';
import { type Contact, homeKey, type Page, type Redirect, type Site, type Twin } from './site.ts';
import { checkSynonyms, synonymsFile, synonymsSchema } from './synonyms.ts';
import { checkTwinsInStep } from './twins/check.ts';
import { outlineOf } from './twins/outline.ts';
import { type PageState, type RecordFile, statesOf } from './twins/state.ts';
import { typeset } from './typography.ts';
import { checkDays, checkUse } from './upkeep.ts';
import { type Wording, wordingFile, wordingSchema } from './wording.ts';
import { readYaml } from './yaml.ts';

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

  const settings = reader.yaml('content/site.yaml', siteSchema);
  const redirects = reader.yaml('content/redirects.yaml', redirectsSchema);
  const synonyms = reader.yaml(synonymsFile, synonymsSchema(languages), '[]');
  const wording = reader.yaml(wordingFile, wordingSchema(languages), 'null');
  const contacts = readContacts(reader, languages);
  const contactIds = contacts.map(({ id }) => id);
  const { pageFiles, records } = readPages(reader, languages, { contactIds, wording: wording.value });
  findings.push(...checkSite({ settings, redirects, contacts, pageFiles, languages, today: today ?? null }));
  findings.push(...checkSynonyms(synonyms, languages));
  findings.push(...checkTexts({ pageFiles, contacts, wording: wording.value, languages }));
  if (today !== undefined) findings.push(...checkDays({ contacts, pageFiles }, today));
  const register = readRegister(reader.text(pathsFile, null) ?? '');
  reader.reportStrays();
  // A mistake elsewhere may be what keeps a contact from being shown.
  if (!findings.some(isError)) findings.push(...checkUse({ settings, contacts, pageFiles }));

  const faulty = new Set(findings.filter(isError).map(({ file }) => file));
  const pageStates = statesOf(pageFiles, records, languages, faulty);
  findings.push(
    ...checkTwinsInStep({ states: pageStates, records, languages, origin: settings.value?.origin ?? '' }),
  );

  const published = { pageFiles, redirects };
  if (reader.has(pathsFile) && redirects.value && !faulty.has('content/redirects.yaml')) {
    findings.push(...checkRegister(register, published, faulty));
  }

  const isStopped = findings.some((finding) => stopsSite(finding, preview));
  if (isStopped || !settings.value || !redirects.value || !synonyms.value) {
    return { site: null, findings: sortFindings(withoutConsequences(findings)), pageStates };
  }

  const pages = assemblePages(pageFiles, languages).filter((page) => drafts || !page.draft);
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
  };
  return { site: deepFreeze(site), findings: sortFindings(withoutConsequences(findings)), pageStates };
}

function writtenRedirects(redirects: readonly RedirectRecord[]): Redirect[] {
  return redirects.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }]));
}

/** Characters that are not what they seem: whatever else is wrong on their line may be because of them. */
const deceptive: readonly FindingCode[] = ['C060', 'C062', 'C063'];

function withoutConsequences(findings: readonly Finding[]): Finding[] {
  const isCause = ({ code }: Finding) => deceptive.includes(code);
  const place = ({ file, line }: Finding) => `${file}:${line}`;
  const causes = new Set(findings.filter(isCause).map(place));
  return findings.filter((each) => isCause(each) || !causes.has(place(each)));
}

/** The page whose body holds a component of which the site has one. */
function keyOfPageWith(component: string, pages: readonly Page[]): string | null {
  const holder = pages.find((page) =>
    Object.values(page.twins).some(({ components }) => components.includes(component)),
  );
  return holder?.key ?? null;
}

function readContacts(reader: ContentReader, languages: readonly Language[]): ContactFile[] {
  const schema = contactSchema(languages);
  return reader.list('content/contacts').flatMap((file) => {
    const id = contactIdOf(file);
    if (id === null) return [];
    const text = reader.text(file, null);
    const result = reader.yamlOf(file, text, schema);
    const contact = result.value ? { ...result.value, id } : null;
    return [{ id, file, result, contact, source: text === null ? null : new SourceText(file, null, text) }];
  });
}

interface PageContext {
  readonly contactIds: readonly string[];
  /** Null when there is no list of words, or none that can be read. */
  readonly wording: Translated<Wording> | null;
}

function readPages(
  reader: ContentReader,
  languages: readonly Language[],
  context: PageContext,
): { pageFiles: PageFile[]; records: RecordFile[] } {
  const files = reader.list('content/pages');
  const records = files.flatMap((file): RecordFile[] => {
    const key = recordOfFile(file);
    return key === null ? [] : [{ key, file, text: reader.text(file, null, 'made') }];
  });
  const pageFiles = files.flatMap((file): PageFile[] => {
    const place = pageOfFile(file, languages);
    if (!place) return [];
    const { key, language } = place;
    const text = reader.text(file, language.code);
    if (text !== null) return [readPage(reader, new SourceText(file, language.code, text), place, context)];
    // It cannot be read, but it is there: its twins are not alone.
    const frontMatter = readYaml(
      { file, language: language.code, text: '', firstLine: 1 },
      frontMatterSchema,
    );
    const nothing = { body: null, outline: null, source: null, words: null };
    return [{ key, language: language.code, file, frontMatter, ...nothing }];
  });
  return { pageFiles, records };
}

function readPage(
  { findings }: ContentReader,
  source: SourceText,
  { key, language }: { readonly key: string; readonly language: Language },
  { contactIds, wording }: PageContext,
): PageFile {
  const { file } = source;
  const { code } = language;
  const { tree, text, faults } = readMarkdown(source.text);
  findings.push(...faults.map((fault) => source.finding(fault.code, fault.offset, fault.details, fault.fix)));
  const yaml = tree
    ? tree.children.find((node): node is Yaml => node.type === 'yaml')?.value
    : /^---\n([\s\S]*?)\n---(\n|$)/.exec(text)?.[1];
  if (yaml === undefined) findings.push(source.finding('C001', 0));
  const frontMatter = readYaml({ file, language: code, text: yaml ?? '', firstLine: 2 }, frontMatterSchema);
  if (yaml !== undefined) findings.push(...frontMatter.findings);
  const words = wordsOfPage({ source, frontMatter }, (builder) => tree && builder.addBody(tree), language);
  // Without an end to the front matter, its fields are no words for readers.
  const page = { key, language: code, file, frontMatter, source, words: yaml === undefined ? null : words };
  if (!tree) return { ...page, body: null, outline: null };

  const body = readBody(tree, source, { emphasis: wording?.[code]?.limits.emphasis ?? Infinity });
  const template = templates.find((each) => each === frontMatter.textAt('template')) ?? null;
  findings.push(...body.findings, ...checkLayout(tree, { file, language: code, template, contactIds }));
  // What is only a part of the text cannot be compared with its twins.
  const outline = faults.length === 0 ? outlineOf(tree, text, frontMatter.value ?? {}) : null;
  return { ...page, body, outline };
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

/** Contacts in the order of the directory, every text for readers set as one; addresses of sites stay as they are. */
function typesetContacts(contacts: readonly Contact[], languages: readonly Language[]): Contact[] {
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
  return contacts
    .map((contact) => set(contact, null) as Contact)
    .sort((a, b) => contactKinds.indexOf(a.kind) - contactKinds.indexOf(b.kind) || a.order - b.order);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) deepFreeze(each);
  }
  return value;
}
