import { applyPatch, structuredPatch } from 'diff';
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLSeq,
} from 'yaml';

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

/** Where the YAML of the front matter is in the text of a page; empty at the start when there is none. */
export function frontMatterSpan(text: string): Span {
  const [, yaml = null] = /^---\n([\s\S]*?)\n?---(?=\n|$)/.exec(text) ?? [];
  return yaml === null ? { start: 0, end: 0 } : { start: 4, end: 4 + yaml.length };
}

/** The YAML of the front matter of a page, as a text of its own; empty when there is none. */
export function frontMatterOf(text: string): string {
  const { start, end } = frontMatterSpan(text);
  return end === 0 ? '' : `${text.slice(start, end)}\n`;
}

/** Changes the YAML of the front matter of a page. */
export function withFrontMatter(text: string, change: (yaml: string) => string): string {
  const span = frontMatterSpan(text);
  return span.end === 0 ? text : replaced(text, span, change(frontMatterOf(text)).replace(/\n$/, ''));
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

type Place = Span & { readonly path: ValuePath };

/** Where each value of a YAML text is: a field with its name, or an entry of a list. None when the text has a syntax error. */
export function spansIn(text: string): Place[] {
  const document = read(text);
  const walk = (node: unknown, around: ValuePath): Place[] =>
    (isCollection(node) ? node.items : []).flatMap((item, index) => {
      const { key, value } = isPair(item) ? item : { key: null, value: item };
      const path = [...around, isScalar(key) ? String(key.value) : index];
      const [name, content] = [key, value].map((each) => (isNode(each) ? each.range : null));
      const [start = 0] = name ?? content ?? [];
      const end = content?.[1] ?? (name?.[1] ?? start) + 1;
      // A list or a group ends after its last line break, which is not part of the field.
      return [{ path, start, end: start + text.slice(start, end).trimEnd().length }, ...walk(value, path)];
    });
  return document.errors.length > 0 ? [] : walk(document.contents, []);
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
    return replaced(text, { start, end }, printedScalar(scalar, isInFlow(document, path)));
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

/** Whether a value is in a list or map in brackets, where a comma or a bracket ends a text without quotes. */
const isInFlow = (document: Document.Parsed, path: ValuePath) =>
  path.some((_, depth) => {
    const around = nodeAt(document, path.slice(0, depth));
    return isCollection(around) && around.flow === true;
  });

/** A scalar as YAML, without a line break at its end. */
function printedScalar(scalar: Scalar, inFlow: boolean): string {
  const document = read('');
  const list = document.createNode([]) as YAMLSeq;
  list.flow = true;
  list.add(scalar);
  document.contents = (inFlow ? list : scalar) as never;
  // Not `trimEnd`: a value can end with a space that it removes, such as a no-break space.
  const printed = print(document).replace(/\n$/, '');
  return inFlow ? printed.slice(1, -1) : printed;
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
