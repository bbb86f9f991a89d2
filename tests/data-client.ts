import { Parser, Store } from 'n3';
import Papa from 'papaparse';

/*
 * A program that re-uses the open data. It was written from their documentation alone (`/data/v1` and the JSON Schema) and shares no code
 * with the site: it knows addresses, fields and the promise that unknown fields may appear.
 */

/** A unit, as this client understands it. */
export interface ClientUnit {
  readonly name: (language: string) => string;
  readonly phones: readonly string[];
  readonly email: string | undefined;
  readonly source: string | undefined;
  readonly verified: string;
  readonly parent: string | undefined;
  /** Whether it exists on a day. */
  readonly exists: (day: string) => boolean;
}

interface JsonUnit {
  readonly id: string;
  readonly name: Readonly<Record<string, string>>;
  readonly channels?: { readonly phone?: readonly { readonly number: string }[]; readonly email?: string };
  readonly parent?: string;
  readonly verified: string;
  readonly from?: string;
  readonly until?: string;
  readonly replacedBy?: readonly string[];
}

const idOf = (uri: string) => uri.slice(uri.lastIndexOf('/') + 1);

/** Reads the data through a function that loads a file. */
export class DataClient {
  readonly #units: ReadonlyMap<string, JsonUnit>;
  readonly #load: (file: string) => string;
  readonly #graphs = new Map<string, Store>();

  constructor(load: (file: string) => string) {
    this.#load = load;
    const { units } = JSON.parse(load('/data/v1/directory.json')) as { units: readonly JsonUnit[] };
    this.#units = new Map(units.map((unit) => [idOf(unit.id), unit]));
  }

  /** The ids of all units, in three forms of the data that must agree. */
  ids(): string[] {
    const ids = [...this.#units.keys()];
    const rows = Papa.parse<Record<string, string>>(this.#load('/data/v1/directory.csv').replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    }).data.map(({ id = '' }) => idOf(id));
    const nodes = this.#graph('/data/v1/directory.ttl')
      .getSubjects('http://www.w3.org/2004/02/skos/core#prefLabel', null, null)
      .flatMap(({ value }) => (value.includes('/id/') ? idOf(value) : []));
    for (const other of [rows, nodes]) {
      if (other.toSorted().join() !== ids.toSorted().join()) throw new Error(`${other.join()} is not ${ids.join()}.`);
    }
    return ids;
  }

  unit(id: string): ClientUnit {
    const unit = this.#units.get(id);
    if (!unit) throw new Error(`There is no unit ${id}.`);
    const { from, until } = unit;
    const uri = unit.id;
    const [source] = this.#graph('/data/v1/directory.ttl').getObjects(uri, 'http://purl.org/dc/terms/source', null);
    return {
      name: (language) => unit.name[language] ?? '',
      phones: (unit.channels?.phone ?? []).map(({ number }) => number),
      email: unit.channels?.email,
      source: source?.value,
      verified: unit.verified,
      parent: unit.parent && idOf(unit.parent),
      exists: (day) =>
        from !== undefined && until !== undefined && from > until
          ? day <= until || day >= from
          : (from === undefined || from <= day) && (until === undefined || day <= until),
    };
  }

  /** The units to turn to on a day instead of a unit: itself, or what took its place. */
  current(id: string, day: string): string[] {
    if (this.unit(id).exists(day)) return [id];
    return (this.#units.get(id)?.replacedBy ?? []).flatMap((next) => this.current(idOf(next), day));
  }

  /** The columns of the table. */
  columns(): string[] {
    return Papa.parse(this.#load('/data/v1/directory.csv').replace(/^\ufeff/, ''), { header: true }).meta.fields ?? [];
  }

  /** The addresses of the files in the catalogue. */
  distributions(): string[] {
    return this.#graph('/data/v1/catalogue.ttl')
      .getObjects(null, 'http://www.w3.org/ns/dcat#downloadURL', null)
      .map(({ value }) => value);
  }

  #graph(file: string): Store {
    const known = this.#graphs.get(file);
    if (known) return known;
    const graph = new Store(new Parser({ format: 'text/turtle' }).parse(this.#load(file)));
    this.#graphs.set(file, graph);
    return graph;
  }
}
