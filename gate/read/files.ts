import type { Language } from '#lib/languages/languages.ts';
import { isCalendarDate } from '#lib/recognise/dates.ts';
import type { FrontMatter } from '#lib/records/page.ts';
import type { RedirectRecord } from '#lib/records/redirects.ts';
import type { SiteSettings } from '#lib/records/settings.ts';
import type { Contact } from '#lib/site/site.ts';
import type { DocumentFacts } from '../documents/facts.ts';
import { type Finding, rule, startOfFile } from '../finding/finding.ts';
import type { PictureFacts } from '../pictures/facts.ts';
import { confirmationName } from '../twins/confirmation.ts';
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

/* Where files are in `content/`. Each is read, or reported: a file that nothing reads would be dropped silently. */

export const misplacedFile = rule({ code: 'C010', severity: 'error', guide: 'places' });
export const misnamedContact = rule({ code: 'C050', severity: 'error', guide: 'places' });
export const misnamedNotice = rule({ code: 'C245', severity: 'error', guide: 'news' });
export const misnamedNews = rule({ code: 'C250', severity: 'error', guide: 'news' });
export const leftoverFile = rule({ code: 'C068', severity: 'warning', guide: 'places' });
export const caseConflict = rule({ code: 'C070', severity: 'error', guide: 'places' });

// Windows reserves some names for devices, with any extension: a repository that contains one cannot be checked out there.
const name = '(?!(?:aux|con|nul|prn)(?:[/.]|$))[a-z]+(?:-[a-z]+)*';
// A page of a kind that comes out each year has the year in its name: `annual-report-2025`.
const pageName = `${name}(?:-\\d{4})?`;
const pageKey = `${pageName}(?:/${pageName})*`;
const newsKey = `news/\\d{4}-\\d{2}-\\d{2}-${name}`;
/** The form of the key of a page or a news item. */
export const keyPattern = new RegExp(`^(?:${pageKey}|${newsKey})$`);
const contactPattern = new RegExp(`^content/contacts/(${name})\\.yaml$`);
const folder = `content/(?:pages/(?<page>${pageKey})|(?<news>${newsKey}))`;
const pagePattern = new RegExp(`^${folder}/(?<code>[a-z]+)\\.mdx$`);
const confirmationPattern = new RegExp(`^${folder}/${confirmationName}$`);

/** Whether a text has the form of the key of a page that is no news item. */
export function isPageKey(text: string): boolean {
  return new RegExp(`^${pageKey}$`).test(text);
}

/** The day in the key of a news item, YYYY-MM-DD; null for any other key, or a day that does not exist. */
export function dayOfNews(key: string): string | null {
  const day = new RegExp(`^${newsKey}$`).test(key) ? key.slice(5, 15) : '';
  return isCalendarDate(day) ? day : null;
}

/** The folder of a page or a news item, as a path from the root. */
export function folderOfPage(key: string): string {
  return dayOfNews(key) === null ? `content/pages/${key}` : `content/${key}`;
}

/** The folders that hold the folders of pages. */
export const pageFolders = ['content/pages', 'content/news'] as const;

/** The key in a path that matches one of the patterns; null when it does not match. */
function keyIn(match: RegExpExecArray | null): string | null {
  const { page, news } = match?.groups ?? {};
  return page ?? (news !== undefined && dayOfNews(news) !== null ? news : null);
}

/** The id of a contact, by the path of its file; null for any other file. */
export function contactIdOf(file: string): string | null {
  return contactPattern.exec(file)?.[1] ?? null;
}

/** The key and the language of a page, by the path of its file; null for any other file. */
export function pageOfFile(file: string, languages: readonly Language[]): { key: string; language: Language } | null {
  const match = pagePattern.exec(file);
  const key = keyIn(match);
  const code = match?.groups?.['code'];
  const language = languages.find((each) => each.code === code);
  return key && language ? { key, language } : null;
}

/** The key of the page that a confirmation belongs to, by the path of the file; null for any other file. */
export function pageOfConfirmation(file: string): string | null {
  return keyIn(confirmationPattern.exec(file));
}

const besidePattern = new RegExp(`^${folder}/(?<base>[^/]+)$`);

/** Extensions of pictures and of documents, those that are refused included. */
const pictureName = /\.(?:avif|bmp|gif|hei[cf]|jfif|jpe?g|png|svg|tiff?|webp)$/i;
const documentName = /\.(?:csv|doc[mx]?|od[pst]|pdf|ppt[mx]?|rtf|xls[bmx]?|zip)$/i;

