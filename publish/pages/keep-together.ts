import type { Element, Properties, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Elements whose text is no line of the page. */
const skipped = ['head', 'script', 'style', 'svg', 'code', 'pre'];

/** Elements that may lay out their children in a row, where pieces of a text would lose the spaces between them. */
const rows = ['a', 'button', 'label', 'summary'];

/** A word with hyphens that is no part of an address. */
const hyphenated = /(?<![\p{L}\p{N}/@._-])[\p{L}’]+(?:-[\p{L}’]+)+(?![\p{L}\p{N}/@_-]|\.\p{L})/gu;

/** A short part of a word, or a name after a hyphen: “e-mail”, “Signalez-la-nous”, “Bruxelles-Central”. */
const inseparable = /(?:^|-)[\p{L}’]{1,4}(?:-|$)|-\p{Lu}/u;

/** Longer words must break on a small phone. */
const longestWord = 17;

/**
 * Marks the words that no line may break after a hyphen. No other character replaces the hyphen, so that copied text and names of
 * links stay what they are.
 * @param tree a document; changed in place
 */
export function keepTogether(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && skipped.includes(node.tagName)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return;
    const parts = split(node.value);
    if (parts.every(({ type }) => type === 'text')) return;
    const isInRow = parts.length > 1 && parent.type === 'element' && rows.includes(parent.tagName);
    const pieces = isInRow ? [span(parts)] : parts;
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

function span(children: (Text | Element)[], properties: Properties = {}): Element {
  return { type: 'element', tagName: 'span', properties, children };
}

function split(text: string): (Text | Element)[] {
  const parts: (Text | Element)[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(hyphenated)) {
    if (word.length > longestWord || !inseparable.test(word)) continue;
    if (index > end) parts.push({ type: 'text', value: text.slice(end, index) });
    parts.push(span([{ type: 'text', value: word }], { className: ['whole'] }));
    end = index + word.length;
  }
  if (end < text.length || parts.length === 0) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}
