import { unitUri } from '#lib/open-data/data-paths.ts';
import type { Contact, Site } from '#lib/site/site.ts';
import {
  attributeOf,
  type Check,
  type Document,
  elementsOf,
  languageOfDocument,
  rawTextOf,
  textOf,
} from '../document.ts';
import { canonicalOf } from './languages.ts';

/** A node of the data. */
type Data = Readonly<Record<string, unknown>>;

/** The JSON-LD of a document. */
export function dataOf({ tree }: Document): Data[] {
  return elementsOf(tree, 'script')
    .filter((script) => attributeOf(script, 'type') === 'application/ld+json')
    .map((script) => JSON.parse(rawTextOf(script)));
}

/** All nodes with a URI, at any depth. */
export function nodesOf(data: unknown): Data[] {
  if (typeof data !== 'object' || data === null) return [];
  const deeper = Object.values(data).flatMap(nodesOf);
  return '@id' in data ? [data as Data, ...deeper] : deeper;
}

/** Where the JSON-LD of a page differs from the page: URL, language, title, breadcrumb, date. */
export const untrueData: Check = (document) => {
  const [data, ...others] = dataOf(document);
  if (!data || others.length > 0) return [`has ${others.length + (data ? 1 : 0)} JSON-LD scripts`];
  const { '@id': id, name, inLanguage, dateModified, breadcrumb } = data;
  const [heading] = elementsOf(document.tree, 'h1');
  const shown = {
    '@id': canonicalOf(document),
    name: heading ? textOf(heading) : null,
    inLanguage: languageOfDocument(document),
    breadcrumb: breadcrumbOf(document),
  };
  const stated = { '@id': id, name, inLanguage, breadcrumb: namesOf(breadcrumb) };
  // The days of a list are those of its entries.
  const listed = new Set(elementsOf(document.tree, 'li').flatMap((entry) => elementsOf(entry, 'time')));
  const days = elementsOf(document.tree, 'time')
    .filter((time) => !listed.has(time))
    .map((time) => attributeOf(time, 'dateTime'));
  return [
    ...(Object.keys(shown) as (keyof typeof shown)[])
      .filter((key) => JSON.stringify(shown[key]) !== JSON.stringify(stated[key]))
      .map((key) => `${key} is ${JSON.stringify(stated[key])}, the page shows ${JSON.stringify(shown[key])}`),
    ...(days.length === 0 || days.includes(String(dateModified)) ? [] : [`dateModified is ${dateModified}`]),
  ];
};

/** The names in the breadcrumb of a page; null when it has none. */
function breadcrumbOf({ tree }: Document): string[] | null {
  const [list] = elementsOf(tree, 'ol').filter((each) => attributeOf(each, 'dataBreadcrumb') !== null);
  return list ? elementsOf(list, 'li').map(textOf) : null;
}

/** The names in a BreadcrumbList; null when it is missing or not numbered. */
function namesOf(breadcrumb: unknown): unknown {
  const items = (breadcrumb as { itemListElement?: readonly { name: string; position: number }[] } | undefined)
    ?.itemListElement;
  return items?.every(({ position }, index) => position === index + 1) ? items.map(({ name }) => name) : null;
}

/**
 * Claims about units that are not in their records: another type, number or mailbox, a department, a parent; and unknown units.
 */
export function untrueClaims({ origin, contacts }: Pick<Site, 'origin' | 'contacts'>): Check {
  const units = new Map(contacts.map((contact) => [unitUri(origin, contact.id), contact]));
  const isUnit = (id: unknown) => String(id).startsWith(unitUri(origin, ''));
  return (document) =>
    dataOf(document)
      .flatMap(nodesOf)
      .filter((node) => isUnit(node['@id']))
      .flatMap((node) => {
        const contact = units.get(String(node['@id']));
        if (!contact) return [`${node['@id']} is not a unit`];
        return claimFaults(node, contact, contacts, origin).map((fault) => `${contact.id}: ${fault}`);
      });
}

function claimFaults(node: Data, contact: Contact, contacts: readonly Contact[], origin: string): string[] {
  const points = (node['contactPoint'] ?? []) as readonly Data[];
  const stated = (property: string) => points.flatMap((point) => point[property] ?? []);
  const { phone = [], email } = contact.channels ?? {};
  const parts = contacts.filter(({ parent }) => parent === contact.id).map(({ id }) => unitUri(origin, id));
  const departments = ((node['department'] ?? []) as readonly Data[]).map((each) => each['@id']);
  const parent = (node['parentOrganization'] as Data | undefined)?.['@id'];
  const type = node['@type'];
  return [
    ...(type === undefined || type === 'GovernmentOrganization' || contact.kind === 'cultural-institution'
      ? []
      : [`has the type ${type}`]),
    ...(contact.kind === 'cultural-institution' && type !== undefined && type !== 'Organization'
      ? [`has the type ${type}`]
      : []),
    ...stated('telephone')
      .filter((number) => !phone.some((each) => each.number === number))
      .map((number) => `does not have the number ${number}`),
    ...stated('email')
      .filter((each) => each !== email)
      .map((each) => `does not have the mailbox ${each}`),
    ...departments.filter((id) => !parts.includes(String(id))).map((id) => `has no part ${id}`),
    ...(parent === undefined || parent === unitUri(origin, contact.parent ?? '') ? [] : [`is not part of ${parent}`]),
  ];
}
