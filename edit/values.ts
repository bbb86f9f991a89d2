import { applyPatch, structuredPatch } from 'diff';
import { type Document, isCollection, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar } from 'yaml';

/* The values of a YAML text. A change touches the lines of its field only: comments, order and quotation marks of the others stay. */

/** A part of a text: two offsets in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The names and indexes that lead to a value. */
export type ValuePath = readonly (string | number)[];

/** Replaces a part of a text. */
export function replaced(text: string, { start, end }: Span, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}

/** The content of a YAML text; null when it has a syntax error, or aliases that make it grow without end. */
export function valuesIn(text: string): unknown {
  const document = read(text);
  try {
    return document.errors.length > 0 ? null : (document.toJS() ?? {});
  } catch {
    return null;
  }
}

/** Where a field is: its name and its value, or the entry of a list. Null when there is none. */
export function spanOf(text: string, path: ValuePath): Span | null {
  const parent = nodeAt(read(text), path.slice(0, -1));
  const last = path.at(-1);
  if (isSeq(parent)) {
    const range = (parent.items[Number(last)] as Scalar | undefined)?.range;
    return range ? { start: range[0], end: range[1] } : null;
  }
  const pair = isMap(parent) && (parent.items.find(({ key }) => isScalar(key) && key.value === last) as Pair);
  if (!pair) return null;
  const [start = 0, keyEnd = 0] = (pair.key as Scalar).range ?? [];
  const end = (pair.value as Scalar | null)?.range?.[1] ?? keyEnd + 1;
  // A list or a group ends after its last line break, which is not part of the field.
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/**
 * Sets or removes a value.
 * @param value undefined removes the field, and the fields around it that become empty
 * @param order the names of the fields beside it: a new field comes before those that are after it here
 */
export function withFieldValue(text: string, path: ValuePath, value: unknown, order: readonly string[] = []): string {
  const document = read(text);
  const node = document.getIn(path, true);
  if (isScalar(node) && node.range && !node.type?.startsWith('BLOCK') && typeof value === typeof node.value) {
    const scalar = document.createNode(value) as Scalar;
    if (node.type) scalar.type = node.type;
    const [start, end] = node.range;
    return replaced(text, { start, end }, printedScalar(scalar));
  }
  const before = print(document);
  if (value === undefined) remove(document, path);
  else set(document, path, value, order);
  const after = print(document);
  if (text === before) return after;
  // The text is laid out in another way: only the lines that differ are taken over.
  return applyPatch(text, structuredPatch('', '', before, after, '', '', { context: 1 })) || after;
}

const read = (text: string) => parseDocument(text, { prettyErrors: false });
const print = (document: Document.Parsed | Document) =>
  document.toString({ lineWidth: 0, flowCollectionPadding: false });
const nodeAt = (document: Document.Parsed, path: ValuePath) =>
  path.length > 0 ? document.getIn(path, true) : document.contents;

/** A scalar as YAML, without a line break at its end. */
function printedScalar(scalar: Scalar): string {
  const document = read('');
  document.contents = scalar as never;
  return print(document).trimEnd();
}

function remove(document: Document.Parsed, path: ValuePath): void {
  document.deleteIn(path);
  const around = path.slice(0, -1);
  const parent = nodeAt(document, around);
  if (around.length > 0 && isCollection(parent) && parent.items.length === 0) remove(document, around);
}

function set(document: Document.Parsed, path: ValuePath, value: unknown, order: readonly string[]): void {
  const around = path.slice(0, -1);
  const before = nodeAt(document, around);
  if (isCollection(before) && before.items.length === 0) before.flow = false;
  const isNew = !document.hasIn(path);
  document.setIn(path, document.createNode(value));
  const parent = nodeAt(document, around);
  const name = String(path.at(-1));
  if (!isNew || !isMap(parent) || !order.includes(name)) return;
  const rank = ({ key }: Pair) => order.indexOf(String(isScalar(key) ? key.value : key));
  const pair = parent.items.pop();
  const at = parent.items.findLastIndex((each) => rank(each as Pair) < order.indexOf(name)) + 1;
  if (pair) parent.items.splice(at, 0, pair);
}
