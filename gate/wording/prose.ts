import type { Language } from '#lib/languages/languages.ts';
import type { Fix, Place, SourceFile } from '../finding/finding.ts';

/** A part of the prose, in UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a passage is written: in the body, in an attribute of a component, or in a YAML field. */
export type PassageKind = 'heading' | 'text' | 'cell' | 'attribute' | 'field' | 'address';

/** A heading, a paragraph, a table cell, an attribute or a field: one line of the prose. */
export interface Passage extends Range {
  readonly kind: PassageKind;
}

/** Takes the place of what is not running text in the language of the file: words of another language, addresses, code. */
export const placeholder = '\ufffc';

/**
 * The text of a file as visitors read it, without the marks of Markdown and YAML: one passage on each line. Each character maps
 * back to its offset in the file, so that a rule matches plain text and its finding points at the right characters.
 */
export class Prose {
  readonly source: SourceFile;
  readonly language: Language;
  readonly passages: Passage[] = [];
  readonly links: Range[] = [];
  #text = '';
  readonly #offsets: number[] = [];

  constructor(source: SourceFile, language: Language) {
    this.source = source;
    this.language = language;
  }

  get text(): string {
    return this.#text;
  }

  /** The offset in the file of a character of the prose. */
  offsetOf(index: number): number {
    return this.#offsets[index] ?? 0;
  }

  /** The place in the file at which a part of the prose begins. */
  place({ start }: Range): Place {
    return this.source.place(this.offsetOf(start));
  }

  /** Replaces a part of the prose; null when the file writes it in other characters, such as references. */
  fix({ start, end }: Range, replacement: string): Fix | null {
    const [from, to] = [this.offsetOf(start), this.offsetOf(end - 1) + 1];
    const isLiteral = this.source.text.slice(from, to) === this.text.slice(start, end);
    return isLiteral ? { start: from, end: to, replacement } : null;
  }

  /**
   * Inserts a space between two characters of the prose.
   * @param side the character that the space joins when Markdown separates the two: the space stays outside bold text and links
   */
  insertSpace(index: number, side: 'before' | 'after'): Fix {
    const offset = side === 'before' ? this.offsetOf(index) : this.offsetOf(index - 1) + 1;
    return { start: offset, end: offset, replacement: ' ' };
  }

  kindAt(index: number): PassageKind | undefined {
    return this.passages.find(({ start, end }) => start <= index && index < end)?.kind;
  }

  /** Whether a character belongs to the text of a link. */
  isInLink(index: number): boolean {
    return this.links.some(({ start, end }) => start <= index && index < end);
  }

  /** Adds a passage, unless `fill` adds no text. */
  addPassage(kind: PassageKind, fill: () => void): void {
    const start = this.#text.length;
    fill();
    const end = this.#text.length;
    if (end === start) return;
    this.passages.push({ kind, start, end });
    this.addLiteral('\n', this.offsetOf(end - 1));
  }

  addLink(fill: () => void): void {
    const start = this.#text.length;
    fill();
    this.links.push({ start, end: this.#text.length });
  }

  /** Adds text that the file contains literally, from an offset on. */
  addLiteral(text: string, offset: number): void {
    this.#text += text;
    for (let index = 0; index < text.length; index++) this.#offsets.push(offset + index);
  }

  /** Adds text that the file writes between two offsets, with escapes, character references and folded lines. */
  addText(text: string, start: number, end: number): void {
    const written = this.source.text.slice(start, end);
    let place = 0;
    for (const character of text.replaceAll('\n', ' ')) {
      place = findCharacter(character, written, place);
      this.addLiteral(character, start + place);
      place += lengthOfCharacter(character, written, place);
    }
  }
}

/** Where a character is written next, from a place on; that place itself when it is not written. */
function findCharacter(character: string, written: string, from: number): number {
  for (let place = from; place < written.length; place++) {
    if (lengthOfCharacter(character, written, place) > 0) return place;
  }
  return from;
}

const reference = /&(?:#\d+|#x[\da-f]+|[a-z\d]+);/iy;

/** In how many characters of the file a character is written at a place; 0 when another one is. */
function lengthOfCharacter(character: string, written: string, place: number): number {
  if (written.startsWith(character, place)) return character.length;
  if (written[place] === '\n' && character === ' ') return 1;
  if (written[place] !== '&') return 0;
  reference.lastIndex = place;
  return reference.exec(written)?.[0].length ?? 0;
}
