import { createHash } from 'node:crypto';

/** Response headers, by name. */
export type Headers = Readonly<Record<string, string>>;

/** The headers of the site, from which every host's configuration is made. */
export interface HeaderRules {
  /** For every response. */
  readonly always: Headers;
  /** For pages and other files that keep their address when they change. */
  readonly changing: Headers;
  /** For files whose address carries their hash (`/assets/`). */
  readonly immutable: Headers;
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
 */
export function headerRules(css: string): HeaderRules {
  const hash = createHash('sha256').update(css).digest('base64');
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    "font-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  return {
    always: {
      'Content-Security-Policy': policy,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy':
        'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Speculation-Rules': `"${speculationRules}"`,
      'Strict-Transport-Security': 'max-age=31536000',
      'X-Content-Type-Options': 'nosniff',
    },
    changing: { 'Cache-Control': 'public, max-age=60, stale-while-revalidate=600' },
    immutable: { 'Cache-Control': 'public, max-age=31536000, immutable' },
  };
}
