import { isHttps } from '../recognise/addresses.ts';
import { shortNumbers } from '../recognise/short-numbers.ts';
import { directoryPath, pageOf, twinOf, type View } from './site.ts';

/** The target of a link in content, before it is resolved. */
export type LinkTarget =
  | { readonly to: 'page'; readonly key: string; readonly anchor: string | null }
  | { readonly to: 'contact'; readonly id: string }
  | { readonly to: 'site'; readonly url: string }
  | { readonly to: 'phone'; readonly url: string }
  | { readonly to: 'nowhere' };

/**
 * Parses a link as editors write it: `page:<key>`, `page:<key>#<anchor>`, `contact:<id>`, `https://…` or `tel:` with a short number. Paths and URLs of this
 * site lead nowhere, and so does every other scheme.
 */
export function readLink(target: string, origin: string): LinkTarget {
  if (target.startsWith('page:')) {
    const [key = '', anchor] = target.slice('page:'.length).split('#', 2);
    return { to: 'page', key, anchor: anchor === undefined ? null : decoded(anchor) };
  }
  if (target.startsWith('contact:')) return { to: 'contact', id: target.slice('contact:'.length) };
  if (target.startsWith('tel:') && shortNumbers.has(target.slice('tel:'.length))) return { to: 'phone', url: target };
  if (!isHttps(target) || new URL(target).origin === origin) return { to: 'nowhere' };
  return { to: 'site', url: target };
}

/** Resolves a link as editors write it to the `href` of the page that it is on. The gate has refused every other link. */
export function hrefOf(written: string, { site, language }: View): string {
  const target = readLink(written, site.origin);
  switch (target.to) {
    case 'page': {
      const { path } = twinOf(pageOf(site, target.key), language.code);
      return target.anchor === null ? path : `${path}#${target.anchor}`;
    }
    case 'contact':
      return directoryPath(site, target.id, language.code);
    case 'site':
    case 'phone':
      return target.url;
    case 'nowhere':
      return written;
  }
}

/** The name of a host without `https://`, as people write it: `www.belgium.be`, `belgium.be/nl`. */
const bareHost =
  /^(?:www\.|(?:[a-z0-9-]+\.)+(?:be|brussels|com|eu|fr|de|info|int|lu|net|nl|org|uk|vlaanderen)(?:[/?#]|$))/i;

/** Why a URL is refused: a path on a computer, code, no encryption, no scheme, a user name, characters of no URL, or another reason. */
export function kindOfScheme(target: string): 'unsafe' | 'file' | 'http' | 'www' | 'user' | 'signs' | 'other' {
  if (/^(?:[a-z]:(?:[\\/]|%5c)|\\|file:)/i.test(target)) return 'file';
  if (bareHost.test(target)) return 'www';
  if (/^\s*(?:javascript|data|vbscript|blob):/i.test(target)) return 'unsafe';
  if (/^http:/i.test(target)) return 'http';
  if (!/^https:/i.test(target)) return 'other';
  return /^https:\/*[^/?#]*@/i.test(target) ? 'user' : 'signs';
}

/** What a writer meant by a link with a slip in its beginning, such as `htps:/`, `https://https://` or `Page:`; `none` for any other. */
export function addressMeant(target: string): string {
  const [, scheme = '', key = ''] = /^\s*(page|contact)\s*:\s*(\S+)$/i.exec(target) ?? [];
  if (key !== '') return `${scheme.toLowerCase()}:${key}`;
  const [, rest = ''] = /^(?:h?t{1,3}ps?[:;/.]*\/+)+([\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?)$/i.exec(target) ?? [];
  const address = `https://${rest}`;
  return rest !== '' && !/^http:\/\/\w/i.test(target) && isHttps(address) ? address : 'none';
}

/** Decodes percent-encoding; a text that is not valid percent-encoding stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
