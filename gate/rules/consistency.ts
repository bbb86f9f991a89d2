import { componentNames, ruleOf } from '#lib/body/vocabulary.ts';
import type { Language } from '#lib/languages/languages.ts';
import { isAddress } from '#lib/recognise/addresses.ts';
import { type FrontMatter, sharedFields } from '#lib/records/page.ts';
import type { RedirectRecord } from '#lib/records/redirects.ts';
import type { SiteSettings } from '#lib/records/settings.ts';
import { decoded, kindOfScheme, readLink } from '#lib/site/links.ts';
import { homeKey } from '#lib/site/site.ts';
import { closest } from '../finding/closest.ts';
import { dayAfter, daysBetween } from '../finding/days.ts';
import type { Finding, FindingCode, Place } from '../finding/finding.ts';
import { type ContactFile, type PageFile, parentPath, pathOf } from '../read/files.ts';
import { findingAt, type Path, type Placed, type YamlResult } from '../read/yaml.ts';
import { type ContactDetails, contactDetails } from '../wording/contact-details.ts';
import type { BodyLink } from './body.ts';

interface WholeSite {
  readonly settings: YamlResult<SiteSettings>;
  readonly redirects: YamlResult<readonly RedirectRecord[]>;
  readonly contacts: readonly ContactFile[];
  readonly pageFiles: readonly PageFile[];
  readonly languages: readonly Language[];
  /** The day of the check, YYYY-MM-DD; null when nothing may depend on it. */
  readonly today: string | null;
}

/** Checks what no file can tell by itself: twins, paths, and everything one file says of another. */
export function checkSite(whole: WholeSite): Finding[] {
  return [
    ...checkTwins(whole),
    ...checkPaths(whole),
    ...checkLinks(whole),
    ...checkSingleComponents(whole),
    ...checkContacts(whole),
    ...checkSettings(whole),
    ...checkSecurity(whole),
    ...checkRedirects(whole),
  ];
}

function at(file: PageFile, path: Path, code: FindingCode, details: Finding['details']): Finding {
  return findingAt(file.frontMatter, path, code, details);
}

/** Every page exists in every language, and twins agree on what is not language. */
function checkTwins({ pageFiles, languages }: WholeSite): Finding[] {
  const findings: Finding[] = [];
  for (const [key, twins] of Map.groupBy(pageFiles, (each) => each.key)) {
    for (const { code } of languages) {
      const present = twins[0];
      if (present && !twins.some((twin) => twin.language === code)) {
        findings.push(
          at(present, [], 'C011', { key, language: code, missing: `content/pages/${key}/${code}.mdx` }),
        );
      }
    }
    for (const twin of twins) {
      const original = twin.frontMatter.value?.translatedFrom;
      const originals = languages.map(({ code }) => code).filter((code) => code !== twin.language);
      if (original !== undefined && !originals.includes(original)) {
        findings.push(
          at(twin, ['translatedFrom'], 'C008', {
            field: 'translatedFrom',
            allowed: originals.join(', '),
            suggestion: 'none',
          }),
        );
      }
    }
    const [first, ...others] = twins;
    for (const other of others) {
      const [mine, theirs] = [first?.frontMatter.value, other.frontMatter.value];
      if (!first || !mine || !theirs) continue;
      for (const field of sharedFields.filter((each) => mine[each] !== theirs[each])) {
        findings.push(
          at(other, [field], 'C012', {
            field,
            here: show(theirs[field]),
            there: show(mine[field]),
            twin: first.file,
          }),
        );
      }
    }
  }
  return findings;
}

function show(value: FrontMatter[keyof FrontMatter]): string {
  return value === undefined ? '–' : String(value);
}

