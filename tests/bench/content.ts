import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '#commands/environment.ts';
import { loadSite } from '#gate/load.ts';
import { pathOf } from '#gate/read/files.ts';
import { commentsOf, pathsFile, readRegister, writeRegister } from '#gate/rules/paths.ts';
import { type Language, languages } from '#lib/languages/languages.ts';

/** Pages that the site has once; a second one would be another site. */
const oneOfAKind = /<(?:Directory|Search|SiteIndex|SubPages|Accessibility\w+)\b/;

/**
 * Writes a site of so many files: the real content, and then its pages and contacts again and again under other names, with
 * their real texts.
 * @param target folder in which `content/` is made
 */
export function writeContent(target: string, files: number): void {
  const source = path.join(root, 'content');
  const made = path.join(target, 'content');
  cpSync(source, made, { recursive: true, filter: (file) => path.extname(file) !== '.md' });
  let left = files - countFiles(made);
  const pages = pagesToCopy(source);
  const contacts = readdirSync(path.join(source, 'contacts')).filter((name) => name !== 'chancellery.yaml');
  for (let copy = 0; left > 0; copy++) {
    // One file in seven is a contact, about as in the real content.
    const contact = contacts[copy % contacts.length];
    if (contact && copy % 2 === 1) {
      const name = `${path.basename(contact, '.yaml')}-${letters(copy)}.yaml`;
      cpSync(path.join(source, 'contacts', contact), path.join(made, 'contacts', name));
      left -= 1;
    }
    const page = pages[copy % pages.length];
    if (!page || left <= 0) continue;
    left -= copyPage(page, path.join(made, 'pages/services', letters(copy)), letters(copy));
  }
  register(target);
}

/** Pages in one section, as a reader can still overlook them. */
const pagesInSection = 20;

/**
 * Writes a site of so many pages, as a large site is built: the real content, and below the page of the services sections, each of
 * which lists its pages. All of them are copies of real pages. The contacts are the real ones: an organisation does not grow with
 * what it writes.
 * @param target folder in which `content/` is made
 * @param pages pages in each language
 */
export function writeLargeSite(target: string, pages: number): void {
  const source = path.join(root, 'content');
  const made = path.join(target, 'content');
  cpSync(source, made, { recursive: true, filter: (file) => path.extname(file) !== '.md' });
  const texts = pagesToCopy(source);
  const listing = path.join(source, 'pages', listingPage);
  let left = pages - countPages(made);
  for (let section = 0; left > 0; section++) {
    const key = letters(section);
    copyPage(listing, path.join(made, 'pages/services', key), key);
    left -= 1;
    for (let place = 0; place < pagesInSection && left > 0; place++) {
      const text = texts[(section + place) % texts.length];
      if (!text) break;
      copyPage(text, path.join(made, 'pages/services', key, letters(place)), `${key}/${letters(place)}`);
      left -= 1;
    }
  }
  register(target);
}

/** A page that lists what lies below it. */
const listingPage = 'about';

function countPages(folder: string): number {
  const [language] = languages;
  return readdirSync(path.join(folder, 'pages'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => path.basename(file) === `${language?.code}.mdx`,
  ).length;
}

/** Writes the paths of all pages into the register, as if they had been published. */
function register(target: string): void {
  const file = path.join(target, pathsFile);
  const known = readRegister(readFileSync(file, 'utf8'));
  const { pageStates } = loadSite({ root: target, languages, drafts: false });
  const entries = pageStates.flatMap(({ key, twins }) =>
    twins.flatMap((twin) => {
      const address = pathOf(twin);
      return address === null ? [] : [{ path: address, key }];
    }),
  );
  writeFileSync(file, writeRegister(commentsOf(known), entries));
}

function countFiles(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .length;
}

/** The folders of pages that can stand below another page as they are. */
function pagesToCopy(source: string): string[] {
  return readdirSync(path.join(source, 'pages'), { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(source, 'pages', file))
    .filter((file) => path.basename(file) === `${languages[0]?.code}.mdx`)
    .filter((file) => {
      const text = readFileSync(file, 'utf8');
      return !oneOfAKind.test(text) && !/^template: home$/m.test(text);
    })
    .map((file) => path.dirname(file))
    .sort();
}

/** Copies a page below the page of the services. */
function copyPage(page: string, target: string, name: string): number {
  mkdirSync(target, { recursive: true });
  const names = readdirSync(page, { withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { name: file } of names) {
    const text = readFileSync(path.join(page, file), 'utf8');
    const language = languages.find(({ code }) => file === `${code}.mdx`);
    const moved = language ? text.replace(/^slug: .*$/m, `slug: ${parentSlug(language)}/${name}`) : text;
    writeFileSync(path.join(target, file), moved);
  }
  return names.length;
}

function parentSlug({ code }: Language): string {
  const text = readFileSync(path.join(root, 'content/pages/services', `${code}.mdx`), 'utf8');
  return /^slug: (.*)$/m.exec(text)?.[1] ?? '';
}

/** A number in letters, because keys and ids have no digits: 0 is `aa`, 27 is `bb`. */
function letters(number: number): string {
  const letter = (value: number) => String.fromCharCode(97 + (value % 26));
  return [number / 676, number / 26, number].map((each) => letter(Math.floor(each))).join('');
}
