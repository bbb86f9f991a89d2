import type { Heading } from '../body/headings.ts';
import type { ComponentName } from '../body/vocabulary.ts';
import type { DocumentType } from '../documents/types.ts';
import { inLanguage, type Language, type Translated } from '../languages/languages.ts';
import type { ContactKind, ContactRecord } from '../records/contact.ts';
import type { FrontMatter } from '../records/page.ts';
import { choiceKey } from '../records/redirects.ts';
import type { SiteSettings } from '../records/settings.ts';
import type { SynonymGroup } from '../records/synonyms.ts';
import type { Assessment } from './assessment.ts';
import type { Notice } from './notices.ts';

/** A page in one language. */
export interface Twin {
  readonly language: string;
  /** Path from the project's root. */
  readonly file: string;
  /** `/nl/over-ons`. */
  readonly path: string;
  readonly title: string;
  readonly label: string;
  readonly summary: string;
  readonly teaser: string;
  /** Words by which search finds the page, with those of the index. */
  readonly keywords: readonly string[];
  /** Words under which the index from A to Z lists the page besides its title. */
  readonly index: readonly string[];
  /** Day of the last change, YYYY-MM-DD. */
  readonly updated: string;
  /** Code of the language of the original, for a translation that awaits review; otherwise null. */
  readonly translatedFrom: string | null;
  /** What changed for visitors, the latest first. */
  readonly changes: readonly { readonly day: string; readonly text: string }[];
  readonly headings: readonly Heading[];
  readonly components: readonly string[];
  /** The picture of a shared link, one of those on the page, with its text alternative; null for the drawn card. */
  readonly image: { readonly name: string; readonly alt: string } | null;
  /** The names of the documents that the body shows, in reading order. */
  readonly documents: readonly string[];
}

/** A document of an editor, as the gate read it. */
export interface SiteDocument {
  /** The name of its file, which no other document of the site has. */
  readonly name: string;
  /** Path from the project's root: `content/pages/about/report-2025-nl.pdf`. */
  readonly file: string;
  readonly type: DocumentType;
  /** Null when the file has none: its page gives one. */
  readonly title: string | null;
  /** BCP 47 tag; null for a document without words. */
  readonly language: string | null;
  /** Null for types without pages. */
  readonly pages: number | null;
  readonly bytes: number;
  /** Day of the last change, YYYY-MM-DD; null when neither the file nor its name says one. */
  readonly date: string | null;
}

/** A picture of an editor, as the gate read it. */
export interface Picture {
  /** Path from the project's root: `content/pages/about/square.jpg`. */
  readonly file: string;
  /** In pixels, upright. */
  readonly width: number;
  readonly height: number;
  /** Whether a page shows it wider than a line of text. */
  readonly isWide: boolean;
  /** Whether it is a drawing, or transparent somewhere: blocks of JPEG would show. */
  readonly isDrawing: boolean;
}

/** A page: one key, one twin in each language. */
export interface Page {
  readonly key: string;
  readonly template: FrontMatter['template'];
  readonly order: number;
  readonly draft: boolean;
  /** Id of the contact shown beside the text. */
  readonly contact: string | null;
  /** Key of the page above this one; null for the home page. */
  readonly parent: string | null;
  /** The day of a news item, YYYY-MM-DD; null for every other page. */
  readonly day: string | null;
  /** The units and the pages that a news item is about. */
  readonly about: { readonly units: readonly string[]; readonly pages: readonly string[] };
  readonly twins: Translated<Twin>;
  /** The pictures that the body shows in any language, by file name. */
  readonly pictures: Readonly<Record<string, Picture>>;
  /** The documents beside the page, by file name: those that it shows, and earlier editions. */
  readonly documents: Readonly<Record<string, SiteDocument>>;
  /** The year that a publication is about, and the day on its cover; null for other pages. */
  readonly publication: { readonly year: number; readonly published: string } | null;
}

