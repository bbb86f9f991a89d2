import { pageOf, type Site, twinOf } from '#lib/site/site.ts';
import { type HeaderRules, headerRules, type PageRules } from './headers.ts';
import { addressOfFile, type FilePath, notFoundFile, spellingsOf } from './site-files.ts';

/** What a host must do besides sending files: `out/hosting.json`, from which the embedded server works. */
export interface Hosting {
  readonly headers: HeaderRules;
  /** Other spellings and old addresses, each with the address that answers; 301. */
  readonly redirects: Readonly<Record<string, string>>;
  /** Old addresses at which nothing stands any more, on purpose; 410. */
  readonly gone: readonly string[];
  /** Address to file. Nothing else is answered with 200. */
  readonly files: Readonly<Record<string, FilePath>>;
}

/**
 * The rules for hosts, made from the site and from what is published of it.
 * @param files everything that `out/site` holds, without the compressed forms
 * @param pages the rules of each page, by file; the error page is among them
 */
export function hostingOf(
  site: Site,
  files: Iterable<FilePath>,
  pages: ReadonlyMap<FilePath, PageRules>,
): Hosting {
  const sent = [...files].filter((file) => file !== notFoundFile).sort();
  return {
    headers: headerRules(pages),
    redirects: { ...spellings(sent), ...redirectsOf(site) },
    gone: [...site.gone].sort(),
    files: Object.fromEntries(sent.map((file) => [addressOfFile(file), file])),
  };
}

/** So that each page has one address, and a visitor who types another spelling arrives all the same. */
function spellings(files: readonly FilePath[]): Record<string, string> {
  return Object.fromEntries(
    files.flatMap((file) => spellingsOf(file).map((spelling) => [spelling, addressOfFile(file)])),
  );
}

function redirectsOf(site: Site): Record<string, string> {
  return Object.fromEntries(
    site.redirects.map(({ from, page }) => {
      const language = from.split('/')[1] ?? '';
      return [from, twinOf(pageOf(site, page), language).path];
    }),
  );
}
