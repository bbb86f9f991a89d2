import jsonld from 'jsonld';
import {
  context,
  domainsOf,
  isKindOf,
  isProperty,
  isThing,
  isType,
  rangesOf,
  successorOf,
  typesOfMember,
} from './vocabulary.ts';

const local = { '@context': context() };

/** A node of expanded JSON-LD: properties by IRI, all values in lists. */
interface Node {
  readonly '@id'?: string;
  readonly '@type'?: readonly string[];
  readonly [property: string]: unknown;
}

/**
 * The faults of data against JSON-LD 1.1 and schema.org: terms that do not exist or are superseded, properties of other types,
 * values of other types.
 * @param data an object from a page, with the context of schema.org
 */
export async function linkedDataFaults(data: object): Promise<string[]> {
  let nodes: readonly Node[];
  try {
    nodes = (await jsonld.expand(
      data as jsonld.JsonLdDocument,
      {
        // No request: the context is made from the package.
        documentLoader: async (url) => {
          if (url !== 'https://schema.org') throw new Error(`uses the context ${url}`);
          return { document: local, documentUrl: url };
        },
        // Throws instead of dropping unknown terms.
        safe: true,
      } as jsonld.Options.Expand,
    )) as readonly Node[];
  } catch (error) {
    const { message, details } = error as Error & { details?: { event?: { details?: object } } };
    return [`is not strict JSON-LD: ${message} ${JSON.stringify(details?.event?.details ?? {})}`];
  }
  return nodes.flatMap(nodeFaults);
}

function nodeFaults(node: Node): string[] {
  const types = (node['@type'] ?? []).map(termOf);
  const faults = types.flatMap((type) => (isType(type) ? superseded(type) : [`${type} is not a type`]));
  for (const [iri, values] of Object.entries(node)) {
    if (iri.startsWith('@')) continue;
    // `<property>-input` of an action describes what it needs (schema.org, actions).
    const isInput = iri.endsWith('-input');
    const property = termOf(iri).replace(/-input$/, '');
    if (!isProperty(property)) {
      faults.push(`${property} is not a property`);
      continue;
    }
    faults.push(...superseded(property));
    if (!domainsOf(property).some((domain) => types.some((type) => isKindOf(type, domain)))) {
      faults.push(`${types.join(', ') || 'a thing without a type'} has no ${property}`);
    }
    for (const value of values as readonly Node[]) {
      if (isInput) continue;
      if (!rangesOf(property).some((range) => fits(value, range))) {
        faults.push(`${property} does not take ${JSON.stringify(value).slice(0, 80)}`);
      }
      if (value['@value'] === undefined && Object.keys(value).length > 1) faults.push(...nodeFaults(value));
    }
  }
  return faults;
}

const superseded = (term: string) => {
  const successor = successorOf(term);
  return successor ? [`${term} is superseded by ${successor}`] : [];
};

const forms: Readonly<Record<string, RegExp>> = {
  Date: /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/,
  DateTime: /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/,
  URL: /^https:\/\/\S+$/,
  Time: /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
};

/** Whether a value is of a type. A node that is only a URI counts as of the right type. */
function fits(value: Node, range: string): boolean {
  const literal = value['@value'];
  if (typeof literal === 'number') return ['Number', 'Integer', 'Float'].includes(range);
  if (typeof literal === 'boolean') return range === 'Boolean';
  if (typeof literal === 'string') return forms[range]?.test(literal) ?? isKindOf(range, 'Text');
  const id = value['@id'] ?? '';
  if (value['@type']) return value['@type'].some((type) => isKindOf(termOf(type), range));
  const member = termOf(id);
  if (member !== id) return typesOfMember(member).some((type) => isKindOf(type, range));
  return /^https:\/\//.test(id) && isThing(range);
}

/** A term without the prefix of schema.org; any other IRI unchanged. */
function termOf(iri: string): string {
  return iri.replace(/^https?:\/\/schema\.org\//, '');
}
