import { pathOf, type Site } from '../site/site.ts';

/** The path of security.txt (RFC 9116, 3). */
export const securityTxtPath = '/.well-known/security.txt';

/**
 * The text of security.txt (RFC 9116): where to report a vulnerability, in which languages, and when this expires.
 * @returns null when the site has no contact for reports, because a file without one is invalid (2.5.3)
 */
export function securityTxt(site: Site): string | null {
  if (site.security === null) return null;
  const { email, form, expires, policy } = site.security;
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['Contact', email && `mailto:${email}`],
    ['Contact', form],
    ['Expires', `${expires}T00:00:00Z`],
    ['Preferred-Languages', site.languages.map(({ code }) => code).join(', ')],
    ['Canonical', site.origin + securityTxtPath],
    ...site.languages.map(({ code }) => ['Policy', policy && site.origin + pathOf(site, policy, code)] as const),
  ];
  return fields.flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}\n`)).join('');
}
