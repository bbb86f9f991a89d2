import type { Headers } from './headers.ts';
import { immutablePrefix, policyOf } from './headers.ts';
import type { Hosting } from './hosting.ts';
import { spellingsOf } from './site-files.ts';
import { typeOf } from './types.ts';

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
  const { headers, files } = hosting;
  const everywhere = {
    ...headers.always,
    'Content-Security-Policy': policyOf(headers),
    ...headers.changing,
  };
  const rules: (readonly [path: string, headers: Headers])[] = [
    ['/*', everywhere],
    [`${immutablePrefix}*`, headers.immutable],
    ...extensionsOf(files).map(
      (extension) => [`/*.${extension}`, { 'Content-Type': typeOf(`.${extension}`) ?? '' }] as const,
    ),
    ...Object.entries(files)
      .filter(([, file]) => Object.hasOwn(headers.kinds, file))
      .map(([address, file]) => [address, { 'Content-Security-Policy': policyOf(headers, file) }] as const),
  ];
  const headerLines = rules.flatMap(([path, own]) => [
    path,
    ...Object.entries(own).flatMap(([name, value]) => [
      ...(own !== everywhere && name in everywhere ? [`  ! ${name}`] : []),
      `  ${name}: ${value}`,
    ]),
  ]);
  const redirectLines = oldAddresses(hosting).map(([from, to]) => `${from} ${to} 301`);
  const fits =
    rules.length <= limits.headerRules &&
    headerLines.every(({ length }) => length <= limits.headerLine) &&
    redirectLines.length <= limits.redirects &&
    redirectLines.every(({ length }) => length <= limits.redirectLine);
  return fits ? { headers: text(headerLines), redirects: text(redirectLines) } : null;
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
  return ['# Made by the build. Change publish/static-hosts.ts, not this file.', ...lines, ''].join('\n');
}
