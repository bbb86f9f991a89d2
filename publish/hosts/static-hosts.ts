import { mediaTypeOf } from '#lib/site/media-types.ts';
import { dataPrefix, type HeaderRules, type Headers, immutablePrefix, policyOf } from './headers.ts';
import type { Hosting } from './hosting.ts';
import { nearPaths, usualNearPaths } from './near-paths.ts';
import { spellingsOf } from './site-files.ts';

/** The limits of the strictest of these hosts: Cloudflare silently ignores what exceeds them. */
export const limits = { headerRules: 100, headerLine: 2000, redirects: 2000, redirectLine: 1000 };

/**
 * The two files with the rules of the site that static hosts (Cloudflare Pages and Workers, Netlify) read, `_headers` and `_redirects`. When several rules match a path, Cloudflare joins their values after removing those
 * that a line with `!` names; Netlify applies the last one and ignores such lines. The result is the same.
 *
 * Neither can answer 410: a path that is gone answers 404. Other spellings of a page are left out: Cloudflare redirects them by
 * itself, and Netlify cannot be made to.
 * @returns null when the site has more rules than these hosts accept: half of them would be worse than none
 */
export function staticHostFiles(hosting: Hosting): { readonly headers: string; readonly redirects: string } | null {
  // Pages as Markdown do without their `Link` when a rule for each is too many: the policy of a page matters more. If its rules are too
  // many as well, every page allows all style sheets of the site.
  const unlinked = { ...hosting.headers, links: {} };
  const headers = [hosting.headers, unlinked, sharePolicy(unlinked)]
    .map((rules) => headerLines({ ...hosting, headers: rules }))
    .find((lines) => lines !== null);
  const redirects = redirectLines(hosting);
  return headers && redirects ? { headers: text(headers), redirects: text(redirects) } : null;
}

/** The lines of `_headers`; null when they exceed the limits. */
function headerLines({ headers, files }: Hosting): string[] | null {
  const everywhere = { ...headers.always, 'Content-Security-Policy': policyOf(headers), ...headers.changing };
  const rules: (readonly [path: string, headers: Headers])[] = [
    ['/*', everywhere],
    [`${immutablePrefix}*`, headers.immutable],
    [`${dataPrefix}*`, headers.data],
    [`${immutablePrefix}*.png`, headers.cards],
    [`${immutablePrefix}*.jpeg`, headers.cards],
    ...extensionsOf(files).map(
      (extension) => [`/*.${extension}`, { 'Content-Type': mediaTypeOf(`.${extension}`) ?? '' }] as const,
    ),
    ...Object.entries(files)
      .filter(([, file]) => Object.hasOwn(headers.pages, file))
      .map(([path, file]) => [path, { 'Content-Security-Policy': policyOf(headers, file) }] as const),
    ...Object.entries(headers.links).map(([path, link]) => [path, { Link: link }] as const),
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

/** The same rules with one list of style sheets for all pages, so that only pages with scripts need their own rule. */
function sharePolicy(headers: HeaderRules): HeaderRules {
  const sources = Object.values(headers.policies).flatMap((policy) => styleSources.exec(policy)?.[1]?.split(' ') ?? []);
  const list = [...new Set(sources)].sort().join(' ');
  const share = (policy: string) => policy.replace(styleSources, `style-src ${list}`);
  const policies = Object.entries(headers.policies).map(([name, policy]) => [name, share(policy)] as const);
  const wide = { ...headers, policies: Object.fromEntries(policies) };
  const pages = Object.entries(headers.pages).filter(([file]) => policyOf(wide, file) !== policyOf(wide));
  return { ...wide, pages: Object.fromEntries(pages) };
}

const styleSources = /style-src ([^;]+)/;

/** The lines of `_redirects`, with near paths while there is room; null when they exceed the limits. */
function redirectLines(hosting: Hosting): string[] | null {
  const spellings = new Set(Object.values(hosting.files).flatMap(spellingsOf));
  const oldPaths = Object.entries(hosting.redirects).filter(([from]) => !spellings.has(from));
  const near = usualNearPaths(nearPaths(hosting));
  const fitting = [[...oldPaths, ...near], oldPaths].find(({ length }) => length <= limits.redirects);
  const lines = fitting?.map(([from, to]) => `${from} ${to} 301`);
  return lines?.every(({ length }) => length <= limits.redirectLine) ? lines : null;
}

function extensionsOf(files: Hosting['files']): string[] {
  const extensions = Object.keys(files).flatMap((path) => /\.([^./]+)$/.exec(path)?.[1] ?? []);
  return [...new Set(extensions)].sort();
}

function text(lines: readonly string[]): string {
  const note = '# Made by the build. Change publish/hosts/static-hosts.ts, not this file.';
  return [note, ...lines, ''].join('\n');
}