export interface Contact extends ContactRecord {
  readonly id: string;
}

/** An old path and the key of the page that replaces it. */
export interface Redirect {
  readonly from: string;
  readonly page: string;
}

/** The validated content as one frozen value, from which routes, menus, hreflang, sitemap and directory are derived. */
export interface Site {
  /** The day of the build, YYYY-MM-DD, which decides what is current; null when nothing depends on it. */
  readonly day: string | null;
  readonly languages: readonly Language[];
  readonly origin: string;
  readonly organisation: Contact;
  /** Mailbox for mistakes that visitors report; null without one. */
  readonly feedback: string | null;
  /** The settings of security.txt; null when the site has none. */
  readonly security: NonNullable<SiteSettings['security']> | null;
  readonly navigation: SiteSettings['navigation'];
  /** In reading order: each page before its children, siblings in the editors' order. */
  readonly pages: readonly Page[];
  /** The units of the directory, in its order. */
  readonly contacts: readonly Contact[];
  /** The units that do not exist on the day of the build: they have ended, or begin later. Only data and notes mention them. */
  readonly absent: readonly Contact[];
  /** Authorities that supervise the organisation; the directory does not list them. */
  readonly authorities: readonly Contact[];
  /** The notices that are current on the day of the build, by key. */
  readonly notices: readonly Notice[];
  /** Redirects from old paths: those that editors wrote, and those from the register. */
  readonly redirects: readonly Redirect[];
  /** Old paths that were removed on purpose. */
  readonly gone: readonly string[];
  readonly synonyms: readonly SynonymGroup[];
  /** Key of the page with the directory; null without one. */
  readonly directory: string | null;
  /** Key of the page that lists the news; null without one. */
  readonly news: string | null;
  /** Key of the search page; null without one. */
  readonly search: string | null;
  /** The assessment of the site's accessibility; null without records. */
  readonly accessibility: Assessment | null;
  /** Key of the page with the accessibility statement; null without one. */
  readonly statement: string | null;
}

/** A page in a language, with its site: what every component receives. */
export interface View {
  readonly site: Site;
  readonly page: Page;
  readonly language: Language;
}

/** The key of the home page, the only fixed one. */
export const homeKey = 'home';

/** The page with this key; throws when there is none, which the gate rules out. */
export function pageOf(site: Site, key: string): Page {
  const page = site.pages.find((each) => each.key === key);
  if (!page) throw new Error(`No page with the key "${key}".`);
  return page;
}

/** The site without its drafts, as it is published. */
export function withoutDrafts(site: Site): Site {
  return withPages(
    site,
    site.pages.filter(({ draft }) => !draft),
  );
}

/** The site with these of its pages alone: whatever leads to another one is left out. */
export function withPages(site: Site, pages: Site['pages']): Site {
  const known = new Set(pages.map(({ key }) => key));
  const isKnown = (key: string) => known.has(key);
  const menus = Object.entries(site.navigation).map(([menu, keys]) => [menu, keys.filter(isKnown)]);
  return {
    ...site,
    pages,
    navigation: Object.fromEntries(menus),
    redirects: site.redirects.filter(({ page }) => page === choiceKey || isKnown(page)),
    ...singlePages(pages),
  };
}

/** The keys of the pages with a component that the site has once; null without one. */
export function singlePages(pages: readonly Page[]): Pick<Site, 'directory' | 'news' | 'search' | 'statement'> {
  const keyWith = (component: ComponentName) => {
    const has = ({ twins }: Page) => Object.values(twins).some(({ components }) => components.includes(component));
    return pages.find(has)?.key ?? null;
  };
  return {
    directory: keyWith('Directory'),
    news: keyWith('NewsList'),
    search: keyWith('Search'),
    statement: keyWith('AccessibilityStatus'),
  };
}

