import type {
  BreadcrumbList,
  SearchAction,
  WebPage,
  WebSite,
  WithActionConstraints,
  WithContext,
} from 'schema-dts';
import type { View } from '#lib/site/view.ts';
import { inLanguage, type Language } from '../languages/languages.ts';
import { unitUri } from '../open-data/data-paths.ts';
import {
  type Contact,
  contactOf,
  homeKey,
  type Page,
  pageOf,
  type Site,
  trailOf,
  twinOf,
} from '../site/site.ts';
import { reference, unitNode } from './unit-data.ts';

/*
 * What pages tell machines about themselves (JSON-LD 1.1, schema.org). Every thing has a URI that stays: a page its address, a unit
 * the URI that all faces of its record share.
 */

/** A page: what it is called, where it stands, when it last changed, and the units it is about. */
export function pageData(view: View): WithContext<WebPage> {
  const { site, page, language } = view;
  const { title, path, updated } = twinOf(page, language.code);
  const breadcrumb = breadcrumbOf(view);
  const about = subjectsOf(site, page).map((contact) => unitNode(site, contact, language));
  return {
    '@context': 'https://schema.org',
    '@type': page.key === site.organisation.page ? 'ContactPage' : 'WebPage',
    '@id': site.origin + path,
    name: title,
    inLanguage: language.tag,
    dateModified: updated,
    ...translations(view),
    isPartOf: page.key === homeKey ? websiteIn(view) : website(site, language),
    ...(breadcrumb ? { breadcrumb } : {}),
    ...(about.length > 0 ? { about } : {}),
  };
}

/** The choice of language: the website by all its names. */
export function choiceData(site: Site): WithContext<WebSite> {
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': websiteUri(site),
    url: `${site.origin}/`,
    name: site.languages.map(({ code }) => inLanguage(site.organisation.name, code)),
    inLanguage: site.languages.map(({ tag }) => tag),
    publisher: { '@id': unitUri(site.origin, site.organisation.id) },
  };
}

/**
 * Data as the content of a script element: whatever its texts hold, none of it ends the element, begins a comment, or breaks a line
 * for a parser of scripts (HTML, restrictions for contents of script elements).
 */
export function toScript(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const websiteUri = ({ origin }: Site) => `${origin}/#website`;

function website(site: Site, language: Language) {
  return {
    '@type': 'WebSite',
    '@id': websiteUri(site),
    url: `${site.origin}/`,
    name: inLanguage(site.organisation.name, language.code),
  } as const satisfies WebSite;
}

/** The website as its home page tells it: with its publisher, and how to search it. */
function websiteIn({ site, language }: View): WebSite {
  return {
    ...website(site, language),
    publisher: reference(site, site.organisation, language),
    ...(site.search === null ? {} : { potentialAction: searchAction(site, site.search, language) }),
  };
}

function searchAction(site: Site, key: string, { code }: Language): WithActionConstraints<SearchAction> {
  return {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${site.origin}${twinOf(pageOf(site, key), code).path}?q={query}`,
    },
    'query-input': 'required name=query',
  };
}

/** The way from the home page; none on the home page itself. */
function breadcrumbOf({ site, page, language }: View): BreadcrumbList | null {
  if (page.key === homeKey) return null;
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trailOf(site, page).map((each, index) => {
      const { label, path } = twinOf(each, language.code);
      return { '@type': 'ListItem', position: index + 1, name: label, item: { '@id': site.origin + path } };
    }),
  };
}

/** Which twin is translated from which, as far as the front matter says so; peers are translations of nothing. */
function translations({ site, page, language }: View) {
  const address = (code: string) => ({ '@id': site.origin + twinOf(page, code).path });
  const { translatedFrom } = twinOf(page, language.code);
  const made = site.languages.filter(({ code }) => twinOf(page, code).translatedFrom === language.code);
  return {
    ...(translatedFrom === null ? {} : { translationOfWork: address(translatedFrom) }),
    ...(made.length > 0 ? { workTranslation: made.map(({ code }) => address(code)) } : {}),
  };
}

/** The units that a page is about: all on the directory, the organisation on home and contact, its own on a service page. */
function subjectsOf(site: Site, { key, contact }: Page): readonly Contact[] {
  if (key === site.directory) return site.contacts;
  if (key === homeKey || key === site.organisation.page) return [site.organisation];
  return contact === null ? [] : [contactOf(site, contact)];
}
