import { shortNumbers } from '#lib/recognise/short-numbers.ts';
import type { Contact } from '#lib/site/site.ts';
import { attributeOf, type Check, type Document, elementsOf, idsOf, textOf } from '../document.ts';

/** The targets of the links of a document. */
export function hrefsOf({ tree }: Document): string[] {
  return elementsOf(tree, 'a', 'area').flatMap((link) => attributeOf(link, 'href') ?? '');
}

/**
 * Links to an unknown address or anchor, or with an unsafe scheme. An address that redirects (a trailing slash, `.html`) counts as
 * unknown.
 * @param origin origin of the site, which links may contain
 * @param documents all documents, by address
 * @param others addresses of other files
 */
export function brokenLinks(
  origin: string,
  documents: ReadonlyMap<string, Document>,
  others: ReadonlySet<string>,
): Check {
  return (document) =>
    hrefsOf(document).flatMap((href) => {
      const local = href.startsWith(`${origin}/`) ? href.slice(origin.length) : href;
      if (/^(https|tel|mailto):/.test(local)) return [];
      if (!/^(\/(?!\/)|#)/.test(local)) return [`${href || 'an empty link'} is not an address`];
      const [path = '', anchor] = local.split('#');
      const target = path === '' ? document : documents.get(path);
      if (!target) return others.has(path) ? [] : [`${href} does not lead to a page`];
      if (anchor === undefined || idsOf(target).includes(decodeURIComponent(anchor))) return [];
      return [`${href} does not lead to an anchor`];
    });
}

/** References in drawings to parts that do not exist. */
export const brokenReferences: Check = (document) => {
  const ids = idsOf(document);
  return elementsOf(document.tree, 'use')
    .map((element) => attributeOf(element, 'href') ?? '')
    .filter((href) => !ids.includes(href.slice(1)));
};

/** Pages that cannot be reached by links from a path. */
export function unreachable(from: string, documents: ReadonlyMap<string, Document>): string[] {
  const reached = new Set([from]);
  for (const path of reached) {
    const document = documents.get(path);
    for (const href of document ? hrefsOf(document) : []) {
      const [path = ''] = href.split('#');
      if (documents.has(path)) reached.add(path);
    }
  }
  return [...documents.keys()].filter((path) => !reached.has(path));
}

/** Phone and e-mail links that are malformed, in no contact record, or labelled otherwise. */
export function strangeContacts(contacts: readonly Contact[], feedback: string | null = null): Check {
  const phones = contacts.flatMap(({ channels }) => channels?.phone ?? []).map(({ number }) => number);
  const emails = [...contacts.map(({ channels }) => channels?.email), feedback];
  return ({ tree }) =>
    elementsOf(tree, 'a').flatMap((link) => {
      const [scheme, value = ''] = (attributeOf(link, 'href') ?? '').split(/:(.*)/s);
      const text = textOf(link);
      if (scheme === 'tel') {
        if (shortNumbers.has(value)) return text.includes(value) ? [] : [`tel:${value} is labelled "${text}"`];
        if (!/^\+[1-9]\d{6,14}$/.test(value)) return [`tel:${value} is not an international number`];
        if (!phones.includes(value)) return [`tel:${value} is in no contact record`];
        return value.endsWith(text.replace(/\D/g, '').replace(/^0/, '')) && /\d{3}/.test(text.replace(/\D/g, ''))
          ? []
          : [`tel:${value} is labelled "${text}"`];
      }
      if (scheme === 'mailto') {
        const [address = '', fields] = value.split(/\?(.*)/s);
        if (!/^[^@\s?]+@[^@\s?]+\.[a-z]+$/i.test(address)) return [`mailto:${value} is not an address`];
        if (!emails.includes(address)) return [`mailto:${value} is in no contact record`];
        if (fields !== undefined) return isFilledIn(fields) ? [] : [`mailto:${value} is not filled in`];
        // A button names the unit instead, so that speech control can say it.
        const isButton =
          attributeOf(link, 'className')?.includes('control') && /\p{L} \p{L}/u.test(text) && !text.includes('@');
        return text === value || isButton ? [] : [`mailto:${value} is labelled "${text}"`];
      }
      return [];
    });
}

/** Whether a mail link has a subject and a body of characters that RFC 6068 allows. */
function isFilledIn(fields: string): boolean {
  const qchar = "(?:[A-Za-z0-9\\-._~!$'()*,;:@]|%[0-9A-F]{2})+";
  return new RegExp(`^subject=${qchar}&body=${qchar}$`).test(fields) && !/%0A/.test(fields.replaceAll('%0D%0A', ''));
}

/** Contact details without a link in any document. */
export function unpublishedContacts(contacts: readonly Contact[], documents: readonly Document[]): string[] {
  const linked = new Set(documents.flatMap(hrefsOf));
  return contacts
    .flatMap(({ channels }) => [
      ...(channels?.phone ?? []).map(({ number }) => `tel:${number}`),
      channels?.email && `mailto:${channels.email}`,
    ])
    .filter((href) => href !== undefined)
    .filter((href) => !linked.has(href));
}
