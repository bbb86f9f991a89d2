import type { Node, Nodes, Paragraph, Root } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as plainText } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { findCode } from '#lib/body/code.ts';
import { type Heading, visitHeadings } from '#lib/body/headings.ts';
import { componentNames, ruleOf } from '#lib/body/vocabulary.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { closest } from '../finding/closest.ts';
import type { Finding, FindingCode, Place } from '../finding/finding.ts';
import type { SourceFile } from '../finding/source-file.ts';
import { kindOfTag } from '../read/html.ts';
import { signOfCode } from '../read/text.ts';
import { checkEnd, checkStructure } from './structure.ts';

/** A link of a body, still to be checked against the whole site. */
export interface BodyLink {
  readonly target: string;
  /** What the link says; null where the target stands by itself, apart from the words. */
  readonly text: string | null;
  /** Where it stands, in UTF-16 units. */
  readonly offset: number;
  readonly place: Place;
  /** Whether it says itself that it leads to words in another language. */
  readonly marksLanguage: boolean;
}

/** What a body contains, and what is wrong with it as far as one file can tell. */
export interface Body {
  readonly headings: readonly Heading[];
  readonly links: readonly BodyLink[];
  /** The links with what they say, also those whose target is defined elsewhere in the file. */
  readonly linkTexts: readonly BodyLink[];
  /** The components used, by name, with where each stands. */
  readonly components: ReadonlyMap<string, readonly Place[]>;
  /** The words that the body explains in a list of terms. */
  readonly terms: readonly string[];
  /** Contact ids named by components. */
  readonly contacts: readonly BodyLink[];
  readonly findings: readonly Finding[];
}

export interface BodyOptions {
  /** How many words may stand in bold or in italics at a stretch. */
  readonly emphasis: number;
}

