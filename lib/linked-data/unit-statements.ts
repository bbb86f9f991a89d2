import { dataVersion, unitUri } from '../open-data/data-paths.ts';
import { unitsOfData } from '../open-data/directory-data.ts';
import type { Address } from '../records/contact.ts';
import { type Contact, contactOf, pathOf, type Site } from '../site/site.ts';
import { about, classes, iris, type Statement, type Term, texts, type Value } from './statements.ts';

/* Units as linked data by the Core Public Organisation Vocabulary 2.1 (https://semiceu.github.io/CPOV/releases/2.1.2/). */

/** The statements about all units of the open data. */
export function directoryStatements(site: Site): Statement[] {
  return unitsOfData(site).flatMap((unit) => unitStatements(site, unit));
}

const day = (text: string | undefined): Value[] => (text === undefined ? [] : [{ text, type: 'xsd:date' }]);

/** The statements about a unit: what it is, how to reach it, its life, and where the facts come from. */
export function unitStatements(site: Site, contact: Contact): Statement[] {
  const { id, kind, name, abbreviation, brand, purpose, website, page, address, parent } = contact;
  const uri = unitUri(site.origin, id);
  const pages = page ? site.languages.map(({ code }) => site.origin + pathOf(site, page, code)) : [];
  const homepages = [...new Set(Object.values(website ?? {}))];
  const contactPoint = contactStatements(`${uri}#contact`, contact);
  const life = lifeStatements(site, contact, uri);
  const statements = [
    ...about(uri, {
      'rdf:type': classes(...(isPublic(contact) ? ['cv:PublicOrganisation' as const] : []), 'org:Organization'),
      'dct:identifier': { text: id },
      'owl:sameAs': iris(...(contact.formerIds ?? []).map((each) => unitUri(site.origin, each))),
      'skos:prefLabel': texts(name),
      'skos:altLabel': texts(abbreviation ?? brand),
      'schema:alternateName': texts(abbreviation && brand),
      'dct:description': texts(purpose),
      'org:classification': iris(`${site.origin}${dataVersion}#${kind}`),
      'org:subOrganizationOf': iris(parent && unitUri(site.origin, parent)),
      'foaf:homepage': iris(...homepages),
      'foaf:page': iris(...pages),
      'locn:address': iris(address && `${uri}#address`),
      'cv:contactPoint': contactPoint.length > 0 ? iris(`${uri}#contact`) : [],
      'dct:language': (contact.languages ?? []).map((text) => ({ text })),
      ...life.own,
      'dct:publisher': iris(unitUri(site.origin, site.organisation.id)),
      ...sourceOf(site, contact),
    }),
    ...about(`${site.origin}${dataVersion}#${kind}`, {
      'rdf:type': classes('skos:Concept'),
      'skos:notation': { text: kind },
      'skos:prefLabel': { text: kind.replace('-', ' '), language: 'en' },
    }),
    ...[...homepages, ...pages].flatMap((each) => about(each, { 'rdf:type': classes('foaf:Document') })),
    ...(address ? addressStatements(`${uri}#address`, address) : []),
    ...contactPoint,
    ...life.others,
  ];
  return [...statements, ...otherSources(site, contact, statements)];
}

/** The sources call the cultural institutions federal, not public organisations. */
const isPublic = ({ kind }: Contact) => kind !== 'cultural-institution';

/** Where facts come from, who vouches for them, and when they were last compared. */
function sourceOf(
  { origin }: Site,
  { source, confirmedBy, verified }: Pick<Contact, 'source' | 'confirmedBy' | 'verified'>,
) {
  return {
    'dct:source': iris(source && `https://${source}`),
    'adms:status': iris(`${origin}${dataVersion}#${confirmedBy}`),
    'dct:modified': day(verified),
  };
}

/** The statement that a fact is, by its property and the fragment of its node; a fact that is not here is in the JSON only. */
const statementOf: Readonly<Record<string, readonly [predicate: Term, fragment?: string]>> = {
  name: ['skos:prefLabel'],
  abbreviation: ['skos:altLabel'],
  purpose: ['dct:description'],
  parent: ['org:subOrganizationOf'],
  website: ['foaf:homepage'],
  address: ['locn:address'],
  phone: ['cv:telephone', '#contact'],
  email: ['cv:email', '#contact'],
  form: ['cv:contactPage', '#contact'],
  languages: ['dct:language'],
  from: ['schema:foundingDate'],
  until: ['schema:dissolutionDate'],
  replacedBy: ['org:changedBy'],
  legalBasis: ['cv:hasFormalFramework', '#beginning'],
};

