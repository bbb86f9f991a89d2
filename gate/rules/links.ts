import type { Language } from '#lib/languages/languages.ts';
import { isAddress } from '#lib/recognise/addresses.ts';
import { addressMeant, decoded, kindOfScheme, readLink } from '#lib/site/links.ts';
import { type Finding, rule, suggestionFor } from '../finding/finding.ts';
import type { BodyLink } from '../read/body.ts';
import { documentOfPage, type PageFile, pathOf, type WholeSite } from '../read/files.ts';
import { typedEmail, typedPhone } from '../wording/contact-details.ts';
import { keyMeant, linkToDraft } from './pages.ts';
import { checkPrivate } from './private-links.ts';
import { insecureAddress } from './refinements.ts';

export const brokenPageLink = rule({ code: 'C030', severity: 'error', guide: 'links' });
export const brokenAnchor = rule({ code: 'C031', severity: 'error', guide: 'links' });
/** A link to a contact that does not exist, or that no directory lists; or a component with an unknown contact. */
export const brokenContactLink = rule({ code: 'C032', severity: 'error', guide: 'links' });
export const linkByAddress = rule({ code: 'C033', severity: 'error', guide: 'links' });
export const linkToOtherLanguage = rule({ code: 'C086', severity: 'error', guide: 'links' });

/** What links are checked against. */
interface Targets extends WholeSite {
  readonly origin: string;
  /** The host names that this site answers, without `www.`. */
  readonly hosts: ReadonlySet<string>;
  /** The ids of the contacts that have an entry in the directory, where links to contacts lead. */
  readonly listed: ReadonlySet<string>;
}

/** C030 to C034 and C086: every link leads to a page, an anchor or a contact that exists in the language of the link. */
export function checkLinks(site: WholeSite): Finding[] {
  const hasDirectory = site.pageFiles.some(({ body }) => body?.components.has('Directory'));
  // The directory lists all but the authorities.
  const listed = site.contacts.filter(({ contact }) => contact?.kind !== 'authority');
  const { origin = '', hosts = [] } = site.settings.value ?? {};
  const targets: Targets = {
    ...site,
    origin,
    hosts: new Set(URL.canParse(origin) ? [hostOf(origin), ...hosts] : hosts),
    listed: new Set(hasDirectory ? listed.map(({ id }) => id) : []),
  };
  const ofRecords = site.contacts.flatMap(({ result: { texts, place } }) =>
    texts.flatMap(({ value, path }) => (/^https:/.test(value) ? checkPrivate(value, place(path)) : [])),
  );
  const ofPages = site.pageFiles.flatMap((page) => [
    ...(page.body?.links ?? []).flatMap((link) => checkLink(link, page, targets)),
    ...(page.body?.contacts ?? []).flatMap(({ id, place }) =>
      site.contactIds.has(id)
        ? []
        : [brokenContactLink.at(place, { id, suggestion: suggestionFor(id, site.contactIds) })],
    ),
  ]);
  return [...ofPages, ...ofRecords];
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

function checkLink(link: BodyLink, page: PageFile, targets: Targets): Finding[] {
  const target = readLink(link.target, targets.origin);
  switch (target.to) {
    case 'nowhere':
      return checkMisdirected(link, page, targets);
    case 'site':
      if (/^https?$/.test(hostOf(target.url))) return checkMisdirected(link, page, targets);
      if (targets.hosts.has(hostOf(target.url))) return [checkAddress(link, page, targets)];
      return [...checkPrivate(target.url, link.place), ...checkLanguage(link, target.url, page, targets.languages)];
    case 'phone':
      return [];
    case 'contact':
      if (targets.listed.has(target.id)) return [];
      return [
        brokenContactLink.at(link.place, { id: target.id, suggestion: suggestionFor(target.id, targets.listed) }),
      ];
    case 'page':
      return checkPageLink(link, target, page, targets);
  }
}

function checkPageLink(
  { place }: BodyLink,
  { key, anchor }: { readonly key: string; readonly anchor: string | null },
  page: PageFile,
  targets: Targets,
): Finding[] {
  const { pageKeys, draftKeys, pageFiles } = targets;
  if (!pageKeys.has(key)) return [brokenPageLink.at(place, { key, suggestion: keyMeant(key, targets) })];
  if (draftKeys.has(key) && !draftKeys.has(page.key)) return [linkToDraft.at(place, { key })];
  if (anchor === null) return [];
  const target = pageFiles.find((each) => each.key === key && each.language === page.language);
  // The headings are unknown when the page could not be parsed.
  const anchors = target?.body?.headings.map((heading) => heading.anchor);
  if (!anchors || anchors.includes(anchor)) return [];
  return [brokenAnchor.at(place, { anchor, key, known: anchors.join(', ') || 'none' })];
}

/** C086: a link to another site whose address starts with another language of ours: `https://news.belgium.be/fr`. */
function checkLanguage(
  { place, marksLanguage }: BodyLink,
  address: string,
  { language }: PageFile,
  languages: readonly Language[],
): Finding[] {
  const [, first = ''] = new URL(address).pathname.split('/', 2);
  const other = languages.find(({ code }) => code === first.toLowerCase())?.code;
  if (marksLanguage || other === undefined || other === language) return [];
  return [linkToOtherLanguage.at(place, { kind: 'site', target: address, other, key: 'none' })];
}

/** A link that leads to no key, no contact and no other site. */
function checkMisdirected(link: BodyLink, page: PageFile, targets: Targets): Finding[] {
  const { target, text, place } = link;
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(target) ?? [];
  if (/^(?:mailto|tel)$/i.test(scheme)) return [contactLink(link, scheme)];
  const kind = kindOfScheme(target);
  if (kind !== 'www' && kind !== 'file' && (scheme === '' || target.startsWith(targets.origin))) {
    return [checkAddress(link, page, targets)];
  }
  // An address that is its own text has a finding with this remedy in it.
  if (/^http$/i.test(scheme) && text !== null && isAddress(text)) return [];
  return [insecureAddress.at(place, { target, kind, suggestion: addressMeant(target) })];
}

/** C092 and C093: a link with an e-mail address or a phone number of its own. */
function contactLink({ target, place }: BodyLink, scheme: string): Finding {
  const found = decoded(target.slice(scheme.length + 1).split('?', 1)[0] ?? '');
  if (/^mailto$/i.test(scheme)) return typedEmail.at(place, { found, id: 'none' });
  return typedPhone.at(place, { found, id: 'none', number: found.replace(/[^\d+]/g, '') });
}

/** The name of the file that a path leads to, when it is a document; `none` for any other path. */
function nameOfDocument(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return documentOfPage(`content/pages/home/${name}`) ? name : 'none';
}

/** C033 and C086: the address of a page or of a document of this site. */
function checkAddress({ target, place }: BodyLink, { language }: PageFile, targets: Targets): Finding {
  const path = target.replace(/^https:\/\/[^/?#]*/i, '').replace(/(?:\.html)?\/?(?:[?#].*)?$/, '');
  const page = targets.pageFiles.find((each) => pathOf(each) === path);
  const key = page?.key ?? 'none';
  if (page && page.language !== language) {
    return linkToOtherLanguage.at(place, { kind: 'page', target, other: page.language, key });
  }
  return linkByAddress.at(place, { target, key, document: nameOfDocument(path) });
}
