import type { FootnoteDefinition, Paragraph, Root, RootContent } from 'mdast';
import type { MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';

/**
 * Takes the footnotes out of a body (`[^1]` and `[^1]: …`, as GitHub writes them) and replaces each mention by a numbered `NoteMark`.
 * Changes the tree.
 * @returns a `Note` for each footnote, in the order of their first mention, with a `NoteBack` for each mention
 */
export function takeNotes(tree: Root): RootContent[] {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (!parent || index === undefined) return;
    definitions.set(node.identifier, node);
    parent.children.splice(index, 1);
    return index;
  });
  const mentions = new Map<string, number>();
  visit(tree, 'footnoteReference', ({ identifier }, index, parent) => {
    if (!parent || index === undefined) return;
    const mention = (mentions.get(identifier) ?? 0) + 1;
    mentions.set(identifier, mention);
    const number = [...mentions.keys()].indexOf(identifier) + 1;
    parent.children[index] = inline('NoteMark', { number, mention });
  });
  return [...mentions].map(([identifier, count], index) => {
    const number = index + 1;
    const children = definitions.get(identifier)?.children ?? [];
    const ways = Array.from({ length: count }, (_, mention) => [
      { type: 'text', value: ' ' } as const,
      inline('NoteBack', { number, mention: mention + 1 }),
    ]).flat();
    const last = children.at(-1);
    if (last?.type === 'paragraph') last.children.push(...ways);
    else children.push({ type: 'paragraph', children: ways } satisfies Paragraph);
    return block('Note', children, { number });
  });
}

function attributesOf(values: Readonly<Record<string, string | number>>) {
  return Object.entries(values).map(([name, value]) => ({
    type: 'mdxJsxAttribute' as const,
    name,
    value: String(value),
  }));
}

function inline(name: string, values: Readonly<Record<string, string | number>>): MdxJsxTextElement {
  return { type: 'mdxJsxTextElement', name, attributes: attributesOf(values), children: [] };
}

/** A component of rendering around blocks. */
export function block(
  name: string,
  children: readonly RootContent[],
  values: Readonly<Record<string, string | number>> = {},
): RootContent {
  return { type: 'mdxJsxFlowElement', name, attributes: attributesOf(values), children } as unknown as RootContent;
}