/** The sources of single facts: statements about statements (RDF 1.1, reification). */
function otherSources(site: Site, contact: Contact, statements: readonly Statement[]): Statement[] {
  const uri = unitUri(site.origin, contact.id);
  return (contact.otherSources ?? []).flatMap(({ facts, ...source }) =>
    facts.flatMap((fact) => {
      const [predicate, fragment = ''] = statementOf[fact] ?? [];
      return statements
        .filter((each) => each.predicate === predicate && each.subject === uri + fragment)
        .flatMap((each, index) =>
          about(`${uri}#source-${fact}-${index + 1}`, {
            'rdf:type': classes('rdf:Statement'),
            'rdf:subject': iris(each.subject),
            'rdf:predicate': classes(each.predicate),
            'rdf:object': each.object,
            ...sourceOf(site, source),
          }),
        );
    }),
  );
}

function addressStatements(node: string, { street, box, postcode, city, country }: Address): Statement[] {
  return about(node, {
    'rdf:type': classes('locn:Address'),
    'locn:thoroughfare': texts(street),
    'locn:poBox': box === undefined ? [] : { text: box },
    'locn:postCode': { text: postcode },
    'locn:postName': texts(city),
    'locn:adminUnitL1': texts(country),
  });
}

function contactStatements(node: string, contact: Contact): Statement[] {
  const { phone = [], email, form = {} } = contact.channels ?? {};
  const forms = [...new Set(Object.values(form))];
  const reach = about(node, {
    'cv:telephone': phone.map(({ number }) => ({ text: number })),
    'cv:email': email === undefined ? [] : { text: email },
    'cv:contactPage': iris(...forms),
  });
  if (reach.length === 0) return [];
  return [
    ...about(node, { 'rdf:type': classes('cv:ContactPoint'), 'dct:description': texts(contact.contactFor) }),
    ...reach,
    ...forms.flatMap((each) => about(each, { 'rdf:type': classes('foaf:Document') })),
  ];
}

/** Beginning and end of a unit as events, with the acts that it rests on and the units that took its place. */
function lifeStatements(site: Site, contact: Contact, uri: string) {
  const { id, from, until, replacedBy = [], legalBasis = [] } = contact;
  const isBegun = from !== undefined && (until === undefined || from <= until);
  const [beginning, ending] = [`${uri}#beginning`, `${uri}#end`];
  const hasBeginning = isBegun || legalBasis.length > 0;
  const acts = legalBasis.map((basis) => ({ basis, iri: /^\d/.test(basis) ? `${uri}#act-${basis}` : basis }));
  // The shapes of CPOV allow only public organisations in an event.
  const units = (...ids: readonly string[]) =>
    iris(...ids.filter((each) => isPublic(contactOf(site, each))).map((each) => unitUri(site.origin, each)));
  const others = [
    ...(hasBeginning
      ? about(beginning, {
          'rdf:type': classes('org:ChangeEvent'),
          'org:resultingOrganization': units(id),
          'prov:startedAtTime': isBegun ? { text: `${from}T00:00:00Z`, type: 'xsd:dateTime' } : [],
          'cv:hasFormalFramework': iris(...acts.map(({ iri }) => iri)),
        })
      : []),
    ...acts.flatMap(({ basis, iri }) =>
      about(iri, { 'rdf:type': classes('cv:ReferenceFramework'), 'dct:identifier': { text: basis } }),
    ),
    ...(until === undefined
      ? []
      : about(ending, {
          'rdf:type': classes('org:ChangeEvent'),
          'org:originalOrganization': units(id),
          'org:resultingOrganization': units(...replacedBy),
          'prov:endedAtTime': { text: `${until}T00:00:00Z`, type: 'xsd:dateTime' },
        })),
  ];
  const own = {
    'schema:foundingDate': isBegun ? day(from) : [],
    'schema:dissolutionDate': day(until),
    'org:resultedFrom': hasBeginning ? iris(beginning) : [],
    'org:changedBy': until === undefined ? [] : iris(ending),
  } as const;
  return { own, others };
}
