import type { Node, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visitParents } from 'unist-util-visit-parents';
import { closest } from '../closest.ts';
import { contactKinds } from '../contact-schema.ts';
import type { Finding, FindingCode } from '../finding.ts';
import { findCode } from './code.ts';
import { type Heading, visitHeadings } from './headings.ts';
import { vocabulary } from './vocabulary.ts';

/** A link of a body, still to be checked against the whole site. */
export interface BodyLink {
  readonly target: string;
  readonly line: number;
  readonly column: number;
}

/** What a body contains, and what is wrong with it as far as one file can tell. */
export interface Body {
  readonly headings: readonly Heading[];
  readonly links: readonly BodyLink[];
  /** Names of the components used. */
  readonly components: ReadonlySet<string>;
  /** Contact ids named by components. */
  readonly contacts: readonly BodyLink[];
  readonly findings: readonly Finding[];
}

type Component = MdxJsxFlowElement | MdxJsxTextElement;

/** Checks a body against the vocabulary and the rules for headings, and collects what the site must resolve. */
export function readBody(tree: Root, file: string, language: string): Body {
  const findings: Finding[] = [];
  const links: BodyLink[] = [];
  const contacts: BodyLink[] = [];
  const components = new Set<string>();

  const report = (node: Node, code: FindingCode, details: Finding['details'] = {}) => {
    findings.push({ code, file, language, ...startOf(node), details });
  };

  for (const { line, column, construct } of findCode(tree)) {
    findings.push({ code: 'C021', file, language, line, column, details: { construct } });
  }

  visitParents(tree, (node, ancestors) => {
    if (node.type === 'link' || node.type === 'definition') {
      links.push({ target: node.url, ...startOf(node) });
    } else if (node.type === 'image' || node.type === 'imageReference') {
      report(node, 'C029');
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      checkComponent(node, ancestors);
    }
  });

  function checkComponent(node: Component, ancestors: readonly Node[]): void {
    const name = node.name ?? '';
    const rule = own(vocabulary, name);
    if (!rule) {
      const isComponent = /^[A-Z]/.test(name);
      if (isComponent)
        report(node, 'C022', { name, suggestion: closest(name, Object.keys(vocabulary)) ?? 'none' });
      else report(node, 'C027', { name });
      return;
    }
    components.add(name);
    const parent = ancestors.findLast(
      (each): each is Component => 'name' in each && each.type.startsWith('mdxJsx'),
    );
    if (rule.inside && !rule.inside.includes(parent?.name ?? '')) {
      report(node, 'C026', { name, inside: rule.inside.join(', ') });
    }
    if (rule.children === 'none' && node.children.length > 0) report(node, 'C028', { name });
    const given = new Set<string>();
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute') continue;
      const expected = own(rule.attributes, attribute.name);
      if (!expected) {
        const suggestion = closest(attribute.name, Object.keys(rule.attributes)) ?? 'none';
        report(node, 'C023', { name, attribute: attribute.name, suggestion });
        continue;
      }
      given.add(attribute.name);
      if (typeof attribute.value !== 'string' || attribute.value.trim() === '') {
        report(node, 'C025', { name, attribute: attribute.name });
        continue;
      }
      const value = attribute.value;
      if (expected.kind === 'link') links.push({ target: value, ...startOf(node) });
      if (expected.kind === 'contact') contacts.push({ target: value, ...startOf(node) });
      if (expected.kind === 'contact-kind' && !contactKinds.some((kind) => kind === value)) {
        report(node, 'C008', {
          field: attribute.name,
          allowed: contactKinds.join(', '),
          suggestion: closest(value, contactKinds) ?? 'none',
        });
      }
      if (expected.kind === 'language' && !isLanguageTag(value)) {
        report(node, 'C007', { field: attribute.name, value });
      }
    }
    for (const [attribute, { required }] of Object.entries(rule.attributes)) {
      if (required && !given.has(attribute)) report(node, 'C024', { name, attribute });
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
    const repeated = headings.some((earlier) => earlier.text === heading.text);
    if (repeated) report(node, 'C042', { text: heading.text, line: anchors.get(heading.text) ?? 1 });
    anchors.set(heading.text, startOf(node).line);
    headings.push(heading);
  });

  return { headings, links, components, contacts, findings };
}

/** The entry of a table, and not what every object inherits: `constructor` is no component. */
function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function startOf(node: Node): { line: number; column: number } {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
