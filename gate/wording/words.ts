import type { Nodes, Root } from 'mdast';
import { ruleOf } from '#lib/body/vocabulary.ts';
import type { Language } from '#lib/languages/languages.ts';
import { isAddress } from '#lib/recognise/addresses.ts';
import type { Finding, FindingCode } from '../finding/finding.ts';
import { lastAtOrBefore, type SourceFile } from '../finding/source-file.ts';

/** Where a passage stands: in the body, in an attribute of a component, or in a field of YAML. */
export type PassageKind = 'heading' | 'text' | 'cell' | 'attribute' | 'field';

/** A heading, a paragraph, a cell, an attribute or a field: one line of the words. */
export interface Passage {
  readonly kind: PassageKind;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the words. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Stands in the words for what is no running text of the language: words marked as another language, addresses, code.
 * The rules for words see that something is there, and not what.
 */
export const setAside = '\ufffc';

/**
 * The words of a file as its readers see them, without the marks of Markdown and YAML: one passage on each line. Every place
 * in them leads back to the place in the file, so that rules are written for plain text and findings point at the very words.
 */
export class Words {
  readonly source: SourceFile;
  readonly language: Language;
  readonly text: string;
  readonly passages: readonly Passage[];
  /** The stretches that are links: what they say is explained where they lead. */
  readonly links: readonly Range[];
  readonly #indexes: readonly number[];
  readonly #offsets: readonly number[];

  constructor(source: SourceFile, language: Language, builder: WordsBuilder) {
    this.source = source;
    this.language = language;
    this.text = builder.parts.join('');
    this.passages = builder.passages;
    this.links = builder.links;
    this.#indexes = builder.indexes;
    this.#offsets = builder.offsets;
  }

  #lower: string | null = null;

  /** The words in small letters, each in its place; as they are, if a small letter takes more room. */
  get lower(): string {
    if (this.#lower === null) {
      const lower = this.text.toLowerCase();
      this.#lower = lower.length === this.text.length ? lower : this.text;
    }
    return this.#lower;
  }

