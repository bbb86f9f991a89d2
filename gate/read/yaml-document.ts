import { type Document, isMap, isNode, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import type { Place, SourceFile } from '../finding/finding.ts';

/** The way to a value inside YAML, from the outside in: `['phone', 0, 'number']`. */
export type Path = readonly (string | number)[];

/** A text among the values, and where the file has it: from `start` to `end`, in UTF-16 units. */
export interface TextAt {
  readonly path: Path;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Parsed YAML with the place of each value in its file: the whole file, or the front matter of a page. */
export class YamlDocument {
  readonly source: SourceFile;
  /** The offset in the file at which the YAML starts. */
  readonly start: number;
  readonly text: string;
  readonly parsed: Document.Parsed;

  constructor(source: SourceFile, text = source.text, start = 0) {
    this.source = source;
    this.start = start;
    this.text = text;
    this.parsed = parseDocument(text, { uniqueKeys: true, prettyErrors: false });
  }

  placeAt(offset: number): Place {
    return this.source.place(this.start + offset);
  }

  /** The place of what a path leads to, its value or its key; of the key of the nearest parent when the YAML has no such path. */
  place(path: Path, part: 'value' | 'key' = 'value'): Place {
    for (let length = path.length; length > 0; length--) {
      const { key, value } = offsetsOf(this.parsed.contents, path.slice(0, length));
      const offset = part === 'key' || length < path.length ? (key ?? value) : value;
      if (offset !== null) return this.placeAt(offset);
    }
    return this.placeAt(0);
  }

  /** The value under a path; undefined when there is none. */
  valueAt(path: Path): unknown {
    return this.parsed.getIn(path);
  }

  /** The scalar under a path and how the file writes it; null for a list, a map or nothing. */
  scalarAt(path: Path): { value: unknown; written: string; start: number; end: number } | null {
    const node = this.parsed.getIn(path, true);
    if (!isScalar(node) || !node.range) return null;
    const [start, end] = node.range;
    return {
      value: node.value,
      written: this.text.slice(start, end),
      start: this.start + start,
      end: this.start + end,
    };
  }

  texts(): TextAt[] {
    return this.#textsIn(this.parsed.contents, []).filter(({ path }) => path.length > 0);
  }

  #textsIn(node: unknown, path: Path): TextAt[] {
    if (isMap(node)) {
      return node.items.flatMap(({ key, value }) =>
        isScalar(key) ? this.#textsIn(value, [...path, String(key.value)]) : [],
      );
    }
    if (isSeq(node)) return node.items.flatMap((item, index) => this.#textsIn(item, [...path, index]));
    if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return [];
    const [start, end] = node.range;
    return [{ path, value: node.value, start: this.start + start, end: this.start + end }];
  }
}

/** Where the value under a path and the key before it start in the YAML; null where there is none. */
function offsetsOf(contents: unknown, path: Path): { readonly key: number | null; readonly value: number | null } {
  let value = contents;
  let key: Scalar | null = null;
  for (const step of path) {
    const pair: { key: unknown; value: unknown } | undefined = isMap(value)
      ? value.items.findLast((item) => isScalar(item.key) && String(item.key.value) === String(step))
      : undefined;
    key = isScalar(pair?.key) ? pair.key : null;
    value = isSeq(value) ? value.items[Number(step)] : pair?.value;
  }
  return { key: key?.range?.[0] ?? null, value: isNode(value) ? (value.range?.[0] ?? null) : null };
}