type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** Checks a body against the vocabulary and the rules for structure, and collects what the site must resolve. */
export function readBody(tree: Root, source: SourceFile, { emphasis }: BodyOptions): Body {
  const findings: Finding[] = [];
  const links: BodyLink[] = [];
  const linkTexts: BodyLink[] = [];
  const contacts: BodyLink[] = [];
  const terms: string[] = [];
  const components = new Map<string, Place[]>();
  const definitions = new Map<string, string>();

  const report = (node: Node, code: FindingCode, details: Finding['details'] = {}) => {
    findings.push(source.finding(code, startOf(node), details));
  };
  const linkAt = (node: Node, target: string, text: string | null): BodyLink => ({
    target,
    text,
    offset: startOf(node),
    place: source.place(startOf(node)),
    marksLanguage: marksLanguage(node),
  });

  for (const { offset, construct, kind } of findCode(tree)) {
    findings.push(source.finding('C021', offset, { construct, kind }));
  }

  visitParents(tree, (node, ancestors) => {
    findings.push(...checkStructure(node, ancestors.at(-1), { source, emphasis }));
    switch (node.type) {
      case 'link': {
        const link = linkAt(node, node.url, plainText(node));
        links.push(link);
        linkTexts.push(link);
        break;
      }
      case 'definition':
        links.push(linkAt(node, node.url, null));
        definitions.set(node.identifier, node.url);
        break;
      case 'linkReference':
        linkTexts.push(linkAt(node, node.identifier, plainText(node)));
        break;
      case 'image':
        report(node, 'C029', { kind: kindOfImage(node.url), alt: node.alt?.trim() || 'none' });
        break;
      case 'imageReference':
        report(node, 'C029', { kind: 'remote', alt: node.alt?.trim() || 'none' });
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        checkComponent(node, ancestors);
    }
  });

  function checkComponent(node: Component, ancestors: readonly Node[]): void {
    const name = node.name ?? '';
    const rule = ruleOf(name);
    if (!rule) {
      const sameLetters = componentNames.find((each) => each.toLowerCase() === name.toLowerCase());
      if (sameLetters || /^[A-Z]/.test(name)) {
        report(node, 'C022', { name, suggestion: sameLetters ?? closest(name, componentNames) ?? 'none' });
      } else report(node, 'C027', { name, kind: kindOfTag(name) });
      return;
    }
    components.set(name, [...(components.get(name) ?? []), source.place(startOf(node))]);
    checkPlace(node, name, ancestors);
    if (rule.children === 'none' && node.children.length > 0) report(node, 'C028', { name });
    const given = new Set<string>();
    for (const attribute of node.attributes) {
      if (attribute.type === 'mdxJsxAttribute') checkAttribute(node, name, attribute, given);
    }
    for (const [attribute, { required }] of Object.entries(rule.attributes)) {
      if (required && !given.has(attribute)) report(node, 'C024', { name, attribute });
    }
  }

  /** Where a component may stand, and what may stand in it. */
  function checkPlace(node: Component, name: string, ancestors: readonly Node[]): void {
    const rule = ruleOf(name);
    const around = ancestors.filter(isComponent);
    const parent = around.at(-1);
    if (rule?.inside && !rule.inside.includes(parent?.name ?? '')) {
      report(node, 'C026', { kind: 'inside', name, other: rule.inside.join(', ') });
    } else if (rule?.isBand && around.length > 0) {
      report(node, 'C026', { kind: 'band', name, other: parent?.name ?? '' });
    } else if (rule?.children !== 'text' && node.type === 'mdxJsxTextElement') {
      report(node, 'C026', { kind: 'line', name, other: '' });
    }
    if (rule?.holds) {
      const stray = node.children.find(
        (child) => !isComponent(child) || !rule.holds?.includes(child.name ?? ''),
      );
      if (stray && !(isComponent(stray) && ruleOf(stray.name ?? '')?.inside)) {
        report(stray, 'C026', { kind: 'holds', name, other: rule.holds.join(', ') });
      }
    }
    if (rule?.alone && !isAlone(node, ancestors.at(-1)))
      report(node, 'C026', { kind: 'line', name, other: '' });
  }

  function checkAttribute(
    node: Component,
    name: string,
    attribute: MdxJsxAttribute,
    given: Set<string>,
  ): void {
    const attributes = ruleOf(name)?.attributes ?? {};
    const expected = own(attributes, attribute.name);
    if (!expected) {
      const suggestion = closest(attribute.name, Object.keys(attributes)) ?? 'none';
      report(attribute, 'C023', {
        name,
        attribute: attribute.name,
        suggestion,
        kind: kindOfAttribute(attribute.name),
      });
      return;
    }
    given.add(attribute.name);
    const { value } = attribute;
    if (typeof value !== 'string' || value.trim() === '') {
      report(attribute, 'C025', { name, attribute: attribute.name });
      return;
    }
    switch (expected.kind) {
      case 'link': {
        const link = {
          ...linkAt(attribute, value, plainText(node)),
          marksLanguage: marksLanguage(node as Nodes),
        };
        links.push(link);
        linkTexts.push(link);
        break;
      }
      case 'contact':
        contacts.push(linkAt(attribute, value, null));
        break;
      case 'contact-kind':
        if (!contactKinds.some((kind) => kind === value)) {
          report(attribute, 'C008', {
            field: attribute.name,
            allowed: contactKinds.join(', '),
            suggestion: closest(value, contactKinds) ?? 'none',
          });
        }
        break;
      case 'language':
        if (!isLanguageTag(value)) report(attribute, 'C007', { field: attribute.name, value });
        break;
      case 'words':
        if (signOfCode(value)) {
          report(attribute, 'C079', { field: attribute.name, sign: signOfCode(value) ?? '' });
        }
        if (name === 'Term') terms.push(value);
        if (attribute.name === 'title') {
          findings.push(...checkEnd(value.trim(), (attribute.position?.end.offset ?? 1) - 1, source));
        }
    }
  }

  const headings: Heading[] = [];
  const anchors = new Map<string, number>();
  let level = 1;
  visitHeadings(tree, (heading, node) => {
    if (heading.level === 1) report(node, 'C040', { text: heading.text });
    else if (heading.level > level + 1) {
      report(node, 'C041', { text: heading.text, level: heading.level, expected: level + 1 });
    }
    level = heading.level;
    const earlier = heading.text === '' ? undefined : anchors.get(heading.text);
    if (earlier !== undefined) report(node, 'C042', { text: heading.text, line: earlier });
    anchors.set(heading.text, source.place(startOf(node)).line);
    headings.push(heading);
  });

  const resolved = linkTexts.map((link) => ({
    ...link,
    target: definitions.get(link.target) ?? link.target,
  }));
  return { headings, links, linkTexts: resolved, components, terms, contacts, findings };
}

/** The entry of a table, and not what every object inherits: `constructor` is no component. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

const startOf = (node: Node): number => node.position?.start.offset ?? 0;

function isComponent(node: Node): node is Component {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Whether nothing but space stands beside a node in its paragraph. */
function isAlone(node: Node, parent: Node | undefined): boolean {
  if (parent?.type !== 'paragraph') return true;
  return (parent as Paragraph).children.every(
    (child) => child === node || (child.type === 'text' && child.value.trim() === ''),
  );
}

/** Whether the words of a link say that they are in another language. */
function marksLanguage(node: Node): boolean {
  return (
    'children' in node &&
    (node.children as Node[]).some((child) => isComponent(child) && child.name === 'Lang')
  );
}

/** Where an image would come from. */
function kindOfImage(address: string): string {
  if (/^data:/i.test(address)) return 'data';
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) ? 'remote' : 'file';
}

/** What an attribute that no component has is meant for. */
function kindOfAttribute(name: string): string {
  if (/^on[a-z]/i.test(name)) return 'event';
  return /^(?:style|class|className|id|color|align|width|height|bgcolor|dangerouslySetInnerHTML)$/i.test(name)
    ? 'look'
    : 'other';
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