/** The key of the page that a picture is beside, and its name in that folder; null for any other file. */
export const pictureOfPage = (file: string) => besidePage(file, pictureName);

/** The key of the page that a document is beside, and its name in that folder; null for any other file. */
export const documentOfPage = (file: string) => besidePage(file, documentName);

function besidePage(file: string, wanted: RegExp): { key: string; name: string } | null {
  const match = besidePattern.exec(file);
  const key = keyIn(match);
  const base = match?.groups?.['base'];
  return key && base && wanted.test(base) && !leftover.test(base) ? { key, name: base } : null;
}

const noticePattern = new RegExp(`^content/notices/(templates/)?(${name})\\.yaml$`);

/** The key of a notice or of a template for one, by the path of its file; null for any other file. */
export function noticeOfFile(file: string): { kind: 'notice' | 'template'; key: string } | null {
  const [, folder, key] = noticePattern.exec(file) ?? [];
  return key ? { kind: folder ? 'template' : 'notice', key } : null;
}

/** Files that operating systems, editors and merges leave behind. */
const leftover =
  /^(?:\.DS_Store|\._.*|Thumbs\.db|[Dd]esktop\.ini|\.directory|\.gitkeep|~\$.*|\.~lock\..*#|#.*#|\.#.*|\..*\.sw[a-p]|.*(?:~|\.bak|\.orig|\.rej|\.tmp|\.part|\.crdownload))$/;

/** The language of a file by its name; null for a file that all languages share. */
export function languageOfFile(file: string, languages: readonly Language[]): string | null {
  return languages.find(({ code }) => file.endsWith(`/${code}.mdx`))?.code ?? null;
}

/** C010, C050, C068 or C070: a file that nothing reads. `all` has every file below `content/`. */
export function strayFile(file: string, all: readonly string[], languages: readonly Language[]): Finding {
  const place = startOfFile(file, languageOfFile(file, languages));
  const base = file.slice(file.lastIndexOf('/') + 1);
  if (leftover.test(base)) return leftoverFile.at(place);
  const other = sameButForCase(file, all);
  if (other) return caseConflict.at(place, { other });
  const allowed = languages.map(({ code }) => `${code}.mdx`).join(', ');
  const likely = plainPath(file);
  // A copy whose original is still there.
  if (likely !== file && all.includes(likely))
    return misplacedFile.at(place, { allowed, suggestion: likely, kind: 'copy' });
  const isPlace = contactIdOf(likely) ?? pageOfFile(likely, languages) ?? noticeOfFile(likely);
  const suggestion = isPlace === null ? 'none' : likely;
  if (file.startsWith('content/contacts/')) return misnamedContact.at(place, { suggestion });
  if (file.startsWith('content/news/')) return misnamedNews.at(place, { suggestion });
  if (file.startsWith('content/notices/')) return misnamedNotice.at(place, { suggestion });
  return misplacedFile.at(place, { allowed, suggestion, kind: kindOfFile(base) });
}

function kindOfFile(base: string): string {
  if (/\.(?:docx?|odt|rtf|pages|pdf|txt|html?|pptx?|xlsx?|csv|eml|msg)$/i.test(base)) return 'document';
  if (/\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i.test(base)) return 'image';
  return 'other';
}

/** Another file or folder that some file systems take for the same one: `Ict` and `ict` are one folder on a Mac. */
function sameButForCase(file: string, all: readonly string[]): string | null {
  const fold = (path: string) => path.normalize('NFC').toLowerCase();
  const prefixes = (path: string) => [...path.matchAll(/\/|$/g)].map(({ index }) => path.slice(0, index));
  for (const prefix of prefixes(file)) {
    for (const other of all) {
      const same = prefixes(other).find((each) => each !== prefix && fold(each) === fold(prefix));
      if (same) return same;
    }
  }
  return null;
}

/** What programs and people add to the name of a copy: `nl (1)`, `Kopie van nl`, `nl - Copy`, `nl_v2`, `nl-DESKTOP-1AB2`. */
const signOfCopy =
  / ?\([^()/]*\)|(?<=\/)(?:copy of|kopie van|copie de) |[ _-]+(?:copy|kopie|copie|oud|old|ancien|nieuw|new|nouveau|v\d+|def|final|desktop-\w+)(?=[./])/g;

/** The path that the writer probably meant. */
function plainPath(file: string): string {
  return file
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(signOfCopy, '')
    .replace(/[\s_]+/g, '-')
    .replace(/\.(?:mdx?|markdown)(?:\.txt)?$/, '.mdx')
    .replace(/\.ya?ml(?:\.txt)?$/, '.yaml');
}