/** Freezes a value and everything in it. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const each of Object.values(value)) deepFreeze(each);
  }
  return value;
}

/** The twin of a page in a language. */
export function twinOf(page: Page, language: string): Twin {
  return inLanguage(page.twins, language);
}

/** The path of the page with this key in a language. */
export function pathOf(site: Site, key: string, language: string): string {
  return twinOf(pageOf(site, key), language).path;
}

const pagesByPath = new WeakMap<Site, ReadonlyMap<string, Page>>();

/** The page at a path, or null. */
export function pageAt(site: Site, path: string): Page | null {
  let pages = pagesByPath.get(site);
  if (!pages) {
    pages = new Map(site.pages.flatMap((page) => Object.values(page.twins).map((twin) => [twin.path, page] as const)));
    pagesByPath.set(site, pages);
  }
  return pages.get(path) ?? null;
}

/** The news, the latest first. */
export function newsOf({ pages }: Site): Page[] {
  return pages.filter(({ day }) => day !== null);
}

/** The children of a page, in order. */
export function childrenOf(site: Site, key: string): Page[] {
  return site.pages.filter((page) => page.parent === key);
}

/** The pages from the home page down to a page, both included. */
export function trailOf(site: Site, page: Page): Page[] {
  return page.parent === null ? [page] : [...trailOf(site, pageOf(site, page.parent)), page];
}

/** Maximum number of links in the index; more make the page unreadable and too heavy. */
const mostInIndex = 250;

/** The pages of the site index without news: in a large site as many upper levels as fit; their parents list the others. */
export function pagesOfIndex({ pages }: Site): readonly Page[] {
  const levels = new Map<string, number>();
  // A page comes before its children.
  for (const { key, parent, day } of pages) {
    if (day === null) levels.set(key, parent === null ? 0 : (levels.get(parent) ?? 0) + 1);
  }
  const downTo = (level: number) => pages.filter(({ key }) => (levels.get(key) ?? Infinity) <= level);
  const more = [...new Set(levels.values())].filter((level) => level > 1).sort((a, b) => a - b);
  const tooMany = more.find((level) => downTo(level).length > mostInIndex);
  return downTo(tooMany === undefined ? Math.max(...levels.values()) : tooMany - 1);
}

/** The contact with this id; throws when there is none, which the gate rules out. */
export function contactOf(site: Site, id: string): Contact {
  const contact = [...site.contacts, ...site.authorities, ...site.absent].find((each) => each.id === id);
  if (!contact) throw new Error(`No contact with the id "${id}".`);
  return contact;
}

/** The contacts of one kind, in order. */
export function contactsOfKind(site: Site, kind: ContactKind): Contact[] {
  return site.contacts.filter((contact) => contact.kind === kind);
}

/** The units above a unit, the widest first, and the unit itself. */
export function lineageOf(site: Site, contact: Contact): Contact[] {
  const { parent } = contact;
  return parent === undefined ? [contact] : [...lineageOf(site, contactOf(site, parent)), contact];
}

/** The units of the directory that are part of a unit; for null, those that are part of no other one, without the organisation. */
export function partsOf({ contacts, organisation }: Site, unit: Contact | null): Contact[] {
  const above = ({ parent }: Contact) => contacts.find(({ id }) => id === parent)?.id;
  return contacts.filter((each) => each.id !== organisation.id && above(each) === unit?.id);
}

/** The path of a unit in a language: its page, its entry in the directory, or the home page of a site without one. */
export function unitPath(site: Site, { id, page }: Contact, language: string): string {
  if (page === undefined && site.directory !== null) return directoryPath(site, id, language);
  return pathOf(site, page ?? homeKey, language);
}

/** The path of a contact's entry in the directory, with its anchor; throws when the site has no directory. */
export function directoryPath(site: Site, id: string, language: string): string {
  if (site.directory === null) throw new Error('No page holds the directory.');
  return `${pathOf(site, site.directory, language)}#${id}`;
}
