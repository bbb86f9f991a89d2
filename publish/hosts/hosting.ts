import { addressesOf } from '#lib/open-data/data-paths.ts';
import { unitsOfData } from '#lib/open-data/directory-data.ts';
import { choiceKey } from '#lib/records/redirects.ts';
import { markdownPath } from '#lib/site/markdown.ts';
import { pathOf, type Site } from '#lib/site/site.ts';
import { type HeaderRules, headerRules, type PageRules } from './headers.ts';
import { type Identifiers, identifiersOf } from './identifiers.ts';
import { withoutLanguage } from './near-paths.ts';
import { type FilePath, notFoundFile, pathOfFile, spellingsOf } from './site-files.ts';

/** The rules of the site for its hosts: `out/hosting.json`, which the embedded server reads. */
export interface Hosting {
  readonly headers: HeaderRules;
  /** Other spellings, paths without a language and old paths, each with its target (301). */
  readonly redirects: Readonly<Record<string, string>>;
  /** Old paths that are gone for good (410), sorted. */
  readonly gone: readonly string[];
  /** Where the identifier of each unit leads, by language. */
  readonly identifiers: Identifiers;
  /** The file of each path. No other path answers 200. */
  readonly files: Readonly<Record<string, FilePath>>;
}

/** The rules for hosts, from the site, every file in `out/site` except compressed forms, and what each page needs. */
export function hostingOf(site: Site, files: Iterable<FilePath>, pages: ReadonlyMap<FilePath, PageRules>): Hosting {
  const served = [...files].filter((file) => file !== notFoundFile).sort();
  // Other spellings redirect, so that each page has one path.
  const spellings = served.flatMap((file) => spellingsOf(file).map((each) => [each, pathOfFile(file)] as const));
  const paths = Object.fromEntries(served.map((file) => [pathOfFile(file), file]));
  const answered = new Set([...Object.keys(paths), ...site.gone]);
  const shorter = Object.entries(withoutLanguage(site)).filter(([from]) => !answered.has(from));
  return {
    headers: headerRules(pages, canonicalLinks(site)),
    redirects: { ...Object.fromEntries([...spellings, ...shorter, ...renamedUnits(site)]), ...redirectsOf(site) },
    gone: [...site.gone].sort(),
    identifiers: identifiersOf(site),
    files: paths,
  };
}

function redirectsOf(site: Site): Record<string, string> {
  return Object.fromEntries(
    site.redirects.map(({ from, page }) => {
      const language = from.split('/')[1] ?? '';
      return [from, page === choiceKey ? '/' : pathOf(site, page, language)];
    }),
  );
}

/** The addresses with a former id of a unit, each with the present one. */
function renamedUnits(site: Site): [from: string, to: string][] {
  return unitsOfData(site).flatMap(({ id, formerIds = [] }) => {
    const present = addressesOf(id, site.languages);
    return formerIds.flatMap((former) =>
      addressesOf(former, site.languages).map((from, index): [string, string] => [from, present[index] ?? '/']),
    );
  });
}

function canonicalLinks({ origin, pages }: Site): Record<FilePath, string> {
  const paths = pages.flatMap(({ twins }) => Object.values(twins).map(({ path }) => path));
  return Object.fromEntries(paths.map((path) => [markdownPath(path), `<${origin}${path}>; rel="canonical"`]));
}