  /** Where a place in the words stands in the file. */
  offsetOf(index: number): number {
    if (this.#indexes.length === 0) return 0;
    const piece = lastAtOrBefore(this.#indexes, index);
    return (this.#offsets[piece] ?? 0) + index - (this.#indexes[piece] ?? 0);
  }

  /** The passage around a place in the words. */
  passageAt(index: number): Passage | undefined {
    return this.passages[lastAtOrBefore(this.#starts(), index)];
  }

  #passageStarts: readonly number[] | null = null;
  #starts(): readonly number[] {
    this.#passageStarts ??= this.passages.map(({ start }) => start);
    return this.#passageStarts;
  }

  isInLink(index: number): boolean {
    return this.links.some(({ start, end }) => start <= index && index < end);
  }

  /**
   * A finding about a stretch of the words.
   * @param replacement what cannot but be meant; it becomes a repair when the file has the stretch in just these characters
   */
  finding(
    code: FindingCode,
    { start, end }: Range,
    details: Finding['details'] = {},
    replacement?: string,
  ): Finding {
    const from = this.offsetOf(start);
    const to = this.offsetOf(end - 1) + 1;
    const isWhole = this.source.text.slice(from, to) === this.text.slice(start, end);
    const fix = replacement !== undefined && isWhole ? { start: from, end: to, replacement } : undefined;
    return this.source.finding(code, from, details, fix);
  }

  /**
   * A finding about a space that is missing between two characters of the words.
   * @param index place of the character after the gap
   * @param side of which character the space is, when marks of Markdown stand between them: it stays outside bold and links
   */
  gap(code: FindingCode, index: number, side: 'before' | 'after', details: Finding['details']): Finding {
    const place = side === 'before' ? this.offsetOf(index) : this.offsetOf(index - 1) + 1;
    const fix = { start: place, end: place, replacement: ' ' };
    return this.source.finding(code, this.offsetOf(index - 1), details, fix);
  }
}

/** Puts words together, passage by passage. */
export class WordsBuilder {
  readonly source: SourceFile;
  readonly parts: string[] = [];
  readonly passages: Passage[] = [];
  readonly links: Range[] = [];
  readonly indexes: number[] = [];
  readonly offsets: number[] = [];
  #length = 0;

  constructor(source: SourceFile) {
    this.source = source;
  }

  build(language: Language): Words {
    return new Words(this.source, language, this);
  }

  /** A passage; an empty one leaves no trace. */
  passage(kind: PassageKind, fill: () => void): void {
    const start = this.#length;
    fill();
    if (this.#length === start) return;
    this.passages.push({ kind, start, end: this.#length });
    this.#push('\n', this.offsets.at(-1) ?? 0);
  }

  link(fill: () => void): void {
    const start = this.#length;
    fill();
    this.links.push({ start, end: this.#length });
  }

  /**
   * Words, and the stretch of the file that says them: the same characters, or with escapes, references to characters and
   * folded lines between.
   */
  add(value: string, start: number, end: number): void {
    const written = this.source.text.slice(start, end);
    const plain = value.includes('\n') ? value.replaceAll('\n', ' ') : value;
    if (value === written) {
      this.#push(plain, start);
      return;
    }
    let place = 0;
    for (const character of plain) {
      place = findCharacter(character, written, place);
      this.#push(character, start + place);
      place += lengthOfCharacter(character, written, place);
    }
  }

  /** Something that the rules for words do not look into. */
  setAside(offset: number): void {
    this.#push(setAside, offset);
  }

  /** The passages of a body. */
  addBody(tree: Root): void {
    for (const child of tree.children) this.#addBlock(child);
  }

  #push(value: string, offset: number): void {
    this.indexes.push(this.#length);
    this.offsets.push(offset);
    this.parts.push(value);
    this.#length += value.length;
  }

  #addBlock(node: Nodes): void {
    switch (node.type) {
      case 'heading':
      case 'paragraph':
      case 'tableCell': {
        const kind = node.type === 'heading' ? 'heading' : node.type === 'tableCell' ? 'cell' : 'text';
        this.passage(kind, () => this.#addInline(node.children));
        this.#addAttributesWithin(node.children);
        return;
      }
      case 'mdxJsxFlowElement':
        this.#addAttributes(node);
        if (node.name === 'Lang') return;
        if (node.children.some(({ type }) => type === ('text' as string))) {
          this.passage('text', () => this.#addInline(node.children));
        } else {
          for (const child of node.children) this.#addBlock(child);
        }
        return;
      case 'root':
      case 'list':
      case 'listItem':
      case 'blockquote':
      case 'table':
      case 'tableRow':
      case 'footnoteDefinition':
        for (const child of node.children) this.#addBlock(child);
    }
  }

  #addInline(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? start;
      switch (node.type) {
        case 'text':
          this.add(node.value, start, end);
          break;
        case 'break':
          this.#push(' ', start);
          break;
        case 'link':
        case 'linkReference': {
          const only = node.children.length === 1 ? node.children[0] : undefined;
          const isNoText = node.children.length === 0 || (only?.type === 'text' && isAddress(only.value));
          if (isNoText) this.setAside(start);
          else this.link(() => this.#addInline(node.children));
          break;
        }
        case 'mdxJsxTextElement':
          if (node.name === 'Lang') this.setAside(start);
          else this.#addInline(node.children);
          break;
        case 'emphasis':
        case 'strong':
        case 'delete':
          this.#addInline(node.children);
          break;
        default:
          this.setAside(start);
      }
    }
  }

  /** Attributes of components inside a paragraph are passages of their own, after it. */
  #addAttributesWithin(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      if (node.type === 'mdxJsxTextElement') this.#addAttributes(node);
      if ('children' in node) this.#addAttributesWithin(node.children);
    }
  }

  #addAttributes(node: Extract<Nodes, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>): void {
    if (node.attributes.length === 0) return;
    const name = node.name ?? '';
    const rules = ruleOf(name)?.attributes;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
      if (!rules || !Object.hasOwn(rules, attribute.name) || rules[attribute.name]?.kind !== 'words')
        continue;
      const { value } = attribute;
      // The value stands between quotes, at the end of the attribute.
      const end = (attribute.position?.end.offset ?? 1) - 1;
      const from = attribute.position?.start.offset ?? 0;
      const start = from + this.source.text.slice(from, end).search(/["']/) + 1;
      this.passage('attribute', () => this.add(value, start, end));
    }
  }
}

/** Where a character of the words is next written, from a place on; that place itself when it is nowhere. */
function findCharacter(character: string, written: string, from: number): number {
  for (let place = from; place < written.length; place++) {
    if (lengthOfCharacter(character, written, place) > 0) return place;
  }
  return from;
}

const reference = /&(?:#\d+|#x[\da-f]+|[a-z\d]+);/iy;

/** How many characters of the file say one character of the words; 0 when it is another one. */
function lengthOfCharacter(character: string, written: string, place: number): number {
  if (written.startsWith(character, place)) return character.length;
  if (written[place] === '\n' && character === ' ') return 1;
  if (written[place] !== '&') return 0;
  reference.lastIndex = place;
  return reference.exec(written)?.[0].length ?? 0;
}
