import type { Heading, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString as plainText } from 'mdast-util-to-string';
import { type AttributeRule, type ComponentRule, ruleOf } from '#lib/body/vocabulary.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { Placed } from './placed.ts';
import { type Value, valuesOf, type Words } from './values.ts';

/** A piece of the structure that twins share: a heading, a component, an item of a list, a row of a table. */
export interface Piece extends Placed {
  /** What must be equal in all twins: kind, level or name, and the components around it. */
  readonly token: string;
  /** What to call it in a message: its first line, as the editor wrote it. */
  readonly written: string;
  /** The index of the section that it opens; null for a piece inside a section. */
  readonly opens: number | null;
}

/** A link as the editor wrote its target. */
interface SectionLink extends Placed {
  readonly target: string;
}

/**
 * A stretch of a twin that has a counterpart in every other twin: the words of the fields, the text before the first heading,
 * what follows a heading, and what stands in a component with a title. Where headings and components agree, so do sections.
 */
export interface Section extends Placed {
  /** The heading or the title; empty for the fields and for the text before the first heading. */
  readonly title: string;
  /** What the editor wrote, without what only gives structure: bare tags, and where internal links lead. */
  readonly text: string;
  /** What its words say that is the same in every language. */
  readonly values: readonly Value[];
  readonly links: readonly SectionLink[];
}

/** What of a twin can be compared with another one. */
export interface Outline {
  /** First the fields, then the text before the first heading (empty when there is none), then the others as they stand. */
  readonly sections: readonly Section[];
  readonly pieces: readonly Piece[];
}

/** The words of the front matter; all other fields are addresses, numbers and dates, which have checks of their own. */
const wordFields = ['title', 'label', 'summary', 'teaser'] as const;
export type WordFields = Readonly<Partial<Record<(typeof wordFields)[number], string | undefined>>>;

/**
 * Takes a twin apart into what it has in common with the others.
 * @param tree the whole file as `parseMarkdown` gives it, with positions
 * @param source the text that was parsed
 * @param fields the front matter, as far as it can be read
 */
export function outlineOf(tree: Root, source: string, fields: WordFields, language: Language): Outline {
  const outliner = new Outliner(source, fieldsSection(fields), firstPlace(tree));
  outliner.blocks(tree.children, '');
  const sections = outliner.sections.map(({ words, ...section }) => ({
    ...section,
    values: valuesOf(words, language),
  }));
  return { sections, pieces: outliner.pieces };
}

type Component = MdxJsxFlowElement | MdxJsxTextElement;

interface Draft extends Omit<Section, 'values'> {
  text: string;
  readonly words: Words[];
  readonly links: SectionLink[];
}

/** Walks over a body once; `around` names the components that a node stands in. */
class Outliner {
  readonly sections: Draft[];
  readonly pieces: Piece[] = [];
  private readonly source: string;
  private current: Draft;

  constructor(source: string, fields: Draft, start: Placed) {
    this.source = source;
    this.current = emptySection(start, '');
    this.sections = [fields, this.current];
  }

  blocks(nodes: readonly RootContent[], around: string): void {
    for (const node of nodes) {
      if (node.type === 'yaml') continue;
      if (node.type === 'heading') this.heading(node, around);
      else if (node.type === 'mdxJsxFlowElement') this.block(node, around);
      else {
        this.add(node);
        this.inline([node], around);
      }
    }
  }

  private heading(node: Heading, around: string): void {
    this.piece(node, `${around}${'#'.repeat(node.depth)}`, true);
    this.begin(node, plainText(node));
    this.add(node);
    this.inline(node.children, around);
  }

  /** A component that stands by itself. With a title it is a section; what follows it belongs to the section around it. */
  private block(node: MdxJsxFlowElement, around: string): void {
    const rule = ruleOf(node.name ?? '');
    const title = wordsOf(node, rule)[0];
    const before = this.current;
    this.piece(node, `${around}${tokenOf(node, rule)}`, title !== undefined);
    if (title !== undefined) this.begin(node, title);
    if (node.attributes.length > 0) this.add(node, node.children[0]?.position?.start.offset);
    this.attributes(node, rule);
    this.blocks(node.children as RootContent[], `${around}${node.name} `);
    if (title !== undefined) this.current = before;
  }

