import type { Nodes, Root } from 'mdast';
import { isEditorNote } from '#lib/body/code.ts';
import { isAddress } from '#lib/recognise/addresses.ts';
import { endOf, startOf } from '../finding/finding.ts';
import { type ComponentNode, literalAttributes } from '../read/component-nodes.ts';
import { type PassageKind, type Prose, placeholder } from './prose.ts';

/** Adds the passages of a body to the prose of its file. */
export function addBody(prose: Prose, tree: Root): void {
  addBlocks(prose, tree.children);
}

/** The blocks whose children are running text, and the kind of their passages. */
const textBlocks: Readonly<Partial<Record<Nodes['type'], PassageKind>>> = {
  heading: 'heading',
  paragraph: 'text',
  tableCell: 'cell',
};

function addBlocks(prose: Prose, nodes: readonly Nodes[]): void {
  for (const node of nodes) {
    const kind = textBlocks[node.type];
    if (node.type === 'mdxJsxFlowElement') addComponent(prose, node);
    else if (kind && 'children' in node) {
      prose.addPassage(kind, () => addInline(prose, node.children));
      addAttributesWithin(prose, node.children);
    } else if ('children' in node) addBlocks(prose, node.children);
  }
}

function addComponent(prose: Prose, node: Extract<ComponentNode, { type: 'mdxJsxFlowElement' }>): void {
  addAttributes(prose, node);
  if (node.name === 'Lang') return;
  const children: readonly Nodes[] = node.children;
  if (children.some(({ type }) => type === 'text')) {
    prose.addPassage('text', () => addInline(prose, children));
  } else addBlocks(prose, children);
}

function addInline(prose: Prose, nodes: readonly Nodes[]): void {
  for (const [index, node] of nodes.entries()) {
    const start = node.position?.start.offset ?? 0;
    switch (node.type) {
      case 'text': {
        // Without the note of an editor before it, the spaces around that note would be two in a row.
        const cut = isBetweenSpaces(nodes, index - 1) ? 1 : 0;
        prose.addText(node.value.slice(cut), start + cut, node.position?.end.offset ?? start);
        break;
      }
      case 'break':
        prose.addLiteral(' ', start);
        break;
      case 'link':
      case 'linkReference':
        if (hasWords(node.children)) prose.addLink(() => addInline(prose, node.children));
        else prose.addLiteral(placeholder, start);
        break;
      case 'mdxJsxTextElement':
        if (node.name === 'Lang' || node.children.length === 0) prose.addLiteral(placeholder, start);
        else addInline(prose, node.children);
        break;
      case 'footnoteReference':
        // Not read as a word of the sentence.
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
        addInline(prose, node.children);
        break;
      default:
        if (!isEditorNote(node)) prose.addLiteral(placeholder, start);
    }
  }
}

/** Whether a node is the note of an editor to the next one, with a space before and after it. */
function isBetweenSpaces(nodes: readonly Nodes[], index: number): boolean {
  const [before, note, after] = [nodes[index - 1], nodes[index], nodes[index + 1]];
  if (!note || !isEditorNote(note)) return false;
  return (before?.type !== 'text' || /\s$/.test(before.value)) && after?.type === 'text' && /^\s/.test(after.value);
}

function hasWords(children: readonly Nodes[]): boolean {
  const [first, ...others] = children;
  return first !== undefined && !(others.length === 0 && first.type === 'text' && isAddress(first.value));
}

function addAttributesWithin(prose: Prose, nodes: readonly Nodes[]): void {
  for (const node of nodes) {
    if (node.type === 'mdxJsxTextElement') addAttributes(prose, node);
    if ('children' in node) addAttributesWithin(prose, node.children);
  }
}

function addAttributes(prose: Prose, component: ComponentNode): void {
  for (const { node, kind, value } of literalAttributes(component)) {
    if (kind !== 'words') continue;
    const from = startOf(node);
    // The value is between quotes, at the end of the attribute.
    const end = endOf(node) - 1;
    const start = from + prose.source.text.slice(from, end).search(/["']/) + 1;
    prose.addPassage('attribute', () => prose.addText(value, start, end));
  }
}
