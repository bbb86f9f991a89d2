import { inLanguage, type Translated } from '../languages/languages.ts';
import { dataVersion, linkedData, linkedForms, openData, unitUri } from '../open-data/data-paths.ts';
import { mediaTypeOf } from '../site/media-types.ts';
import { homeKey, pageOf, type Site, twinOf } from '../site/site.ts';
import { about, classes, type Statement, type Value } from './statements.ts';

/** The words of the catalogue, in each language. */
export interface CatalogueWords {
  readonly title: Translated;
  /** The conditions for reuse. */
  readonly reuse: Translated;
}

/** The file types of the EU's authority table (https://publications.europa.eu/resource/authority/file-type), by extension. */
const fileTypes: Readonly<Record<string, string>> = { csv: 'CSV', json: 'JSON', jsonld: 'JSON_LD', ttl: 'RDF_TURTLE' };

/** The catalogue of the open data by DCAT-AP 3.0 (https://semiceu.github.io/DCAT-AP/releases/3.0.1/). */
export function catalogueStatements(site: Site, { title, reuse }: CatalogueWords): Statement[] {
  const { origin, organisation, languages } = site;
  const at = (name: string) => `${origin}${dataVersion}#${name}`;
  const iri = (value: string): Value => ({ iri: value });
  const texts = (value: Translated): Value[] => Object.entries(value).map(([language, text]) => ({ text, language }));
  const subject = pageOf(site, site.directory ?? homeKey);
  const ofPage = (field: 'title' | 'summary') =>
    Object.fromEntries(languages.map(({ code }) => [code, twinOf(subject, code)[field]]));
  const contact = pageOf(site, organisation.page ?? homeKey);
  const publisher = unitUri(origin, organisation.id);
  const files = [openData.json, openData.csv, ...linkedForms.map((form) => `${linkedData.directory}.${form}`)];
  const documentation = origin + dataVersion;
  return [
    ...about(at('catalogue'), {
      'rdf:type': classes('dcat:Catalog'),
      'dct:title': texts(title),
      'dct:description': texts(organisation.purpose),
      'dct:publisher': iri(publisher),
      'foaf:homepage': iri(documentation),
      'dct:rights': iri(at('reuse')),
      'dcat:dataset': iri(at('directory')),
    }),
    ...about(at('directory'), {
      'rdf:type': classes('dcat:Dataset'),
      'dct:title': texts(ofPage('title')),
      'dct:description': texts(ofPage('summary')),
      'dct:identifier': { text: at('directory') },
      'dct:publisher': iri(publisher),
      'dcat:contactPoint': iri(at('contact')),
      'dcat:landingPage': languages.map(({ code }) => iri(origin + twinOf(subject, code).path)),
      'foaf:page': iri(documentation),
      'dcat:version': { text: '1' },
      'dcat:distribution': files.map((file) => iri(origin + file)),
    }),
    ...files.flatMap((file) => distribution(origin + file, at('reuse'))),
    ...about(at('reuse'), { 'rdf:type': classes('dct:RightsStatement'), 'rdfs:label': texts(reuse) }),
    ...about(at('contact'), {
      'rdf:type': classes('vcard:Organization', 'vcard:Kind'),
      'vcard:fn': texts(organisation.name),
      'vcard:hasEmail': site.feedback === null ? [] : iri(`mailto:${site.feedback}`),
      'vcard:hasURL': languages.map(({ code }) => iri(origin + inLanguage(contact.twins, code).path)),
    }),
    ...about(publisher, { 'rdf:type': classes('foaf:Agent'), 'foaf:name': texts(organisation.name) }),
    ...[documentation, ...languages.map(({ code }) => origin + twinOf(subject, code).path)].flatMap((each) =>
      about(each, { 'rdf:type': classes('foaf:Document') }),
    ),
  ];
}

function distribution(url: string, rights: string): Statement[] {
  const extension = url.slice(url.lastIndexOf('.') + 1);
  const format = `http://publications.europa.eu/resource/authority/file-type/${fileTypes[extension]}`;
  const type = `https://www.iana.org/assignments/media-types/${mediaTypeOf(url)?.replace(/;.*/, '')}`;
  return [
    ...about(url, {
      'rdf:type': classes('dcat:Distribution'),
      'dcat:accessURL': { iri: url },
      'dcat:downloadURL': { iri: url },
      'dct:format': { iri: format },
      'dcat:mediaType': { iri: type },
      'dct:rights': { iri: rights },
    }),
    ...about(format, { 'rdf:type': classes('dct:MediaTypeOrExtent') }),
    ...about(type, { 'rdf:type': classes('dct:MediaType') }),
  ];
}
