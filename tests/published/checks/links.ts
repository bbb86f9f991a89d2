import type { Contact } from '#lib/site/site.ts';
import { attributeOf, type Check, type Document, elementsOf, idsOf, textOf } from '../document.ts';

/** Where the links of a document lead. */
export function hrefsOf({ tree }: Document): string[] {
  return elementsOf(tree, 'a', 'area').flatMap((link) => attributeOf(link, 'href') ?? '');
}

/**
 * Links that lead nowhere: to no address of the site, to no anchor of the page, or by a scheme that is not safe.
 * An address that only leads on (a slash at the end, `.html`) is not an address either.
 * @param origin of the site: a link may name it
 * @param documents by address
 * @param others addresses of files that are no documents
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
      const [address = '', anchor] = local.split('#');
      const target = address === '' ? document : documents.get(address);
      if (!target) return others.has(address) ? [] : [`${href} leads to no page`];
      if (anchor === undefined || idsOf(target).includes(decodeURIComponent(anchor))) return [];
      return [`${href} leads to no anchor`];
    });
}

/** Drawings that use a part which is not there. */
export const brokenReferences: Check = (document) => {
  const ids = idsOf(document);
  return elementsOf(document.tree, 'use')
    .map((element) => attributeOf(element, 'href') ?? '')
    .filter((href) => !ids.includes(href.slice(1)));
};

/** Pages that nobody finds who starts at an address and follows links. */
export function unreachable(from: string, documents: ReadonlyMap<string, Document>): string[] {
  const reached = new Set([from]);
  for (const address of reached) {
    const document = documents.get(address);
    for (const href of document ? hrefsOf(document) : []) {
      const [path = ''] = href.split('#');
      if (documents.has(path)) reached.add(path);
    }
  }
  return [...documents.keys()].filter((address) => !reached.has(address));
}

/** Phone and e-mail links that are malformed, not of a contact record, or say something else than they do. */
export function strangeContacts(contacts: readonly Contact[], feedback: string | null = null): Check {
  const phones = contacts.flatMap(({ channels }) => channels?.phone ?? []).map(({ number }) => number);
  const emails = [...contacts.map(({ channels }) => channels?.email), feedback];
  return ({ tree }) =>
    elementsOf(tree, 'a').flatMap((link) => {
      const [scheme, value = ''] = (attributeOf(link, 'href') ?? '').split(/:(.*)/s);
      const text = textOf(link);
      if (scheme === 'tel') {
        if (!/^\+[1-9]\d{6,14}$/.test(value)) return [`tel:${value} is not an international number`];
        if (!phones.includes(value)) return [`tel:${value} is in no contact record`];
        return value.endsWith(text.replace(/\D/g, '').replace(/^0/, '')) &&
          /\d{3}/.test(text.replace(/\D/g, ''))
          ? []
          : [`tel:${value} says "${text}"`];
      }
      if (scheme === 'mailto') {
        const [address = '', fields] = value.split(/\?(.*)/s);
        if (!/^[^@\s?]+@[^@\s?]+\.[a-z]+$/i.test(address)) return [`mailto:${value} is not an address`];
        if (!emails.includes(address)) return [`mailto:${value} is in no contact record`];
        if (fields !== undefined) return isFilledIn(fields) ? [] : [`mailto:${value} is not filled in`];
        return text === value ? [] : [`mailto:${value} says "${text}"`];
      }
      return [];
    });
}

/** Whether a mail link has a subject and a text, each of characters that RFC 6068 allows there. */
function isFilledIn(fields: string): boolean {
  const qchar = "(?:[A-Za-z0-9\\-._~!$'()*,;:@]|%[0-9A-F]{2})+";
  return (
    new RegExp(`^subject=${qchar}&body=${qchar}$`).test(fields) &&
    !/%0A/.test(fields.replaceAll('%0D%0A', ''))
  );
}

/** Contact details that no document links. */
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
