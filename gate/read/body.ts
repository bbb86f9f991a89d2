import { brotliCompressSync, constants } from 'node:zlib';
import type { Node, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type Heading, visitHeadings } from '#lib/body/headings.ts';
import { ruleOf } from '#lib/body/vocabulary.ts';
import { type Place, type SourceFile, startOf } from '../finding/finding.ts';
import { type ComponentNode, isComponent, type LiteralAttribute, literalAttributes } from './component-nodes.ts';

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

/** A picture that a body shows. */
export interface BodyPicture {
  /** The name of its file, beside the page. */
  readonly name: string;
  /** Its text alternative; empty for decoration. */
  readonly alt: string;
  readonly isWide: boolean;
  readonly place: Place;
}

/** A document that a body shows. */
export interface BodyDocument {
  /** The name of its file, beside the page. */
  readonly name: string;
  readonly place: Place;
  /** Whether the page gives it a title. */
  readonly hasTitle: boolean;
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
  readonly contacts: readonly { readonly id: string; readonly component: string; readonly place: Place }[];
  /** The pictures that components name, in reading order. */
  readonly pictures: readonly BodyPicture[];
  /** Bytes of the file as its text is sent, estimated. */
  readonly bytes: number;
  /** The documents that components name, in reading order. */
  readonly documents: readonly BodyDocument[];
}

/** Collects the parts of a body. It reports nothing and changes nothing. */
export function collectBody(tree: Root, source: SourceFile): Body {
  const nodes: Nodes[] = [];
  visit(tree, (node) => void nodes.push(node));
  const headings: Heading[] = [];
  visitHeadings(tree, (heading) => void headings.push(heading));
  const components = nodes.filter(isComponent).filter(({ name }) => ruleOf(name ?? ''));
  const links = nodes.flatMap((node) => linksOf(node, source));
  return {
    headings,
    links,
    linkTexts: [...links.filter(({ text }) => text !== null), ...referencesIn(nodes, source)].sort(
      (a, b) => a.offset - b.offset,
    ),
    components: new Map(
      [...Map.groupBy(components, ({ name }) => name ?? '')].map(([name, all]) => [
        name,
        all.map((component) => source.placeOf(component)),
      ]),
    ),
    terms: components
      .filter(({ name }) => name === 'Term')
      .flatMap((term) => valuesOf(term, 'words').map(({ value }) => value)),
    contacts: components.flatMap((component) =>
      valuesOf(component, 'contact').map(({ node, value }) => ({
        id: value,
        component: component.name ?? '',
        place: source.placeOf(node),
      })),
    ),
    pictures: components.flatMap((component) =>
      valuesOf(component, 'picture').map(({ node, value }) => ({
        name: value,
        alt:
          literalAttributes(component)
            .find(({ name }) => name === 'alt')
            ?.value.trim() ?? '',
        isWide: component.attributes.some((each) => 'name' in each && each.name === 'wide'),
        place: source.placeOf(node),
      })),
    ),
    bytes: bytesAsSent(source),
    documents: components.flatMap((component) =>
      valuesOf(component, 'document').map(({ node, value }) => ({
        name: value,
        place: source.placeOf(node),
        hasTitle: valuesOf(component, 'words').length > 0,
      })),
    ),
  };
}

function valuesOf(component: ComponentNode, wanted: LiteralAttribute['kind']): LiteralAttribute[] {
  return literalAttributes(component).filter(({ kind, value }) => kind === wanted && value.trim() !== '');
}

/** The links of one node: a link, the definition of a target, or a component with a target. */
function linksOf(node: Nodes, source: SourceFile): BodyLink[] {
  if (node.type === 'definition') return [linkAt(node, node.url, null, source)];
  if (node.type === 'link') return [linkAt(node, node.url, node, source)];
  if (!isComponent(node)) return [];
  return valuesOf(node, 'link').map((attribute) => linkAt(attribute.node, attribute.value, node, source));
}

function referencesIn(nodes: readonly Nodes[], source: SourceFile): BodyLink[] {
  const definitions = new Map(
    nodes.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])),
  );
  return nodes
    .filter((node) => node.type === 'linkReference')
    .map((node) => linkAt(node, definitions.get(node.identifier) ?? node.identifier, node, source));
}

/** @param words the node that contains the words of the link; null when the link has none */
function linkAt(node: Node, target: string, words: Nodes | null, source: SourceFile): BodyLink {
  const marksLanguage =
    words !== null &&
    'children' in words &&
    words.children.some((child) => isComponent(child) && child.name === 'Lang');
  return { target, text: words && plainText(words), offset: startOf(node), place: source.placeOf(node), marksLanguage };
}

/** A text with fewer characters fits into a round trip whatever else the page shows, so it is not compressed to find out. */
const shortText = 8000;

/** Bytes of a text as it is sent, compressed as fast as the gate must be. */
function bytesAsSent({ text }: SourceFile): number {
  if (text.length < shortText) return text.length / 3;
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