  /** What stands inside a block of text adds no text of its own: its block is taken as a whole. */
  private inline(nodes: readonly RootContent[], around: string): void {
    for (const node of nodes) {
      let inside = around;
      switch (node.type) {
        case 'text':
        case 'inlineCode':
        case 'code':
          this.current.words.push({ ...startOf(node), text: node.value });
          break;
        case 'link':
        case 'definition':
          this.current.links.push({ ...startOf(node), target: node.url });
          break;
        case 'listItem':
          this.piece(node, `${around}-`);
          break;
        case 'tableRow':
          this.piece(node, `${around}${'|'.repeat(node.children.length)}`);
          break;
        case 'mdxJsxTextElement':
        case 'mdxJsxFlowElement': {
          const rule = ruleOf(node.name ?? '');
          this.attributes(node, rule);
          if (rule?.ofLanguage) break;
          this.piece(node, `${around}${tokenOf(node, rule)}`);
          inside = `${around}${node.name} `;
        }
      }
      if ('children' in node) this.inline(node.children as RootContent[], inside);
    }
  }

  private attributes(node: Component, rule: ComponentRule | undefined): void {
    const place = startOf(node);
    for (const text of wordsOf(node, rule)) this.current.words.push({ ...place, text });
    for (const target of literalsOf(node, rule, ['link'])) this.current.links.push({ ...place, target });
  }

  private begin(node: RootContent, title: string): void {
    this.current = emptySection(startOf(node), title);
    this.sections.push(this.current);
  }

  private add(node: RootContent, end = node.position?.end.offset): void {
    const text = this.source.slice(node.position?.start.offset, end);
    const kept = withoutTargets(text)
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trim();
    this.current.text += this.current.text === '' ? kept : `\n${kept}`;
  }

  private piece(node: RootContent, token: string, isSection = false): void {
    const written = this.source.slice(node.position?.start.offset, node.position?.end.offset);
    this.pieces.push({
      ...startOf(node),
      token,
      written: written.split('\n', 1)[0]?.trim() ?? '',
      opens: isSection ? this.sections.length : null,
    });
  }
}

function emptySection({ line, column }: Placed, title: string): Draft {
  return { line, column, title, text: '', words: [], links: [] };
}

/** The fields stand between two lines of hyphens, the first of which opens the file. */
function fieldsSection(fields: WordFields): Draft {
  const place = { line: 2, column: 1 };
  const written = wordFields.flatMap((name) => {
    const value = fields[name];
    return value === undefined ? [] : [{ name, value }];
  });
  return {
    ...emptySection(place, ''),
    text: written.map(({ name, value }) => `${name}: ${value}`).join('\n'),
    words: written.map(({ value }) => ({ ...place, text: value })),
  };
}

/** The literal values of those attributes that are of some kind. */
function literalsOf(
  node: Component,
  rule: ComponentRule | undefined,
  kinds: readonly AttributeRule['kind'][],
): string[] {
  return node.attributes.flatMap((attribute) => {
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return [];
    const known = rule && Object.hasOwn(rule.attributes, attribute.name);
    const kind = known ? rule.attributes[attribute.name]?.kind : undefined;
    return kind && kinds.includes(kind) ? [attribute.value] : [];
  });
}

const wordsOf = (node: Component, rule: ComponentRule | undefined) => literalsOf(node, rule, ['words']);

/** A component with the values that name the same thing in every language. */
function tokenOf(node: Component, rule: ComponentRule | undefined): string {
  return ['', node.name, ...literalsOf(node, rule, ['contact', 'contact-kind', 'language'])].join('<');
}

/** Where internal links lead is compared by itself, and an anchor is the heading of another page: it says nothing here. */
function withoutTargets(text: string): string {
  return text.replace(/(?<=\]\(|\bto=")(?:page|contact):[^\s)"]*/g, '');
}

function firstPlace(tree: Root): Placed {
  const first = tree.children.find(({ type }) => type !== 'yaml');
  return first ? startOf(first) : { line: 1, column: 1 };
}

function startOf(node: RootContent): Placed {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
