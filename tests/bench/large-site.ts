import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '#commands/environment.ts';
import { loadSite } from '#gate/load.ts';
import { pathOf } from '#gate/read/files.ts';
import { commentsOf, pathsFile, readRegister, writeRegister } from '#gate/rules/paths.ts';
import { languages } from '#lib/languages/languages.ts';

/** A site has one page with each of these. */
const oneOfAKind = /<(?:Directory|Search|SiteIndex|SubPages|Accessibility\w+)\b|^template: home$/m;
/** The page that is copied for each section: it lists the pages below it. */
const listingPage = 'about';
const parentPage = 'services';
const pagesPerSection = 20;

const pageFile = (key: string, name: string) => path.join('content/pages', key, name);
const read = (key: string, name: string) => readFileSync(path.join(root, pageFile(key, name)), 'utf8');
const slugLine = /^slug: (.*)$/m;

/**
 * Writes the content of a large site: the real content, and below one page sections with copies of real pages.
 * @param target folder for `content/`, which is replaced
 * @param pages pages per language, at least as many as the real site has
 */
export function writeLargeSite(target: string, pages: number): void {
  rmSync(path.join(target, 'content'), { recursive: true, force: true });
  cpSync(path.join(root, 'content'), path.join(target, 'content'), { recursive: true });
  const keys = globSync('content/pages/**/in-step.yaml', { cwd: root })
    .map((file) => path.relative('content/pages', path.dirname(file)))
    .sort();
  const ordinary = keys.filter((key) => languages.every(({ code }) => !oneOfAKind.test(read(key, `${code}.mdx`))));
  for (let count = 0; count < pages - keys.length; count++) {
    const [section, place] = [Math.floor(count / (pagesPerSection + 1)), count % (pagesPerSection + 1)];
    const source = place === 0 ? listingPage : ordinary[(section + place) % ordinary.length];
    copyPage(target, source ?? '', place === 0 ? letters(section) : `${letters(section)}/${letters(place)}`);
  }
  registerPaths(target);
}

/** Copies a page with its record below the parent page. */
function copyPage(target: string, key: string, name: string): void {
  const copy = path.join(parentPage, name);
  mkdirSync(path.join(target, pageFile(copy, '')), { recursive: true });
  const confirmed = read(key, 'in-step.yaml').replace(/^ +title: .*$/gm, (line) => titled(line, name));
  writeFileSync(path.join(target, pageFile(copy, 'in-step.yaml')), confirmed);
  for (const { code } of languages) {
    const [, parentSlug] = slugLine.exec(read(parentPage, `${code}.mdx`)) ?? [];
    const text = read(key, `${code}.mdx`)
      .replace(slugLine, `slug: ${parentSlug}/${name}`)
      .replace(/^title: .*$/m, (line) => titled(line, name));
    writeFileSync(path.join(target, pageFile(copy, `${code}.mdx`)), text);
  }
}

/** A title of its own for a copy. */
const titled = (line: string, name: string) => line.replace(/"?$/, (end) => ` ${path.basename(name)}${end}`);

/** Adds the paths of all pages to the register, as if they had been published. */
function registerPaths(target: string): void {
  const file = path.join(target, pathsFile);
  const { pageStates } = loadSite({ root: target, languages, drafts: false });
  const entries = pageStates.flatMap(({ key, twins }) =>
    twins.flatMap((twin) => {
      const pagePath = pathOf(twin);
      return pagePath === null ? [] : [{ path: pagePath, key }];
    }),
  );
  const register = readRegister(readFileSync(file, 'utf8'));
  // The real register also has the old paths that redirect to a page.
  writeFileSync(file, writeRegister(commentsOf(register), [...register.entries, ...entries]));
}

/** A number in three letters, because keys have no digits: 0 is `aaa`, 27 is `abb`. */
function letters(number: number): string {
  const letter = (value: number) => String.fromCharCode(97 + (value % 26));
  return [number / 676, number / 26, number].map((each) => letter(Math.floor(each))).join('');
}