/** Each path belongs to one page; each page has its parent, the same one in all languages. */
function checkPaths({ pageFiles }: WholeSite): Finding[] {
  const findings: Finding[] = [];
  const byPath = new Map<string, PageFile>();
  for (const file of pageFiles) {
    const path = pathOf(file);
    if (path === null) continue;
    const earlier = byPath.get(path);
    if (earlier) findings.push(at(file, ['slug'], 'C013', { path, other: earlier.file }));
    else byPath.set(path, file);
  }
  if (!pageFiles.some(({ key }) => key === homeKey)) {
    findings.push({
      code: 'C054',
      file: 'content/pages',
      language: null,
      line: 1,
      column: 1,
      details: { key: homeKey },
    });
  }
  const parents = new Map<string, { parent: string; file: PageFile }>();
  for (const file of pageFiles) {
    const { value } = file.frontMatter;
    const path = pathOf(file);
    if (!value || path === null) continue;
    if ((file.key === homeKey) !== (value.slug === '')) {
      findings.push(at(file, ['slug'], 'C007', { field: 'slug', value: value.slug }));
      continue;
    }
    if (file.key === homeKey) continue;
    const parent = byPath.get(parentPath(path));
    if (!parent) {
      // A page whose address cannot be read may be the one; its own finding comes first.
      const hidden = pageFiles.some((each) => each.language === file.language && pathOf(each) === null);
      if (!hidden) findings.push(at(file, ['slug'], 'C014', { path, parent: parentPath(path) }));
      continue;
    }
    const known = parents.get(file.key);
    if (known && known.parent !== parent.key) {
      findings.push(
        at(file, ['slug'], 'C015', { here: parent.key, there: known.parent, twin: known.file.file }),
      );
    }
    if (parent.frontMatter.value?.draft && !value.draft) {
      findings.push(at(file, ['slug'], 'C016', { key: parent.key }));
    }
    parents.set(file.key, { parent: parent.key, file });
  }
  return findings;
}

/** Keys of the pages that are drafts in any language. */
function draftKeys(pageFiles: readonly PageFile[]): Set<string> {
  return new Set(pageFiles.filter((each) => each.frontMatter.value?.draft).map(({ key }) => key));
}

/** Every link by key leads to a page, an anchor or a contact that exists in the language of the link. */
function checkLinks({ pageFiles, contacts, settings, languages }: WholeSite): Finding[] {
  const findings: Finding[] = [];
  const origin = settings.value?.origin ?? '';
  const details = contactDetails(contacts.flatMap(({ contact }) => contact ?? []));
  const keys = new Set(pageFiles.map(({ key }) => key));
  const drafts = draftKeys(pageFiles);
  const ids = contacts.map(({ id }) => id);
  // A link to a contact leads to its entry in the directory.
  const hasDirectory = pageFiles.some(({ body }) => body?.components.has('Directory'));
  const listed = hasDirectory ? ids : [];
  for (const { key, language, body } of pageFiles) {
    const add = (place: Place, code: FindingCode, details: Finding['details']) =>
      findings.push({ code, ...place, details });
    for (const link of body?.links ?? []) {
      const target = readLink(link.target, origin);
      if (target.to === 'nowhere') {
        const wrong = misdirected(link, { pageFiles, language, origin, details });
        if (wrong) add(link.place, wrong.code, wrong.details);
      }
      if (target.to === 'site' && !link.marksLanguage) {
        const other = languageOfAddress(target.address, languages);
        if (other !== null && other !== language) {
          add(link.place, 'C086', { kind: 'site', target: target.address, other, key: 'none' });
        }
      }
      if (target.to === 'contact' && !listed.includes(target.id)) {
        add(link.place, 'C032', { id: target.id, suggestion: closest(target.id, listed) ?? 'none' });
      }
      if (target.to !== 'page') continue;
      if (!keys.has(target.key)) {
        add(link.place, 'C030', { key: target.key, suggestion: closest(target.key, keys) ?? 'none' });
      } else if (drafts.has(target.key) && !drafts.has(key)) {
        add(link.place, 'C016', { key: target.key });
      } else if (target.anchor !== null) {
        const page = pageFiles.find((each) => each.key === target.key && each.language === language);
        const anchors = page?.body?.headings.map(({ anchor }) => anchor);
        // Of a page that cannot be read nobody knows the headings.
        if (anchors && !anchors.includes(target.anchor)) {
          add(link.place, 'C031', { anchor: target.anchor, key: target.key, known: anchors.join(', ') });
        }
      }
    }
    for (const { target, place } of body?.contacts ?? []) {
      if (!ids.includes(target))
        add(place, 'C032', { id: target, suggestion: closest(target, ids) ?? 'none' });
    }
  }
  return findings;
}

