import type { Node } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { type AttributeRule, ruleOf } from '#lib/body/vocabulary.ts';

/** A component in the text of a page, as a block or inside a line; known or not. */
export type ComponentNode = MdxJsxFlowElement | MdxJsxTextElement;

export function isComponent(node: Node): node is ComponentNode {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** An attribute that its component has, with a literal value. */
export interface LiteralAttribute {
  readonly node: MdxJsxAttribute;
  readonly name: string;
  readonly kind: AttributeRule['kind'];
  readonly value: string;
}

/** The attributes of a component that are in the vocabulary and have a literal value, in order. */
export function literalAttributes(component: ComponentNode): LiteralAttribute[] {
  const rules = ruleOf(component.name ?? '')?.attributes ?? {};
  return component.attributes.flatMap((node): LiteralAttribute[] => {
    if (node.type !== 'mdxJsxAttribute' || typeof node.value !== 'string') return [];
    const { name, value } = node;
    const kind = Object.hasOwn(rules, name) ? rules[name]?.kind : undefined;
    return kind === undefined ? [] : [{ node, name, kind, value }];
  });
}
