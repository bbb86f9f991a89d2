import type { Site } from '#lib/site/site.ts';
import { spellingsOf } from './site-files.ts';

/* Addresses as people type and paste them: with capitals, with the sign that follows in a sentence, or without the language. */

/** The signs after an address that a mail program or a word processor took for a part of it, raw or percent-encoded, as a pattern. */
const signs = String.raw`[!)*+,.:;>_'|~\]}]|%(0[9ad]|2[0279bc]|3[ade]|5d|60|7[cde]|c2%a0|c2%bb|e2%80%(8b|99|9d|a6)|ef%bb%bf)`;

/**
 * A target whose path may mean another one, for JavaScript and nginx, in any case. The group is the path without `.html`, slash, name of
 * an index and signs.
 */
export const nearPattern = String.raw`^(?<near>/[a-z0-9/-]*?[a-z0-9])(\.html?|/(index\.html?)?)?(${signs})*(\?|$)`;

/** What a host answers: the file of each path, and the target of each redirect. */
interface Answers {
  readonly files: Readonly<Record<string, string>>;
  readonly redirects: Readonly<Record<string, string>>;
}

/** The target of each path that answers, in lower case: every page, and every redirect to one. */
export function nearPaths({ files, redirects }: Answers): Record<string, string> {
  const pages = Object.entries(files).filter(([path, file]) => path !== '/' && file.endsWith('.html'));
  const spellings = new Set(pages.flatMap(([, file]) => spellingsOf(file)));
  const moved = Object.entries(redirects).filter(([from]) => !spellings.has(from) && !from.includes('.'));
  return Object.fromEntries([...pages.map(([path]) => [path, path] as const), ...moved]);
}

/** The near paths that a host without patterns can name, for each path that answers: with capitals, and with the most usual signs. */
export function usualNearPaths(near: Readonly<Record<string, string>>): [from: string, to: string][] {
  return Object.entries(near).flatMap(([path, to]) => {
    const capitals = [path.replace(/^\/[a-z]+(?=\/|$)/, (language) => language.toUpperCase()), path.toUpperCase()];
    const all = [...capitals, ...['.', ',', ')', '%20'].map((sign) => path + sign)];
    return [...new Set(all)].filter((from) => from !== path).map((from): [string, string] => [from, to]);
  });
}

/** Redirects from the path of a page without its language: to the page, or to the choice of a language when several have the slug. */
export function withoutLanguage({ pages }: Site): Record<string, string> {
  const paths = pages.flatMap(({ twins }) => Object.values(twins).map(({ path }) => path));
  const bySlug = Map.groupBy(paths, (path) => path.replace(/^\/[^/]+/, ''));
  return Object.fromEntries(
    [...bySlug]
      .filter(([slug]) => slug !== '')
      .map(([slug, [page = '/', ...others]]) => [slug, others.length > 0 ? '/' : page]),
  );
}
