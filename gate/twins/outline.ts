import type { Heading, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { toString as plainText } from 'mdast-util-to-string';
import { type AttributeRule, ruleOf } from '#lib/body/vocabulary.ts';
import { nameOfWork } from '#lib/documents/documents.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { Position } from '../finding/finding.ts';
import { type ComponentNode, literalAttributes } from '../read/component-nodes.ts';
import { type PlacedText, type Value, valuesOf } from './values.ts';

/** A piece of the structure that twins share: a heading, a component, a list item or a table row. */
export interface Piece extends Position {
  /** Equal in all twins: kind, level or name, and the components around it. */
  readonly token: string;
  /** Its first line, as the editor wrote it. */
  readonly written: string;
  /** The index of the section that it opens; null for a piece inside a section. */
  readonly opens: number | null;
}

/** A link with its target as written. */
interface SectionLink extends Position {
  readonly target: string;
}

/**
 * A part of a twin with a counterpart in every other twin: the text of the fields, the text before the first heading, the text
 * after a heading, and the content of a component with a title. Twins with the same headings and components have the same sections.
 */
export interface Section extends Position {
  /** The heading or the title; empty for the fields and for the text before the first heading. */
  readonly title: string;
  /** The source text, without bare tags and without the targets of internal links. */
  readonly text: string;
  /** The numbers, dates and addresses in it, which are the same in every language. */
  readonly values: readonly Value[];
  readonly links: readonly SectionLink[];
}

/** The parts of a twin that are compared with its counterparts. */
export interface Outline {
  /** The fields, the text before the first heading (which may be empty), then the others in order. */
  readonly sections: readonly Section[];
  readonly pieces: readonly Piece[];
}

/** The front matter fields with text; the others have checks of their own. */
const textFields = ['title', 'label', 'summary', 'teaser'] as const;
type TextFields = Readonly<Partial<Record<(typeof textFields)[number], string | undefined>>> & {
  readonly changes?: readonly { readonly day: string; readonly text: string }[] | undefined;
};

/**
 * Takes the outline of a twin.
 * @param tree the whole file as `parseMarkdown` returns it, with positions
 * @param fields the front matter, as far as it can be read
 */
export function outlineOf(tree: Root, source: string, fields: TextFields, language: Language): Outline {
  const body = tree.children.find(({ type }) => type !== 'yaml');
  const outliner = new Outliner(source, fieldsSection(fields), body ? positionOf(body) : { line: 1, column: 1 });
  outliner.addBlocks(tree.children, '');
  const sections = outliner.sections.map(({ texts, ...section }) => ({
    ...section,
    values: valuesOf(texts, language),
  }));
  return { sections, pieces: outliner.pieces };
}

/** A section whose text is still being collected. */
interface OpenSection extends Omit<Section, 'values'> {
  text: string;
  readonly texts: PlacedText[];
  readonly links: SectionLink[];
}

/** Walks over a body once. `around` holds the names of the components around a node. */
class Outliner {
  readonly sections: OpenSection[];
  readonly pieces: Piece[] = [];
  readonly #source: string;
  #current: OpenSection;

  constructor(source: string, fields: OpenSection, start: Position) {
    this.#source = source;
    this.#current = emptySection(start, '');
    this.sections = [fields, this.#current];
  }

  addBlocks(nodes: readonly RootContent[], around: string): void {
    for (const node of nodes) {
      if (node.type === 'yaml' || node.type === 'mdxFlowExpression') continue;
      if (node.type === 'heading') this.#addHeading(node, around);
      else if (node.type === 'mdxJsxFlowElement') this.#addComponent(node, around);
      else {
        this.#addText(node);
        this.#addInline([node], around);
      }
    }
  }

  #addHeading(node: Heading, around: string): void {
    this.#addPiece(node, `${around}${'#'.repeat(node.depth)}`, true);
    this.#openSection(node, plainText(node));
    this.#addText(node);
    this.#addInline(node.children, around);
  }

  /** Adds a component in a block of its own. With a title it is a section; the text after it belongs to the section around it. */
  #addComponent(node: MdxJsxFlowElement, around: string): void {
    const [title] = literalsOf(node, ['words']);
    const before = this.#current;
    this.#addPiece(node, `${around}${tokenOf(node)}`, title !== undefined);
    if (title !== undefined) this.#openSection(node, title);
    if (node.attributes.length > 0) this.#addText(node, node.children[0]?.position?.start.offset);
    this.#addAttributes(node);
    this.addBlocks(node.children as RootContent[], `${around}${node.name} `);
    if (title !== undefined) this.#current = before;
  }

  /** Adds the links, values and pieces inside a block, whose text is already added as a whole. */
  #addInline(nodes: readonly RootContent[], around: string): void {
    for (const node of nodes) {
      let inside = around;
      switch (node.type) {
        case 'text':
        case 'inlineCode':
        case 'code':
          this.#current.texts.push({ ...positionOf(node), text: node.value });
          break;
        case 'link':
        case 'definition':
          this.#current.links.push({ ...positionOf(node), target: node.url });
          break;
        case 'listItem':
          this.#addPiece(node, `${around}-`);
          break;
        case 'footnoteReference':
          this.#addPiece(node, `${around}[^`);
          break;
        case 'tableRow':
          this.#addPiece(node, `${around}${'|'.repeat(node.children.length)}`);
          break;
        case 'mdxJsxTextElement':
        case 'mdxJsxFlowElement':
          this.#addAttributes(node);
          if (ruleOf(node.name ?? '')?.ofLanguage) break;
          this.#addPiece(node, `${around}${tokenOf(node)}`);
          inside = `${around}${node.name} `;
      }
      if ('children' in node) this.#addInline(node.children as RootContent[], inside);
    }
  }

  #addAttributes(node: ComponentNode): void {
    const position = positionOf(node);
    for (const text of literalsOf(node, ['words'])) this.#current.texts.push({ ...position, text });
    for (const target of literalsOf(node, ['link'])) this.#current.links.push({ ...position, target });
  }

  #openSection(node: RootContent, title: string): void {
    this.#current = emptySection(positionOf(node), title);
    this.sections.push(this.#current);
  }

  #addText(node: RootContent, end = node.position?.end.offset): void {
    const kept = withoutTargets(this.#source.slice(node.position?.start.offset, end))
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trim();
    this.#current.text += this.#current.text === '' ? kept : `\n${kept}`;
  }

  #addPiece(node: RootContent, token: string, opensSection = false): void {
    const written = this.#source.slice(node.position?.start.offset, node.position?.end.offset);
    this.pieces.push({
      ...positionOf(node),
      token,
      written: written.split('\n', 1)[0]?.trim() ?? '',
      opens: opensSection ? this.sections.length : null,
    });
  }
}

