import { Document, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import { replaced } from './edits.ts';
import type { Span } from './parts.ts';

/* The values of a YAML text. A change touches the lines of its field only: comments, order and quotation marks of the others stay. */

/** The names and indexes that lead to a value. */
export type ValuePath = readonly (string | number)[];

/** The content of a YAML text; null when it has a syntax error. */
export function valuesIn(text: string): unknown {
  const document = parseDocument(text, { prettyErrors: false });
  return document.errors.length > 0 ? null : (document.toJS() ?? {});
}

/** Where a field is: its name and its value, or the entry of a list. Null when there is none. */
export function spanOf(text: string, path: ValuePath): Span | null {
  const document = parseDocument(text, { prettyErrors: false });
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const last = path.at(-1);
  const pair = isMap(parent) && parent.items.find(({ key }) => isScalar(key) && key.value === last);
  if (pair) return spanOfPair(text, pair);
  const range = isSeq(parent) ? (parent.items[Number(last)] as Scalar | undefined)?.range : null;
  return range ? { start: range[0], end: range[1] } : null;
}

/**
 * Sets or removes a value.
 * @param value undefined removes the field, and the fields around it that become empty
 * @param order the names of the fields beside it: a new field comes before those that are after it here
 */
export function withFieldValue(text: string, path: ValuePath, value: unknown, order: readonly string[] = []): string {
  const document = parseDocument(text, { prettyErrors: false });
  const node = document.getIn(path, true);
  if (isScalar(node) && node.range && isLine(node) && typeof value === typeof node.value) {
    return replaced(text, { start: node.range[0], end: node.range[1] }, printed(value, node.type));
  }
  const list = path.findLastIndex((step) => typeof step === 'number');
  // An entry of a list has no line of its own to put fields into or remove them from: the whole list is rewritten.
  if (list >= 0) return withList(text, document, path, value, list);
  if (value === undefined) return withoutField(text, document, path);
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const name = String(path.at(-1));
  if (!isMap(parent) || parent.flow) return outer(text, document, path, value);
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === name);
  return pair ? withPair(text, pair, name, value) : withNewPair(text, parent, { name, value, order });
}

/** The field around gets a new value as a whole. */
function outer(text: string, document: Document.Parsed, path: ValuePath, value: unknown): string {
  const [name, ...above] = [...path].reverse();
  const around = above.reverse();
  if (around.length === 0) return `${printed({ [String(name)]: value })}\n${text}`;
  const before = (document.getIn(around, true) as YAMLMap | undefined)?.toJSON?.() ?? {};
  return withFieldValue(text, around, { ...before, [String(name)]: value });
}

function withList(text: string, document: Document.Parsed, path: ValuePath, value: unknown, at: number): string {
  const list = path.slice(0, at);
  const copy = new Document((document.getIn(list, true) as YAMLMap | undefined)?.toJSON?.() ?? []);
  if (value === undefined) copy.deleteIn(path.slice(at));
  else copy.setIn(path.slice(at), value);
  const entries = (copy.toJS() as unknown[]).filter((entry) => entry !== null && !isEmptyObject(entry));
  return withFieldValue(text, list, entries.length > 0 ? entries : undefined);
}

const isEmptyObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

function withoutField(text: string, document: Document.Parsed, path: ValuePath): string {
  const around = path.slice(0, -1);
  const parent = around.length > 0 ? document.getIn(around, true) : document.contents;
  if (!isMap(parent)) return text;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  if (!pair) return text;
  if (parent.items.length === 1 && around.length > 0) return withoutField(text, document, around);
  if (parent.flow) return withFieldValue(text, around, { ...parent.toJSON(), [String(path.at(-1))]: undefined });
  const { start, end } = spanOfPair(text, pair);
  return replaced(text, { start: lineStart(text, start), end: Math.min(end + 1, text.length) }, '');
}

function withPair(text: string, pair: Pair, name: string, value: unknown): string {
  const span = spanOfPair(text, pair);
  return replaced(text, span, indented(printed({ [name]: value }), span.start - lineStart(text, span.start)));
}

interface NewPair {
  readonly name: string;
  readonly value: unknown;
  readonly order: readonly string[];
}

function withNewPair(text: string, parent: YAMLMap, { name, value, order }: NewPair): string {
  const pairs = parent.items as Pair[];
  const rank = (key: unknown) => (isScalar(key) ? order.indexOf(String(key.value)) : -1);
  const before = order.includes(name) ? pairs.findLast(({ key }) => rank(key) < order.indexOf(name)) : pairs.at(-1);
  const [first] = pairs;
  if (!first) return `${text}${printed({ [name]: value })}\n`;
  const { start } = spanOfPair(text, first);
  const indent = start - lineStart(text, start);
  const lines = indented(printed({ [name]: value }), indent);
  if (!before) return replaced(text, { start, end: start }, `${lines}\n${' '.repeat(indent)}`);
  const { end } = spanOfPair(text, before);
  return replaced(text, { start: end, end }, `\n${' '.repeat(indent)}${lines}`);
}

/** A list or a group ends after its last line break, which is not part of the field. */
function spanOfPair(text: string, { key, value }: Pair): Span {
  const [start = 0, keyEnd = 0] = (key as Scalar).range ?? [];
  const end = (value as Scalar | null)?.range?.[1] ?? keyEnd + 1;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Whether a scalar is on a line of its own field. */
const isLine = ({ type }: Scalar) => type !== 'BLOCK_FOLDED' && type !== 'BLOCK_LITERAL';

/** A value as YAML, without a line break at its end. */
function printed(value: unknown, type?: Scalar['type']): string {
  const document = new Document(value);
  if (type && isScalar(document.contents)) (document.contents as Scalar).type = type;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

const indented = (text: string, by: number) => text.replaceAll('\n', `\n${' '.repeat(by)}`);
const lineStart = (text: string, offset: number) => text.lastIndexOf('\n', offset - 1) + 1;
