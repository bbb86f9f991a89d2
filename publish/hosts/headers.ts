import { hash } from 'node:crypto';
import { PublishFault } from '../fault.ts';
import { type FilePath, notFoundFile } from './site-files.ts';

export type Headers = Readonly<Record<string, string>>;

/** The response headers of the site, for every host; `Shared` are the constants below. */
export interface HeaderRules extends Readonly<Record<Shared, Headers>> {
  /** Every Content-Security-Policy of the site by name. Pages of one kind with one style sheet share a policy. */
  readonly policies: Readonly<Record<string, string>>;
  /** The name of the policy of each page. Other files, redirects and errors have `plainPolicy`. */
  readonly pages: Readonly<Record<FilePath, string>>;
  /** The `Link` of each page as Markdown: its canonical page (RFC 6596), so that search engines list the page alone. */
  readonly links: Readonly<Record<FilePath, string>>;
}
type Shared = 'always' | 'changing' | 'immutable' | 'data' | 'cards';

/** The directives that a page has beyond the plain policy (CSP Level 3), by kind of page. */
const directivesOfKind = {
  plain: [],
  /** Contains a custom element. */
  enhanced: ["script-src 'self'"],
  /** Contains a custom element that fetches data. */
  fetching: ["script-src 'self'", "connect-src 'self'"],
} as const satisfies Record<string, readonly string[]>;

export type PageKind = keyof typeof directivesOfKind;

export interface PageRules {
  readonly kind: PageKind;
  /** The text of its `<style>`, exactly as published. */
  readonly css: string;
}

/** The name of the policy of the error page, and of every response that is not a page. */
export const plainPolicy = 'plain';

/** Where fingerprinted files are. */
export const immutablePrefix = '/assets/';

/** Rules by which a browser may prerender the page of a link (HTML, speculative loading); inline they would weaken the policy. */
const speculationRules = '/navigation.speculationrules';

/** The header with which a file says which sites may load it into their pages (Fetch). */
export const resourcePolicy = 'Cross-Origin-Resource-Policy';

/** Headers of every response. The pages load only fonts, images, modules and their web manifest from their own origin; everything else is refused. */
const always: Headers = {
  // No page can be reached through `window.opener` or shares a process with another site (HTML).
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Pages load only resources that opt in (HTML); all of ours do, with the next header. Together with the one above, pages are
  // cross-origin isolated.
  'Cross-Origin-Embedder-Policy': 'require-corp',
  // No other site loads our files into its pages (Fetch), except preview cards. Links and programs are not affected.
  [resourcePolicy]: 'same-origin',
  // Features that no page uses.
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  // Other sites do not learn which page a visitor comes from.
  'Referrer-Policy': 'same-origin',
  'Speculation-Rules': `"${speculationRules}"`,
  // One year of https only (RFC 6797). Browsers ignore it over http, so it is harmless without TLS. Subdomains belong to others: no
  // includeSubDomains, no preload.
  'Strict-Transport-Security': 'max-age=31536000',
  // Browsers do not guess another media type (Fetch).
  'X-Content-Type-Options': 'nosniff',
};

/**
 * For files that keep their path when they change, such as pages. A change is public within a minute. A cache may use a stale page for ten more minutes while it fetches the new one (RFC 5861), so
 * that no visitor waits for it. `public` is implied by a lifetime (RFC 9111, 3).
 */
const changing: Headers = { 'Cache-Control': 'max-age=60, stale-while-revalidate=600' };

/** For files with their hash in the path (`/assets/`), which changes with the content (RFC 8246). */
const immutable: Headers = { 'Cache-Control': 'max-age=31536000, immutable' };

/** For preview cards (`isCard`), instead of the same headers of every response: services that show a shared link load its card. */
const cards: Headers = { [resourcePolicy]: 'cross-origin' };

/** For files below `/data/`: programs in pages of other sites may read the open data (Fetch, CORS protocol), and nothing else. */
const data: Headers = { 'Access-Control-Allow-Origin': '*' };

/** Where the open data are. */
export const dataPrefix = '/data/';

/** Whether a file is a preview card, or a drawing in the form for old browsers. */
export function isCard(file: FilePath): boolean {
  return file.startsWith(immutablePrefix) && /\.(?:png|jpeg)$/.test(file);
}

/** The kind of a page with these custom elements; one of them may fetch data. */
export function kindOf(elements: readonly string[], fetches: boolean): PageKind {
  if (fetches) return 'fetching';
  return elements.length > 0 ? 'enhanced' : 'plain';
}

/**
 * Derives the headers of the site from its pages.
 * @param pages what each page needs, by file; the error page included
 * @throws PublishFault when the error page is not plain: it is sent for paths without a file, which have the plain policy
 */
export function headerRules(pages: ReadonlyMap<FilePath, PageRules>, links: HeaderRules['links'] = {}): HeaderRules {
  const errorPage = pages.get(notFoundFile);
  if (errorPage?.kind !== 'plain')
    throw new PublishFault('the error page contains a custom element, whose script its policy refuses.');
  const plain = policyFor(errorPage);
  const policies: Record<string, string> = { [plainPolicy]: plain };
  const names: Record<FilePath, string> = {};
  for (const [file, rules] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const policy = policyFor(rules);
    if (policy === plain) continue;
    const name = `${rules.kind}-${hash('sha256', rules.css).slice(0, 8)}`;
    policies[name] = policy;
    names[file] = name;
  }
  return { always, policies, pages: names, links, changing, immutable, data, cards };
}

/** The policy of a response: of a page, or the plain policy. */
export function policyOf({ policies, pages }: HeaderRules, file?: FilePath): string {
  const name = file !== undefined && Object.hasOwn(pages, file) ? pages[file] : undefined;
  return policies[name ?? plainPolicy] ?? '';
}

/** The policy of a page. It allows one inline style sheet, by the hash of its text (CSP Level 3, hash-source), and no other. */
function policyFor({ kind, css }: PageRules): string {
  return [
    // Refuses everything that is not allowed below: scripts, frames, connections, media, workers.
    "default-src 'none'",
    `style-src 'sha256-${hash('sha256', css, 'base64')}'`,
    "font-src 'self'",
    "img-src 'self'",
    "manifest-src 'self'",
    // These do not fall back to default-src: no <base>, no form that submits to another site, no embedding page.
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...directivesOfKind[kind],
  ].join('; ');
}
