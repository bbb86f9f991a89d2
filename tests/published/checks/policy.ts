import { createHash } from 'node:crypto';
import { attributeOf, type Document, elementsOf, rawTextOf, relOf } from '../document.ts';
import { scriptsOf } from './scripts.ts';

/** The text of the style elements of a document, exactly as a browser hashes it. */
export function stylesOf({ tree }: Document): string[] {
  return elementsOf(tree, 'style').map(rawTextOf);
}

/** Documents that do not carry one style sheet. */
export function styleFaults(documents: readonly Document[]): string[] {
  return documents.flatMap((document) => {
    const { length } = stylesOf(document);
    return length === 1 ? [] : [`${document.path}: has ${length} <style>`];
  });
}

/** Documents that do not fetch exactly the given style sheets, each for paper alone, so that none keeps the screen waiting. */
export function paperFaults(documents: readonly Document[], published: readonly string[]): string[] {
  return documents.flatMap((document) => {
    const links = elementsOf(document.tree, 'link').filter((link) => relOf(link).includes('stylesheet'));
    const fetched = links.map((link) => `${attributeOf(link, 'href')} for ${attributeOf(link, 'media')}`);
    const expected = published.map((file) => `${file} for print`);
    return fetched.join() === expected.join()
      ? []
      : [`${document.path}: fetches ${fetched.join() || 'none'}`];
  });
}

/** What a Content-Security-Policy lets through beyond its own style and the site's file for paper (CSP Level 3). */
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
    ['style-src', `'self' 'sha256-${hash}'`],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
    ['frame-ancestors', "'none'"],
  ] as const;
  return [
    ...(directives[0]?.[0] === 'default-src' ? [] : ['does not start from default-src']),
    ...expected
      .filter(([name, value]) => sourcesOf(name) !== value)
      .map(([name, value]) => `${name} is ${sourcesOf(name)}, not ${value}`),
    ...(policy.match(/'unsafe-[\w-]+'|'nonce-[^']*'|'strict-dynamic'|\*|https?:|data:|blob:/g) ?? []).map(
      (source) => `lets ${source} through`,
    ),
  ];
}

/** What a page may run and fetch beyond the plain policy, by what it holds; nothing when it holds no script. */
function allowedBy(document: Document): string[] {
  if (elementsOf(document.tree, 'site-search').length > 0)
    return ["script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"];
  return scriptsOf(document).length > 0 ? ["script-src 'self'"] : [];
}

/** Directives of the plain policy; a page may have no other, unless it holds a script. */
const plain = /^(default|style|font|img)-src |^(base-uri|form-action|frame-ancestors) /;

/** Whether a page may run scripts exactly when it has one, and then only the site's own; and fetch only when it searches. */
export function scriptPolicyFaults(document: Document, policy: string): string[] {
  const directives = policy.split('; ').filter((directive) => !plain.test(directive));
  const expected = allowedBy(document);
  return directives.join() === expected.join()
    ? []
    : [`has the policy "${directives.join('; ')}", not "${expected.join('; ')}"`];
}