function emptySection({ line, column }: Position, title: string): OpenSection {
  return { line, column, title, text: '', texts: [], links: [] };
}

function fieldsSection(fields: TextFields): OpenSection {
  // The first line of the file is the rule above the fields.
  const position = { line: 2, column: 1 };
  const named = textFields.map((name) => ({ name, value: fields[name] }));
  const notes = (fields.changes ?? []).map(({ day, text }) => ({ name: `changes ${day}`, value: text }));
  const written = [...named, ...notes].flatMap(({ name, value }) => (value === undefined ? [] : [{ name, value }]));
  return {
    ...emptySection(position, ''),
    text: written.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    texts: written.map(({ value }) => ({ ...position, text: value })),
  };
}

function literalsOf(component: ComponentNode, kinds: readonly AttributeRule['kind'][]): string[] {
  return literalAttributes(component)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ value }) => value);
}

/**
 * A component with its attribute values that are the same in every language. A file with words exists once in each language, with the
 * code of the language at the end of its name: `chart-nl.png`. A document may have a new edition in one of them only.
 */
function tokenOf(node: ComponentNode): string {
  const pictures = literalsOf(node, ['picture']).map((file) => file.replace(/-[a-z]{2}(?=\.)/, ''));
  const documents = literalsOf(node, ['document']).map(nameOfWork);
  const switches = node.attributes.flatMap((each) => ('name' in each && each.value === null ? [each.name] : []));
  const values = literalsOf(node, ['contact', 'contact-kind', 'language', 'licence']);
  return ['', node.name, ...values, ...pictures, ...documents, ...switches].join('<');
}

/** Removes the targets of internal links, which are compared apart, and the notes of editors to each other. */
function withoutTargets(text: string): string {
  return text.replace(/\{\/\*[\s\S]*?\*\/\}/g, '').replace(/(?<=\]\(|\bto=")(?:page|contact):[^\s)"]*/g, '');
}

function positionOf(node: RootContent): Position {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
