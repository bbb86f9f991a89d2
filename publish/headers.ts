import { createHash } from 'node:crypto';
import { PublishFault } from './fault.ts';
import { type FilePath, notFoundFile } from './site-files.ts';

/** Response headers, by name. */
export type Headers = Readonly<Record<string, string>>;

/** The headers of the site, from which every host's configuration is made. */
export interface HeaderRules {
  /** For every response. */
  readonly always: Headers;
  /** The Content-Security-Policy of every response, by the kind of page; what is no page has the plain one. */
  readonly policies: Readonly<Record<PageKind, string>>;
  /** Files of pages that are not plain, each with its kind. */
  readonly kinds: Readonly<Record<FilePath, PageKind>>;
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
  /** Searches the site: Pagefind is a WebAssembly program, which fetches the parts of the index that it needs. */
  search: ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"],
} as const satisfies Record<string, readonly string[]>;

/** A kind of page, by which its policy is chosen. */
export type PageKind = keyof typeof kindsOfPage;

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
 * @param css the text of the one `<style>` element, exactly as published: the policy allows that text and no other
 * (CSP Level 3, hash-source)
 * @param kinds the kind of each page, by file
 * @throws PublishFault when the error page is not plain: it answers for addresses that have no file, and so no kind
 */
export function headerRules(css: string, kinds: ReadonlyMap<FilePath, PageKind> = new Map()): HeaderRules {
  const special = [...kinds].filter(([, kind]) => kind !== 'plain').sort(([a], [b]) => (a < b ? -1 : 1));
  if (special.some(([file]) => file === notFoundFile))
    throw new PublishFault(
      'the error page holds a custom element; hosts could not let its script run there.',
    );
  const hash = createHash('sha256').update(css).digest('base64');
  const plain = [
    // Whatever is not named below is refused: scripts, frames, connections, media, workers.
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "font-src 'self'",
    "img-src 'self'",
    // These three do not fall back on default-src: no <base> that moves every link, no form that leads to another site, no page
    // within another.
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  const policies = Object.entries(kindsOfPage).map(([kind, more]) => [kind, [...plain, ...more].join('; ')]);
  return {
    policies: Object.fromEntries(policies) as Record<PageKind, string>,
    kinds: Object.fromEntries(special),
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
      'Permissions-Policy':
        'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
      // Other sites learn which site a visitor comes from, not which page he or she read.
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Speculation-Rules': `"${speculationRules}"`,
      // A year of https alone (RFC 6797). Browsers heed it over https only, so it does no harm before TLS is put in front. The
      // domains below this one are not ours to speak for: no includeSubDomains, no preload.
      'Strict-Transport-Security': 'max-age=31536000',
      // The declared type of a file holds; no browser guesses another one (Fetch).
      'X-Content-Type-Options': 'nosniff',
    },
    // Pages: a change is public within a minute. A cache may show the old page for ten more while it fetches the new one
    // (RFC 5861), so no visitor waits for it.
    changing: { 'Cache-Control': 'public, max-age=60, stale-while-revalidate=600' },
    // The address changes with the content (RFC 8246).
    immutable: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  };
}

/** The policy that goes with a file; without a file, with a redirect or an error. */
export function policyOf({ policies, kinds }: HeaderRules, file?: FilePath): string {
  const kind = file !== undefined && Object.hasOwn(kinds, file) ? kinds[file] : undefined;
  return policies[kind ?? 'plain'];
}
