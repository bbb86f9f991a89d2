import type { Translated } from '../languages/languages.ts';

/* Statements of linked data (RDF 1.1), and how they are written. Every node has an IRI, so that two writings are comparable line by line. */

/** The prefixes of the vocabularies, as written in Turtle and JSON-LD. */
const prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  cv: 'http://data.europa.eu/m8g/',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  org: 'http://www.w3.org/ns/org#',
  owl: 'http://www.w3.org/2002/07/owl#',
  prov: 'http://www.w3.org/ns/prov#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A term of a vocabulary with its prefix: `dct:title`. */
export type Term = `${keyof typeof prefixes}:${string}`;

/** The object of a statement: an IRI, a text, a text in a language (BCP 47), or a value of a type. */
export type Value =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly type?: Term };

export interface Statement {
  readonly subject: string;
  readonly predicate: Term;
  readonly object: Value;
}

/** The statements about one subject, from its properties; a property without a value makes none. */
export function about(
  subject: string,
  properties: Readonly<Partial<Record<Term, Value | readonly Value[] | undefined>>>,
): Statement[] {
  return Object.entries(properties).flatMap(([predicate, values]) =>
    [values ?? []].flat().map((object) => ({ subject, predicate: predicate as Term, object })),
  );
}

/** The IRI of a term. */
export function iriOf(term: Term): string {
  const [prefix = '', name = ''] = term.split(':');
  return prefixes[prefix as keyof typeof prefixes] + name;
}

/** A term as an object, such as a class. */
export function classes(...terms: readonly Term[]): Value[] {
  return terms.map((term) => ({ iri: iriOf(term) }));
}

/** A text in every language. */
export function texts(value: Translated | undefined): Value[] {
  return Object.entries(value ?? {}).map(([language, text]) => ({ text, language }));
}

/** IRIs as objects, without those that are absent. */
export function iris(...all: readonly (string | undefined)[]): Value[] {
  return all.flatMap((iri) => (iri === undefined ? [] : [{ iri }]));
}

/** Statements as Turtle (W3C Recommendation, 2014), grouped by subject in their order. */
export function turtle(statements: readonly Statement[]): string {
  const used = statements.flatMap(({ predicate, object }) =>
    'type' in object && object.type ? [predicate, object.type] : [predicate],
  );
  const names = new Set(used.map((term) => term.split(':')[0]));
  const head = Object.entries(prefixes)
    .filter(([prefix]) => names.has(prefix))
    .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  const groups = [...Map.groupBy(statements, ({ subject }) => subject)].map(
    ([subject, group]) =>
      `\n<${escapeIri(subject)}>\n${group.map(({ predicate, object }) => `  ${predicate} ${turtleValue(object)}`).join(' ;\n')} .\n`,
  );
  return [...head, ...groups].join('');
}

function turtleValue(value: Value): string {
  if ('iri' in value) return `<${escapeIri(value.iri)}>`;
  const { text, language, type } = value;
  // JSON escapes what Turtle escapes.
  const quoted = JSON.stringify(text);
  if (language) return `${quoted}@${language}`;
  return type ? `${quoted}^^${type}` : quoted;
}

/** An IRI without the characters that Turtle forbids in one (grammar, IRIREF), which a URL has encoded. */
function escapeIri(iri: string): string {
  return iri.replace(
    /[\s\p{Cc}<>"{}|^`\\]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`,
  );
}

/** Statements as JSON-LD 1.1: a context of prefixes and one node for each subject, in their order. */
export function jsonLd(statements: readonly Statement[]): object {
  const nodes = [...Map.groupBy(statements, ({ subject }) => subject)].map(([subject, group]) => ({
    '@id': subject,
    ...Object.fromEntries(
      [...Map.groupBy(group, ({ predicate }) => predicate)].map(([predicate, of]) => [
        predicate,
        of.map(({ object }) => jsonValue(object)),
      ]),
    ),
  }));
  return { '@context': prefixes, '@graph': nodes };
}

function jsonValue(value: Value): object {
  if ('iri' in value) return { '@id': value.iri };
  const { text, language, type } = value;
  return { '@value': text, ...(language && { '@language': language }), ...(type && { '@type': type }) };
}
