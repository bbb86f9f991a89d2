import type { Language } from '#lib/languages/languages.ts';
import type { FrontMatter } from '#lib/records/page.ts';
import type { RedirectRecord } from '#lib/records/redirects.ts';
import type { SiteSettings } from '#lib/records/settings.ts';
import type { Contact } from '#lib/site/site.ts';
import type { DocumentFacts } from '../documents/facts.ts';
import type { PictureFacts } from '../pictures/facts.ts';
import type { Outline } from '../twins/outline.ts';
import type { Body } from './body.ts';
import type { YamlResult } from './yaml.ts';

/** One file of a page. */
export interface PageFile {
  readonly key: string;
  readonly language: string;
  readonly file: string;
  readonly frontMatter: YamlResult<FrontMatter>;
  /** Null when the body cannot be parsed. */
  readonly body: Body | null;
  /** The parts that are compared with the twins; null when the body has a syntax fault. */
  readonly outline: Outline | null;
}

/** A file beside a page. */
interface FileBesidePage<Facts> {
  /** The key of its page. */
  readonly key: string;
  /** The name of the file in the folder of the page. */
  readonly name: string;
  /** Path from the project's root. */
  readonly file: string;
  readonly bytes: number;
  readonly facts: Facts;
}

/** A picture beside a page. */
export type PictureFile = FileBesidePage<PictureFacts>;

/** A document beside a page. */
export interface DocumentFile extends FileBesidePage<DocumentFacts> {
  /** The start of the SHA-256 of its bytes, in hexadecimal, as the register of documents has it. */
  readonly hash: string;
}

/** One file of a contact. */
export interface ContactFile {
  readonly id: string;
  readonly file: string;
  readonly result: YamlResult<Omit<Contact, 'id'>>;
  /** Null when the record is invalid. */
  readonly contact: Contact | null;
}

/** The path of a page file on the site: `/nl` for the home page, `/nl/<slug>` for the others; null when the slug is unknown. */
export function pathOf({ language, frontMatter }: Pick<PageFile, 'language' | 'frontMatter'>): string | null {
  const slug = frontMatter.value?.slug ?? frontMatter.fields.get('slug');
  if (slug === undefined) return null;
  return slug === '' ? `/${language}` : `/${language}/${slug}`;
}

/** The path one level up. */
export function parentPath(pagePath: string): string {
  return pagePath.slice(0, pagePath.lastIndexOf('/'));
}

/** All content of a site that rules compare with each other. */
export interface WholeSite {
  readonly settings: YamlResult<SiteSettings>;
  readonly redirects: YamlResult<readonly RedirectRecord[]>;
  readonly contacts: readonly ContactFile[];
  readonly pageFiles: readonly PageFile[];
  readonly languages: readonly Language[];
  readonly pageKeys: ReadonlySet<string>;
  /** The keys of the pages that are not published: drafts in any language, news of a later day, a list without entries. */
  readonly draftKeys: ReadonlySet<string>;
  /** The keys of the pages about units that begin later. */
  readonly waitingPages: ReadonlySet<string>;
  /** The keys of the pages that would show an empty list; menus leave them out. */
  readonly emptyLists: ReadonlySet<string>;
  readonly contactIds: ReadonlySet<string>;
}
