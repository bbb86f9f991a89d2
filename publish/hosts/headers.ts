import { createHash } from 'node:crypto';
import { PublishFault } from '../fault.ts';
import { type FilePath, notFoundFile } from './site-files.ts';

/** Response headers, by name. */
export type Headers = Readonly<Record<string, string>>;

/** The headers of the site, from which every host's configuration is made. */
export interface HeaderRules {
  /** For every response. */
  readonly always: Headers;
  /** Each Content-Security-Policy of the site, by name: pages of one kind with one style sheet share one. */
  readonly policies: Readonly<Record<string, string>>;
  /** The name of the policy of each page; whatever is no page has that of the error page, `plainPolicy`. */
  readonly pages: Readonly<Record<FilePath, string>>;
  /** For pages and other files that keep their address when they change. */
  readonly changing: Headers;
  /** For files whose address carries their hash (`/assets/`). */
  readonly immutable: Headers;
}

/** What pages may do beyond the plain policy (CSP Level 3), by kind of page. */
const kindsOfPage = {
  plain: [],
  /** Holds a custom element. */
  enhanced: ["script-src 'self'"],
  /** Searches the site: fetches the search data. */
  search: ["script-src 'self'", "connect-src 'self'"],
} as const satisfies Record<string, readonly string[]>;

/** A kind of page, by which its policy is chosen. */
export type PageKind = keyof typeof kindsOfPage;

/** What a policy depends on. */
export interface PageRules {
  readonly kind: PageKind;
  /** The text of the one `<style>` element, exactly as published. */
  readonly css: string;
}

/** The name of the policy of the error page, and of every answer that is no page. */
export const plainPolicy = 'plain';

/** The kind of a page that asks for the modules of these custom elements. */
export function kindOf(elements: readonly string[]): PageKind {
  if (elements.includes('site-search')) return 'search';
  return elements.length > 0 ? 'enhanced' : 'plain';
}

/** Where fingerprinted files live. */
export const immutablePrefix = '/assets/';

/**
 * Rules by which a browser may render the next page while the pointer rests on its link (HTML, speculative loading).
 * By header and file, because inline rules would loosen the policy for scripts.
 */
const speculationRules = '/navigation.speculationrules';

/**
 * @param pages the rules of each page, by file; the error page is among them
 * @throws PublishFault when the error page is not plain: it answers for addresses that have no file, and so no kind
 */
export function headerRules(pages: ReadonlyMap<FilePath, PageRules>): HeaderRules {
  const errorPage = pages.get(notFoundFile);
  if (errorPage?.kind !== 'plain')
    throw new PublishFault(
      'the error page holds a custom element; hosts could not let its script run there.',
    );
  const plain = policyFor(errorPage);
  const policies: Record<string, string> = { [plainPolicy]: plain };
  const names: Record<FilePath, string> = {};
  for (const [file, rules] of [...pages].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const policy = policyFor(rules);
    if (policy === plain) continue;
    const name = `${rules.kind}-${createHash('sha256').update(rules.css).digest('hex').slice(0, 8)}`;
    policies[name] = policy;
    names[file] = name;
  }
  return {
    policies,
    pages: names,
    // The pages are finished documents that load fonts, drawings and at most a module from their own origin. Whatever is
    // refused below, no page asks for; each refusal is one thing fewer that a mistake or an attack could use.
    always: {
      // No page may be reached through `window.opener`, and none shares a process with another site (HTML).
      'Cross-Origin-Opener-Policy': 'same-origin',
      // Only what says so itself may be loaded into a page (HTML): all of it comes from this origin, and says so in the next
      // header. With the one above, the page is isolated from every other site.
      'Cross-Origin-Embedder-Policy': 'require-corp',
      // No other site loads our files into its pages (Fetch). Links to them, and programs that fetch them, are not concerned.
      'Cross-Origin-Resource-Policy': 'same-origin',
      // What no page uses, no page may ask for, whoever wrote it.
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      // Other sites learn nothing of where a visitor comes from.
      'Referrer-Policy': 'same-origin',
      'Speculation-Rules': `"${speculationRules}"`,
      // A year of https alone (RFC 6797). Browsers heed it over https only, so it does no harm before TLS is put in front. The
      // domains below this one are not ours to speak for: no includeSubDomains, no preload.
      'Strict-Transport-Security': 'max-age=31536000',
      // The declared type of a file holds; no browser guesses another one (Fetch).
      'X-Content-Type-Options': 'nosniff',
    },
    // Pages: a change is public within a minute. A cache may show the old page for ten more while it fetches the new one
    // (RFC 5861), so no visitor waits for it. Every cache may keep what has a lifetime: `public` would add nothing (RFC 9111, 3).
    changing: { 'Cache-Control': 'max-age=60, stale-while-revalidate=600' },
    // The address changes with the content (RFC 8246).
    immutable: { 'Cache-Control': 'max-age=31536000, immutable' },
  };
}

/** The policy that goes with a file; without a file, with a redirect or an error. */
export function policyOf({ policies, pages }: HeaderRules, file?: FilePath): string {
  const name = file !== undefined && Object.hasOwn(pages, file) ? pages[file] : undefined;
  return policies[name ?? plainPolicy] ?? '';
}

/** The policy of a page. It allows one inline style sheet, by the hash of its text (CSP Level 3, hash-source), and no other. */
function policyFor({ kind, css }: PageRules): string {
  return [
    // Whatever is not named below is refused: scripts, frames, connections, media, workers.
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`,
    "font-src 'self'",
    "img-src 'self'",
    // These three do not fall back on default-src: no <base> that moves every link, no form that leads to another site, no page
    // within another.
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...kindsOfPage[kind],
  ].join('; ');
}
