import type { Element } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { attributeOf, type Document, elementsOf, languageOfDocument, textOf } from '../document.ts';

/** A sentence that several pages of one language contain. */
export interface SharedSentence {
  readonly sentence: string;
  /** Paths of the pages, in order. */
  readonly paths: readonly string[];
}

/** Elements whose text is one run of sentences. */
const textBlocks = ['dd', 'dt', 'h1', 'h2', 'h3', 'h4', 'li', 'p', 'td'];

/** Menus, addresses, cards, directories and the date of a page. */
function isApart(element: Element): boolean {
  const classes = (attributeOf(element, 'className') ?? '').split(' ');
  return (
    ['address', 'nav'].includes(element.tagName) ||
    classes.includes('card') ||
    attributeOf(element, 'dataSearch') === 'skip'
  );
}

/**
 * The sentences of the main content, without menus, addresses, cards, directories and links that stand alone. Headings and list
 * items count as sentences.
 * @param without names of other elements to leave out
 */
export function sentencesOf(document: Document, without: readonly string[] = []): string[] {
  const segmenter = new Intl.Segmenter(languageOfDocument(document) || undefined, {
    granularity: 'sentence',
  });
  return blocksOf(document, without).flatMap((block) =>
    [...segmenter.segment(block)].map(({ segment }) => segment.trim()).filter(Boolean),
  );
}

function blocksOf({ tree }: Document, without: readonly string[]): string[] {
  const found: string[] = [];
  for (const main of elementsOf(tree, 'main')) {
    visit(main, 'element', (element) => {
      if (isApart(element) || without.includes(element.tagName)) return SKIP;
      if (!textBlocks.includes(element.tagName)) return;
      // A list item or a cell may contain paragraphs of its own.
      if (elementsOf(element, ...textBlocks).length > 1) return;
      const text = textOf(element);
      const isLink = elementsOf(element, 'a').some((link) => textOf(link) === text);
      if (!isLink) found.push(text);
      return SKIP;
    });
  }
  return found;
}

/** The words of a sentence in lower case, without punctuation. */
function wordsIn(sentence: string): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  return [...segmenter.segment(sentence.toLowerCase())]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
}

/**
 * The sentences that two or more pages of one language contain, apart from lists of units and of terms.
 * @param leastWords shorter sentences may repeat
 */
export function sharedSentences(documents: readonly Document[], leastWords: number): SharedSentence[] {
  const found = new Map<string, { sentence: string; paths: Set<string> }>();
  for (const document of documents) {
    for (const sentence of sentencesOf(document, ['dl'])) {
      const words = wordsIn(sentence);
      if (words.length < leastWords) continue;
      const key = `${languageOfDocument(document)} ${words.join(' ')}`;
      const entry = found.get(key) ?? { sentence, paths: new Set() };
      entry.paths.add(document.path);
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .filter(({ paths }) => paths.size > 1)
    .map(({ sentence, paths }) => ({ sentence, paths: [...paths] }));
}

/** The median number of words in the complete sentences of a page, those with a final mark; null when it has none. */
export function medianLengthOf(document: Document): number | null {
  const lengths = sentencesOf(document)
    .filter((sentence) => /[.!?…]['’»)\s\u00a0]*$/u.test(sentence))
    .map((sentence) => wordsIn(sentence).length)
    .sort((a, b) => a - b);
  const middle = lengths.length / 2;
  if (middle === 0) return null;
  const [low, high] = [lengths[Math.ceil(middle) - 1], lengths[Math.floor(middle)]];
  return ((low ?? 0) + (high ?? 0)) / 2;
}
