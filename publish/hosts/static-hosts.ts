import { mediaTypeOf } from '#lib/site/media-types.ts';
import { type HeaderRules, type Headers, immutablePrefix, policyOf } from './headers.ts';
import type { Hosting } from './hosting.ts';
import { spellingsOf } from './site-files.ts';

/** The two files from which hosts of finished files (Cloudflare Pages and Workers, Netlify) take their rules. */
export interface StaticHostFiles {
  readonly headers: string;
  readonly redirects: string;
}

/** What such hosts read at most, by the strictest of them: Cloudflare ignores the rest without a word. */
export const limits = { headerRules: 100, headerLine: 2000, redirects: 2000, redirectLine: 1000 };

/**
 * The rules of the site for hosts of finished files. Where several rules speak of an address, Cloudflare joins their values,
 * after what a line with `!` takes away; Netlify lets the last one hold, and reads no such line. Both come to the same.
 *
 * Neither says that something is gone (410): there, what is gone is a 404. The other spellings of a page are left out: Cloudflare leads them to the page by itself, and Netlify cannot be made to.
 * @returns null when the site has more rules than such hosts take: half of them would be worse than none
 */
export function staticHostFiles(hosting: Hosting): StaticHostFiles | null {
  // A rule for each page lets it have its own style sheet and no other. Where those are too many, all pages may have each of
  // the site's style sheets.
  const headers = [hosting.headers, sharePolicy(hosting.headers)]
    .map((rules) => headerLines({ ...hosting, headers: rules }))
    .find((lines) => lines !== null);
  const redirects = redirectLines(hosting);
  return headers && redirects ? { headers: text(headers), redirects: text(redirects) } : null;
}

/** The lines of `_headers`; null when a host would not take them all. */
function headerLines({ headers, files }: Hosting): string[] | null {
  const everywhere = {
    ...headers.always,
    'Content-Security-Policy': policyOf(headers),
    ...headers.changing,
  };
  const rules: (readonly [path: string, headers: Headers])[] = [
    ['/*', everywhere],
    [`${immutablePrefix}*`, headers.immutable],
    ...extensionsOf(files).map(
      (extension) => [`/*.${extension}`, { 'Content-Type': mediaTypeOf(`.${extension}`) ?? '' }] as const,
    ),
    ...Object.entries(files)
      .filter(([, file]) => Object.hasOwn(headers.pages, file))
      .map(([address, file]) => [address, { 'Content-Security-Policy': policyOf(headers, file) }] as const),
  ];
  const lines = rules.flatMap(([path, own]) => [
    path,
    ...Object.entries(own).flatMap(([name, value]) => [
      ...(own !== everywhere && name in everywhere ? [`  ! ${name}`] : []),
      `  ${name}: ${value}`,
    ]),
  ]);
  const fits = rules.length <= limits.headerRules && lines.every(({ length }) => length <= limits.headerLine);
  return fits ? lines : null;
}

/** The same rules with one list of style sheets for all pages, so that only pages with scripts need a rule of their own. */
function sharePolicy(headers: HeaderRules): HeaderRules {
  const sources = Object.values(headers.policies).flatMap(
    (policy) => styleSources.exec(policy)?.[1]?.split(' ') ?? [],
  );
  const list = [...new Set(sources)].sort().join(' ');
  const share = (policy: string) => policy.replace(styleSources, `style-src ${list}`);
  const policies = Object.entries(headers.policies).map(([name, policy]) => [name, share(policy)] as const);
  const wide = { ...headers, policies: Object.fromEntries(policies) };
  const pages = Object.entries(headers.pages).filter(([file]) => policyOf(wide, file) !== policyOf(wide));
  return { ...wide, pages: Object.fromEntries(pages) };
}

const styleSources = /style-src ([^;]+)/;

/** The lines of `_redirects`; null when a host would not take them all. */
function redirectLines(hosting: Hosting): string[] | null {
  const lines = oldAddresses(hosting).map(([from, to]) => `${from} ${to} 301`);
  const fits = lines.length <= limits.redirects && lines.every(({ length }) => length <= limits.redirectLine);
  return fits ? lines : null;
}

/** Pages have addresses without an extension, and are HTML on every host. */
function extensionsOf(files: Hosting['files']): string[] {
  const extensions = Object.keys(files).flatMap((address) => /\.([^./]+)$/.exec(address)?.[1] ?? []);
  return [...new Set(extensions)].sort();
}

function oldAddresses({ redirects, files }: Hosting): [string, string][] {
  const spellings = new Set(Object.values(files).flatMap(spellingsOf));
  return Object.entries(redirects).filter(([from]) => !spellings.has(from));
}

function text(lines: readonly string[]): string {
  return ['# Made by the build. Change publish/hosts/static-hosts.ts, not this file.', ...lines, ''].join(
    '\n',
  );
}
