import { inEach, inLanguage, type Translated } from '../languages/languages.ts';
import { dataVersion, linkedData, linkedForms, openData, unitUri } from '../open-data/data-paths.ts';
import { mediaTypeOf } from '../site/media-types.ts';
import { homeKey, pageOf, type Site, twinOf } from '../site/site.ts';
import { about, classes, iris, type Statement, texts } from './statements.ts';

/** The file types of the EU's authority table (https://publications.europa.eu/resource/authority/file-type), by extension. */
const fileTypes: Readonly<Record<string, string>> = { csv: 'CSV', json: 'JSON', jsonld: 'JSON_LD', ttl: 'RDF_TURTLE' };

/** The catalogue of the open data by DCAT-AP 3.0 (https://semiceu.github.io/DCAT-AP/releases/3.0.1/). `reuse`: the conditions for reuse. */
export function catalogueStatements(site: Site, title: Translated, reuse: Translated): Statement[] {
  const { origin, organisation, languages } = site;
  const at = (name: string) => `${origin}${dataVersion}#${name}`;
  const subject = pageOf(site, site.directory ?? homeKey);
  const ofPage = (field: 'title' | 'summary') => inEach(languages, (code) => twinOf(subject, code)[field]);
  const contact = pageOf(site, organisation.page ?? homeKey);
  const publisher = unitUri(origin, organisation.id);
  const files = [openData.json, openData.csv, ...linkedForms.map((form) => `${linkedData.directory}.${form}`)];
  const documentation = origin + dataVersion;
  const pages = languages.map(({ code }) => origin + twinOf(subject, code).path);
  return [
    ...about(at('catalogue'), {
      'rdf:type': classes('dcat:Catalog'),
      'dct:title': texts(title),
      'dct:description': texts(organisation.purpose),
      'dct:publisher': iris(publisher),
      'foaf:homepage': iris(documentation),
      'dct:rights': iris(at('reuse')),
      'dcat:dataset': iris(at('directory')),
    }),
    ...about(at('directory'), {
      'rdf:type': classes('dcat:Dataset'),
      'dct:title': texts(ofPage('title')),
      'dct:description': texts(ofPage('summary')),
      'dct:identifier': { text: at('directory') },
      'dct:publisher': iris(publisher),
      'dcat:contactPoint': iris(at('contact')),
      'dcat:landingPage': iris(...pages),
      'foaf:page': iris(documentation),
      'dcat:version': { text: '1' },
      'dcat:distribution': iris(...files.map((file) => origin + file)),
    }),
    ...files.flatMap((file) => distribution(origin + file, at('reuse'))),
    ...about(at('reuse'), { 'rdf:type': classes('dct:RightsStatement'), 'rdfs:label': texts(reuse) }),
    ...about(at('contact'), {
      'rdf:type': classes('vcard:Organization', 'vcard:Kind'),
      'vcard:fn': texts(organisation.name),
      'vcard:hasEmail': iris(site.feedback === null ? undefined : `mailto:${site.feedback}`),
      'vcard:hasURL': iris(...languages.map(({ code }) => origin + inLanguage(contact.twins, code).path)),
    }),
    ...about(publisher, { 'rdf:type': classes('foaf:Agent'), 'foaf:name': texts(organisation.name) }),
    ...[documentation, ...pages].flatMap((each) => about(each, { 'rdf:type': classes('foaf:Document') })),
  ];
}

function distribution(url: string, rights: string): Statement[] {
  const extension = url.slice(url.lastIndexOf('.') + 1);
  const format = `http://publications.europa.eu/resource/authority/file-type/${fileTypes[extension]}`;
  const type = `https://www.iana.org/assignments/media-types/${mediaTypeOf(url)?.replace(/;.*/, '')}`;
  return [
    ...about(url, {
      'rdf:type': classes('dcat:Distribution'),
      'dcat:accessURL': iris(url),
      'dcat:downloadURL': iris(url),
      'dct:format': iris(format),
      'dcat:mediaType': iris(type),
      'dct:rights': iris(rights),
    }),
    ...about(format, { 'rdf:type': classes('dct:MediaTypeOrExtent') }),
    ...about(type, { 'rdf:type': classes('dct:MediaType') }),
  ];
}
