import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import jsonld from 'jsonld';
import { Parser, type Quad, Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { iriOf, type Statement } from '#lib/linked-data/statements.ts';

/* Reads linked data with parsers that are independent of the writer, and validates them by shapes (SHACL). */

const fixtures = path.resolve(import.meta.dirname, 'fixtures/linked-data');

/** The official shapes of CPOV and DCAT-AP. */
const shapes = path.join(fixtures, 'official');

const validators = readdirSync(shapes).map(
  (file) => new Validator(new Store(readTurtle(readFileSync(path.join(shapes, file), 'utf8')))),
);

/** The statements of a text in Turtle; throws when it is not Turtle. */
export function readTurtle(text: string): Quad[] {
  return new Parser({ format: 'text/turtle' }).parse(text);
}

/** The statements of JSON-LD. */
export async function readJsonLd(data: object): Promise<Quad[]> {
  const lines = await jsonld.toRDF(data as jsonld.JsonLdDocument, { format: 'application/n-quads' });
  return new Parser({ format: 'application/n-quads' }).parse(String(lines));
}

/** What each statement says, sorted and without repetitions, in one form for all readers and the writer. */
export function linesOf(quads: readonly Quad[]): string[] {
  const lines = quads.map(({ subject, predicate, object }) => {
    const value =
      object.termType === 'Literal'
        ? JSON.stringify([object.value, object.language, object.language ? '' : object.datatype.value])
        : object.value;
    return `${subject.value} ${predicate.value} ${value}`;
  });
  return [...new Set(lines)].sort();
}

/** What each statement of the writer says, in the same form. */
export function expectedLines(statements: readonly Statement[]): string[] {
  const lines = statements.map(({ subject, predicate, object }) => {
    const value =
      'iri' in object
        ? object.iri
        : JSON.stringify([
            object.text,
            object.language ?? '',
            object.language ? '' : iriOf(object.type ?? 'xsd:string'),
          ]);
    return `${subject} ${iriOf(predicate)} ${value}`;
  });
  return [...new Set(lines)].sort();
}

/** The violations of the shapes, one line each: node, path and kind of constraint. */
export async function shapeFaults(quads: readonly Quad[]): Promise<string[]> {
  const reports = await Promise.all(validators.map((validator) => validator.validate(new Store([...quads]))));
  return reports.flatMap(({ results }) =>
    results.map(({ focusNode, path: property, sourceConstraintComponent }) =>
      [focusNode, property, sourceConstraintComponent]
        .map((term) =>
          String((Array.isArray(term) ? '' : (term as { value?: string } | null)?.value) ?? '').replace(/.*[#/]/, ''),
        )
        .join(' '),
    ),
  );
}

/** The broken data of the fixtures. */
export const brokenData = readTurtle(readFileSync(path.join(fixtures, 'broken.ttl'), 'utf8'));
