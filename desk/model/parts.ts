import type { Nodes, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Span } from '#edit/values.ts';
import { parseMarkdown } from '#lib/body/parse.ts';
import { ruleOf } from '#lib/body/vocabulary.ts';

/** The text of each language. */
export type Texts = Readonly<Record<string, string>>;

/** A value of a part that an editor can change: words between tags, or the value of an attribute. */
export interface Value extends Span {
  /** The name of the attribute; null for words. */
  readonly attribute: string | null;
  /** As an editor reads it: without the escapes of an attribute. */
  readonly text: string;
}

/** A heading, a run of text or a component of a body. */
export interface Part extends Span {
  readonly kind: 'heading' | 'text' | 'component';
  /** Equal in all languages: the name of a component, `h2` for a heading, `text`. */
  readonly token: string;
  readonly values: readonly Value[];
  /** The parts between the tags of a component; null when it has none. */
  readonly inside: Body | null;
}

/** The body of a page, or the inside of a component. */
export interface Body {
  /** Where it starts: after the front matter, or after the opening tag. */
  readonly at: number;
  readonly parts: readonly Part[];
}

type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** The parts of a page, whose text is as the gate reads it; null when it cannot be parsed. */
export function bodyOf(text: string): Body | null {
  const result = parseMarkdown(text);
  if (!('tree' in result)) return null;
  const [first, ...rest] = result.tree.children;
  const hasFields = first?.type === 'yaml';
  return { at: hasFields ? end(first) : 0, parts: partsOf(hasFields ? rest : result.tree.children, text) };
}

/** Neighbouring blocks of text are one part: an editor writes paragraphs and lists in one field. */
function partsOf(nodes: readonly RootContent[], text: string): Part[] {
  const parts: Part[] = [];
  for (const node of nodes) {
    const part = partOf(node, text);
    const before = parts.at(-1);
    if (part.kind === 'text' && before?.kind === 'text')
      parts[parts.length - 1] = textPart(before.start, part.end, text);
    else parts.push(part);
  }
  return parts;
}

function partOf(node: RootContent, text: string): Part {
  const span = { start: start(node), end: end(node) };
  if (node.type === 'heading') {
    const [first, last] = [node.children[0], node.children.at(-1)];
    const words = first && last ? wordsAt(start(first), end(last), text) : wordsAt(span.end, span.end, text);
    return { ...span, kind: 'heading', token: `h${node.depth}`, values: [words], inside: null };
  }
  const component = componentOf(node);
  if (component) return componentPart(component, span, text);
  return textPart(span.start, span.end, text);
}

/** The component that a block consists of; a component with words inside is a paragraph of its own. */
function componentOf(node: RootContent): Component | null {
  if (node.type === 'mdxJsxFlowElement') return node;
  if (node.type !== 'paragraph' || node.children.length !== 1) return null;
  const [only] = node.children;
  return only?.type === 'mdxJsxTextElement' && !ruleOf(only.name ?? '')?.inline ? only : null;
}

function textPart(from: number, to: number, text: string): Part {
  return { start: from, end: to, kind: 'text', token: 'text', values: [wordsAt(from, to, text)], inside: null };
}

const wordsAt = (from: number, to: number, text: string): Value => {
  return { start: from, end: to, attribute: null, text: text.slice(from, to) };
};

function componentPart(node: Component, span: Span, text: string): Part {
  const name = node.name ?? '';
  const values = attributesOf(node, text);
  const rule = ruleOf(name);
  const opening = rule?.children === 'none' ? null : openingEnd(node, text);
  const base = { ...span, kind: 'component', token: name } as const;
  if (opening === null) return { ...base, values, inside: null };
  if (rule?.children === 'text') {
    const words = wordsAt(opening, text.lastIndexOf('</', span.end), text);
    return { ...base, values: [...values, words], inside: null };
  }
  return { ...base, values, inside: { at: opening, parts: partsOf(node.children as RootContent[], text) } };
}

/** The offset after the opening tag; null for a tag that closes itself. Only quoted values can contain `>`. */
function openingEnd(node: Component, text: string): number | null {
  const last = node.attributes.at(-1);
  const close = text.indexOf('>', last?.position?.end.offset ?? start(node));
  return text[close - 1] === '/' ? null : close + 1;
}

/** The attributes with a literal value in quotation marks. */
function attributesOf(node: Component, text: string): Value[] {
  return node.attributes.flatMap((attribute): Value[] => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return [];
    const last = (attribute.position?.end.offset ?? 0) - 1;
    const first = text.indexOf('=', attribute.position?.start.offset) + 2;
    return [{ start: first, end: last, attribute: attribute.name, text: attribute.value }];
  });
}

const start = ({ position }: Nodes) => position?.start.offset ?? 0;
const end = ({ position }: Nodes) => position?.end.offset ?? 0;