/** Of some components the site has one: links and forms lead to its page, and its parts have ids. */
function checkSingleComponents({ pageFiles, languages }: WholeSite): Finding[] {
  const names = componentNames.filter((name) => ruleOf(name)?.once);
  return languages.flatMap(({ code: language }) =>
    names.flatMap((name) => {
      const places = pageFiles
        .filter((each) => each.language === language)
        .flatMap(({ body }) => body?.components.get(name) ?? []);
      const [first, ...others] = places;
      return others.map((place): Finding => {
        const kind = place.file === first?.file ? 'page' : 'site';
        return { code: 'C154', ...place, details: { kind, name, other: first?.file ?? 'none' } };
      });
    }),
  );
}

interface LinkPlace {
  readonly pageFiles: readonly PageFile[];
  readonly language: string;
  readonly origin: string;
  readonly details: ContactDetails;
}

/** What is wrong with a link that leads to no key, no contact and no other site; null when what it says tells it already. */
function misdirected(
  { target, text }: BodyLink,
  { pageFiles, language, origin, details }: LinkPlace,
): { readonly code: FindingCode; readonly details: Finding['details'] } | null {
  const [, scheme = ''] = /^([a-z][a-z0-9+.-]*):/i.exec(target) ?? [];
  const rest = decoded(target.slice(scheme.length + 1).split('?', 1)[0] ?? '');
  if (/^mailto$/i.test(scheme)) {
    return { code: 'C092', details: { found: rest, id: details.emails.get(rest.toLowerCase()) ?? 'none' } };
  }
  if (/^tel$/i.test(scheme)) {
    const number = rest.replace(/[^\d+]/g, '');
    return { code: 'C093', details: { found: rest, id: details.phones.get(number) ?? 'none', number } };
  }
  if (scheme === '' || target.startsWith(origin)) {
    const path = (scheme === '' ? target : target.slice(origin.length)).replace(
      /(?:\.html)?\/?(?:[?#].*)?$/,
      '',
    );
    const page = pageFiles.find((each) => pathOf(each) === path);
    const key = page?.key ?? 'none';
    if (page && page.language !== language) {
      return { code: 'C086', details: { kind: 'page', target, other: page.language, key } };
    }
    return { code: 'C033', details: { target, key } };
  }
  // An address that is its own text has its finding, with this remedy in it.
  if (/^http$/i.test(scheme) && text !== null && isAddress(text)) return null;
  return { code: 'C034', details: { target, kind: kindOfScheme(target) } };
}

/** The language that an address of another site names as its first step: `https://news.belgium.be/fr`. */
function languageOfAddress(address: string, languages: readonly Language[]): string | null {
  const [, first = ''] = new URL(address).pathname.split('/', 2);
  return languages.find(({ code }) => code === first.toLowerCase())?.code ?? null;
}

/** Contacts and pages name each other by ids that exist. */
function checkContacts({ contacts, pageFiles }: WholeSite): Finding[] {
  const ids = contacts.map(({ id }) => id);
  const fromContacts = contacts.flatMap(({ contact, result }) =>
    contact?.page === undefined ? [] : checkPublished(contact.page, pageFiles, result, ['page']),
  );
  const fromPages = pageFiles.flatMap((file) => {
    const id = file.frontMatter.value?.contact;
    return id !== undefined && !ids.includes(id)
      ? [at(file, ['contact'], 'C052', { id, suggestion: closest(id, ids) ?? 'none' })]
      : [];
  });
  return [...fromContacts, ...fromPages, ...checkParents(contacts, ids)];
}

/** A unit is a part of one that is recorded, and never, however far up, of itself. */
function checkParents(contacts: readonly ContactFile[], ids: readonly string[]): Finding[] {
  const parents = new Map(contacts.map(({ id, contact }) => [id, contact?.parent]));
  return contacts.flatMap(({ id, contact, result }) => {
    if (contact?.parent === undefined) return [];
    if (!ids.includes(contact.parent)) {
      const details = { id: contact.parent, suggestion: closest(contact.parent, ids) ?? 'none' };
      return [findingAt(result, ['parent'], 'C052', details)];
    }
    const above = new Set<string>();
    for (let next: string | undefined = contact.parent; next && !above.has(next); next = parents.get(next)) {
      above.add(next);
    }
    return above.has(id) ? [findingAt(result, ['parent'], 'C151', { id })] : [];
  });
}

/** The menus name pages that exist, and the organisation has a record with an address. */
function checkSettings({ settings, contacts, pageFiles }: WholeSite): Finding[] {
  if (!settings.value) return [];
  const menus = Object.entries(settings.value.navigation).flatMap(([menu, entries]) =>
    entries.flatMap((key, index) => checkPublished(key, pageFiles, settings, ['navigation', menu, index])),
  );
  const id = settings.value.organisation;
  const organisation = contacts.find((each) => each.id === id);
  if (!organisation) {
    menus.push(findingAt(settings, ['organisation'], 'C052', { id, suggestion: 'none' }));
  } else if (organisation.contact && !organisation.contact.address) {
    menus.push(findingAt(organisation.result, [], 'C004', { field: 'address' }));
  }
  return menus;
}

/** Days that an expiry must at least be ahead of the day of the check, so that nobody is surprised by it… */
const expiryNotice = 30;
/** …and at most: RFC 9116 (2.5.5) recommends less than a year, so that somebody looks at it now and then. */
const longestExpiry = 364;

/** Who looks for an address to report a weakness to finds one that holds (RFC 9116). */
function checkSecurity({ settings, pageFiles, today }: WholeSite): Finding[] {
  const security = settings.value?.security;
  if (!security) return [];
  const findings =
    security.policy === undefined
      ? []
      : checkPublished(security.policy, pageFiles, settings, ['security', 'policy']);
  if (today === null) return findings;
  const { expires } = security;
  const ahead = daysBetween(today, expires);
  const code = ahead <= expiryNotice ? 'C160' : ahead > longestExpiry ? 'C161' : null;
  if (code) {
    const suggestion = dayAfter(today, longestExpiry);
    findings.push(findingAt(settings, ['security', 'expires'], code, { expires, suggestion }));
  }
  return findings;
}

/** A redirect leads from a path without a page to a page, or says that nothing stands there any more. */
function checkRedirects({ redirects, pageFiles, languages }: WholeSite): Finding[] {
  const owners = new Map(pageFiles.map((each) => [pathOf(each), each.file]));
  return (redirects.value ?? []).flatMap(({ from, to }, index) => {
    const findings: Finding[] = [];
    const other = owners.get(from);
    const place = findingAt(redirects, [index, 'from'], 'C013');
    if (other) findings.push({ ...place, details: { path: from, other } });
    else owners.set(from, `${place.file}:${place.line}`);
    if (!languages.some(({ code }) => from.startsWith(`/${code}/`))) {
      findings.push(findingAt(redirects, [index, 'from'], 'C007', { field: 'from', value: from }));
    }
    if (to === undefined) return findings;
    return [...findings, ...checkPublished(to, pageFiles, redirects, [index, 'to'])];
  });
}

/** A record may only lead to a page that exists and is published. */
function checkPublished(key: string, pageFiles: readonly PageFile[], record: Placed, path: Path): Finding[] {
  const keys = new Set(pageFiles.map((each) => each.key));
  if (!keys.has(key)) {
    return [findingAt(record, path, 'C053', { key, suggestion: closest(key, keys) ?? 'none' })];
  }
  return draftKeys(pageFiles).has(key) ? [findingAt(record, path, 'C016', { key })] : [];
}
