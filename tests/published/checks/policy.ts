import { createHash } from 'node:crypto';
import { attributeOf, type Check, type Document, elementsOf, rawTextOf, relOf } from '../document.ts';
import { scriptsOf } from './scripts.ts';

/** The text of each `<style>` of a document, exactly as a browser hashes it. */
export function stylesOf({ tree }: Document): string[] {
  return elementsOf(tree, 'style').map(rawTextOf);
}

/** Style sheets that a document links to, and inline ones besides the one it should have. */
export const styleFaults: Check = (document) => {
  const { length } = stylesOf(document);
  const links = elementsOf(document.tree, 'link').filter((link) => relOf(link).includes('stylesheet'));
  return [
    ...(length === 1 ? [] : [`has ${length} <style>`]),
    ...links.map((link) => `links to ${attributeOf(link, 'href')}`),
  ];
};

/** What a Content-Security-Policy allows beyond the given inline style sheet (CSP Level 3). */
export function policyFaults(policy: string, style: string): string[] {
  const directives = policy.split(';').map((directive) => directive.trim().split(/\s+/));
  const sourcesOf = (name: string) =>
    directives
      .find(([each]) => each === name)
      ?.slice(1)
      .join(' ');
  const hash = createHash('sha256').update(style).digest('base64');
  const expected = [
    ['default-src', "'none'"],
    ['style-src', `'sha256-${hash}'`],
    ['manifest-src', "'self'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
  ] as const;
  return [
    ...(directives[0]?.[0] === 'default-src' ? [] : ['does not start from default-src']),
    ...expected
      .filter(([name, value]) => sourcesOf(name) !== value)
      .map(([name, value]) => `${name} is ${sourcesOf(name)}, not ${value}`),
    ...(policy.match(/'(wasm-)?unsafe-[\w-]+'|'nonce-[^']*'|'strict-dynamic'|\*|https?:|data:|blob:/g) ?? []).map(
      (source) => `allows ${source}`,
    ),
  ];
}

/** The directives that a page has beyond the plain policy: none without a script. */
function allowedBy(document: Document): string[] {
  if (elementsOf(document.tree, 'site-search').length > 0) return ["script-src 'self'", "connect-src 'self'"];
  return scriptsOf(document).length > 0 ? ["script-src 'self'"] : [];
}

/** Directives of the plain policy. */
const plain = /^(default|style|font|img|manifest)-src |^(base-uri|form-action|frame-ancestors) /;

/** Where the policy of a page allows more or less than its scripts need. */
export function scriptPolicyFaults(document: Document, policy: string): string[] {
  const directives = policy.split('; ').filter((directive) => !plain.test(directive));
  const expected = allowedBy(document);
  return directives.join() === expected.join()
    ? []
    : [`has the policy "${directives.join('; ')}", not "${expected.join('; ')}"`];
}
