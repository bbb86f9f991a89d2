import type { Node, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { type Heading, visitHeadings } from '#lib/body/headings.ts';
import { ruleOf } from '#lib/body/vocabulary.ts';
import type { Place } from '../finding/finding.ts';
import { type SourceFile, startOf } from '../finding/source-file.ts';
import { type ComponentNode, isComponent, literalAttributes } from './component-nodes.ts';

/** A link of a body, whose target only the whole site can resolve. */
export interface BodyLink {
  readonly target: string;
  /** The words of the link; null where the target is apart from them, as in `[1]: page:home`. */
  readonly text: string | null;
  /** Where it starts in the file, in UTF-16 units. */
  readonly offset: number;
  readonly place: Place;
  /** Whether its words are marked as words in another language. */
  readonly marksLanguage: boolean;
}

/** The parts of a body that other rules need. */
export interface Body {
  readonly headings: readonly Heading[];
  readonly links: readonly BodyLink[];
  /** The links that have words, including those whose target is defined elsewhere in the file. */
  readonly linkTexts: readonly BodyLink[];
  /** The places of each known component, by its name. */
  readonly components: ReadonlyMap<string, readonly Place[]>;
  /** The words that the body explains in a list of terms. */
  readonly terms: readonly string[];
  /** The contacts that components name by id. */
  readonly contacts: readonly { readonly id: string; readonly place: Place }[];
}

/** Collects the parts of a body. It reports nothing and changes nothing. */
export function collectBody(tree: Root, source: SourceFile): Body {
  const nodes: Nodes[] = [];
  visitParents(tree, (node) => void nodes.push(node));
  const components = nodes.filter(isComponent).filter(({ name }) => ruleOf(name ?? ''));
  const attributes = components.flatMap((component) =>
    filledAttributes(component).map((attribute) => ({ ...attribute, component })),
  );
  const headings: Heading[] = [];
  visitHeadings(tree, (heading) => void headings.push(heading));
  return {
    headings,
    links: nodes.flatMap((node) => linksOf(node, source)),
    linkTexts: linkTextsOf(nodes, source),
    components: placesByName(components, source),
    terms: attributes.flatMap(({ component, kind, value }) =>
      component.name === 'Term' && kind === 'words' ? [value] : [],
    ),
    contacts: attributes.flatMap(({ node, kind, value }) =>
      kind === 'contact' ? [{ id: value, place: source.placeOf(node) }] : [],
    ),
  };
}

function filledAttributes(component: ComponentNode) {
  return literalAttributes(component).filter(({ value }) => value.trim() !== '');
}

function placesByName(
  components: readonly ComponentNode[],
  source: SourceFile,
): Map<string, readonly Place[]> {
  const byName = Map.groupBy(components, ({ name }) => name ?? '');
  return new Map([...byName].map(([name, nodes]) => [name, nodes.map((node) => source.placeOf(node))]));
}

/** The links of one node: a link, the definition of a target, or a component with a target. */
function linksOf(node: Nodes, source: SourceFile): BodyLink[] {
  switch (node.type) {
    case 'link':
      return [linkAt(node, node.url, plainText(node), node, source)];
    case 'definition':
      return [linkAt(node, node.url, null, node, source)];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return filledAttributes(node)
        .filter(({ kind }) => kind === 'link')
        .map((attribute) => linkAt(attribute.node, attribute.value, plainText(node), node, source));
    default:
      return [];
  }
}

/** Links that have words, each with its target: `[words][1]` has the one that `[1]: …` defines. */
function linkTextsOf(nodes: readonly Nodes[], source: SourceFile): BodyLink[] {
  const definitions = new Map(
    nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  );
  return nodes.flatMap((node) => {
    if (node.type === 'definition') return [];
    if (node.type !== 'linkReference') return linksOf(node, source);
    const target = definitions.get(node.identifier) ?? node.identifier;
    return [linkAt(node, target, plainText(node), node, source)];
  });
}

/** @param words the node around the words of the link */
function linkAt(node: Node, target: string, text: string | null, words: Nodes, source: SourceFile): BodyLink {
  const marksLanguage =
    'children' in words && words.children.some((child) => isComponent(child) && child.name === 'Lang');
  return { target, text, offset: startOf(node), place: source.placeOf(node), marksLanguage };
}
