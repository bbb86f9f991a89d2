import type {
  BreadcrumbList,
  MediaObject,
  NewsArticle,
  SearchAction,
  WebPage,
  WebSite,
  WithActionConstraints,
  WithContext,
} from 'schema-dts';
import { allVersionsOn, documentPath } from '../documents/documents.ts';
import { inLanguage, type Language } from '../languages/languages.ts';
import { unitUri } from '../open-data/data-paths.ts';
import { mediaTypes } from '../site/media-types.ts';
import {
  type Contact,
  contactOf,
  homeKey,
  type Page,
  pathOf,
  type Site,
  trailOf,
  twinOf,
  type View,
} from '../site/site.ts';
import { reference, unitNode } from './unit-data.ts';

/* The structured data of pages (JSON-LD 1.1, schema.org). Every node has a permanent URI, which vCard and open data share. */

/** The structured data of a page: name, place in the site, last change, and the units it is about. */
export function pageData(view: View): WithContext<WebPage> {
  const { site, page, language } = view;
  const { title, path, updated } = twinOf(page, language.code);
  const breadcrumb = breadcrumbOf(view);
  // The directory is the page closest to the limit of the round trip.
  const brief = page.key === site.directory;
  const about = subjectsOf(site, page).map((contact) => unitNode(site, contact, language, { brief }));
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
    ...(page.day === null ? {} : { mainEntity: newsArticle(view, page.day) }),
    ...documentsOf(view),
  };
}

/** A news item: its words, its days, its publisher and the units that it is about. */
function newsArticle({ site, page, language }: View, day: string): NewsArticle {
  const { title, summary, path, updated } = twinOf(page, language.code);
  const about = page.about.units.map((id) => reference(site, contactOf(site, id), language));
  return {
    '@type': 'NewsArticle',
    '@id': `${site.origin}${path}#news`,
    headline: title,
    description: summary,
    inLanguage: language.tag,
    datePublished: day,
    dateModified: updated,
    publisher: { '@id': unitUri(site.origin, site.organisation.id) },
    ...(about.length > 0 ? { about } : {}),
  };
}

/** The documents that a page offers: of a publication as the encodings of one report. */
function documentsOf({ site, page, language }: View): Pick<WebPage & object, 'mainEntity' | 'associatedMedia'> {
  const media = allVersionsOn(page, site, language).map(
    (document): MediaObject => ({
      '@type': 'MediaObject',
      contentUrl: site.origin + documentPath(document),
      encodingFormat: mediaTypes[document.type].replace(/;.*/, ''),
      ...(document.title === null ? {} : { name: document.title }),
      ...(document.language === null ? {} : { inLanguage: document.language }),
      ...(document.date === null ? {} : { dateModified: document.date }),
      contentSize: `${document.bytes} B`,
    }),
  );
  if (page.publication === null) return media.length === 0 ? {} : { associatedMedia: media };
  const { title, path } = twinOf(page, language.code);
  const { year, published } = page.publication;
  const about = { name: title, datePublished: published, temporalCoverage: String(year) };
  return { mainEntity: { '@type': 'Report', '@id': `${site.origin}${path}#report`, ...about, encoding: media } };
}

/** The structured data of the choice of language: the website with its names in all languages. */
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

/** Data for a script element, without characters that could end it, start a comment or break a line (HTML, script contents). */
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

/** The website with its publisher and its search, for the home page. */
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
    target: { '@type': 'EntryPoint', urlTemplate: `${site.origin}${pathOf(site, key, code)}?q={query}` },
    'query-input': 'required name=query',
  };
}

/** The breadcrumb from the home page; null on the home page itself. */
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

/** Which twin is a translation of which, for twins whose front matter names an original; peers are translations of nothing. */
function translations({ site, page, language }: View) {
  const urlIn = (code: string) => ({ '@id': site.origin + twinOf(page, code).path });
  const { translatedFrom } = twinOf(page, language.code);
  const made = site.languages.filter(({ code }) => twinOf(page, code).translatedFrom === language.code);
  return {
    ...(translatedFrom === null ? {} : { translationOfWork: urlIn(translatedFrom) }),
    ...(made.length > 0 ? { workTranslation: made.map(({ code }) => urlIn(code)) } : {}),
  };
}

/** The units that a page is about: all on the directory, the organisation on the home and contact pages, its own on a service page. */
function subjectsOf(site: Site, { key, contact }: Page): readonly Contact[] {
  if (key === site.directory) return site.contacts;
  if (key === homeKey || key === site.organisation.page) return [site.organisation];
  return contact === null ? [] : [contactOf(site, contact)];
}
