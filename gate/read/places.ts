import type { Language } from '#lib/languages/languages.ts';
import type { Finding, FindingCode } from '../finding/finding.ts';
import { recordName } from '../twins/record.ts';

/*
 * Where files stand in `content/`. Everything there is read, or a finding: a file that nobody reads would be lost in silence.
 */

const name = '[a-z]+(?:-[a-z]+)*';
/** The form of a page key. */
export const keyPattern = new RegExp(`^${name}(?:/${name})*$`);
const contactPattern = new RegExp(`^content/contacts/(${name})\\.yaml$`);
const pagePattern = new RegExp(`^content/pages/(${name}(?:/${name})*)/([a-z]+)\\.mdx$`);
const recordPattern = new RegExp(`^content/pages/(${name}(?:/${name})*)/${recordName}$`);

export function isPageKey(text: string): boolean {
  return keyPattern.test(text);
}

/** The id of a contact, by the path of its file; null when it is none. */
export function contactIdOf(file: string): string | null {
  return contactPattern.exec(file)?.[1] ?? null;
}

/** The key and the language of a page, by the path of its file; null when it is none. */
export function pageOfFile(
  file: string,
  languages: readonly Language[],
): { key: string; language: Language } | null {
  const [, key, code] = pagePattern.exec(file) ?? [];
  const language = languages.find((each) => each.code === code);
  return key && language ? { key, language } : null;
}

/** The key of the page that a record belongs to, by the path of the file; null when it is none. */
export function recordOfFile(file: string): string | null {
  return recordPattern.exec(file)?.[1] ?? null;
}

/** What programs leave behind: systems, editors, and those that merge. */
const leftover =
  /^(?:\.DS_Store|\._.*|Thumbs\.db|[Dd]esktop\.ini|\.directory|\.gitkeep|~\$.*|\.~lock\..*#|#.*#|\.#.*|\..*\.sw[a-p]|.*(?:~|\.bak|\.orig|\.rej|\.tmp|\.part|\.crdownload))$/;

/** The language in which a file is written, as far as its name says; null for a file that all languages share. */
export function languageOfFile(file: string, languages: readonly Language[]): string | null {
  return languages.find(({ code }) => file.endsWith(`/${code}.mdx`))?.code ?? null;
}

/** A file that nobody reads, as a finding. */
export function strayFile(file: string, all: readonly string[], languages: readonly Language[]): Finding {
  const base = file.slice(file.lastIndexOf('/') + 1);
  const about = (code: FindingCode, details: Finding['details']): Finding => ({
    code,
    file,
    language: languageOfFile(file, languages),
    line: 1,
    column: 1,
    details,
  });
  if (leftover.test(base)) return about('C068', {});
  const twin = sameButForCase(file, all);
  if (twin) return about('C070', { other: twin });
  const suggestion = likelyPlace(file, all, languages) ?? 'none';
  if (file.startsWith('content/contacts/')) return about('C050', { suggestion });
  const allowed = languages.map(({ code }) => `${code}.mdx`).join(', ');
  return about('C010', { allowed, suggestion, kind: kindOf(base) });
}

function kindOf(base: string): string {
  if (/\.(?:docx?|odt|rtf|pages|pdf|txt|html?|pptx?|xlsx?|csv|eml|msg)$/i.test(base)) return 'document';
  if (/\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)$/i.test(base)) return 'image';
  return 'other';
}

/** Another file, or the folder of one, that some computers cannot tell from this one: `Ict` and `ict` are one folder on a Mac. */
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

/** The place that the writer probably meant. */
function likelyPlace(file: string, all: readonly string[], languages: readonly Language[]): string | null {
  const plain = file
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ \(\d+\)|[ _-]*(?:copy|kopie|copie)/g, '')
    .replace(/[\s_]+/g, '-')
    .replace(/\.(?:mdx?|markdown)(?:\.txt)?$/, '.mdx')
    .replace(/\.ya?ml(?:\.txt)?$/, '.yaml');
  const isPlace = contactIdOf(plain) !== null || pageOfFile(plain, languages) !== null;
  return isPlace && !all.includes(plain) ? plain : null;
}
