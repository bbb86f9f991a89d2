import { replaced } from '#edit/values.ts';
import type { Pair, Pairs } from './pairs.ts';
import type { Texts, Value } from './parts.ts';

/* Changes of texts. Each returns new texts and leaves every character outside the changed part as it was. */

/** Sets a value of a part. A value in an attribute cannot contain its quotation marks or line breaks. */
export function withValue(text: string, value: Value, words: string): string {
  if (value.attribute === null) return replaced(text, value, words);
  const plain = words.replace(/\s*\n\s*/g, ' ').replace(/&(?=#?\w+;)/g, '&amp;');
  return replaced(text, value, plain.replaceAll(text[value.start - 1] === "'" ? "'" : '"', '&quot;'));
}

/** Sets the text of a pair in one language, even where it has none yet; an empty one is removed with the lines around it. */
export function withText(text: string, pair: Pair, code: string, words: string): string {
  const part = pair.parts[code];
  const at = pair.after[code] ?? 0;
  if (words.trim() === '') return part ? replaced(text, { start: at, end: part.end }, '') : text;
  if (part) return replaced(text, part, words);
  return inserted(text, at, words);
}

/** Inserts blocks after an offset, between empty lines. */
function inserted(text: string, at: number, words: string): string {
  return replaced(text, { start: at, end: at }, `\n\n${words.trim()}`);
}

/**
 * Inserts a new part in every language, after a pair or at the start of a level.
 * @param sources the source of the part in each language
 */
export function withPart(texts: Texts, level: Pairs, behind: Pair | null, sources: Texts): Texts {
  return mapTexts(texts, (text, code) => {
    const at = behind ? (behind.parts[code]?.end ?? behind.after[code]) : level.at[code];
    return inserted(text, at ?? 0, sources[code] ?? '');
  });
}

/** Removes a pair from every language. */
export function withoutPart(texts: Texts, pair: Pair): Texts {
  return mapTexts(texts, (text, code) => withText(text, pair, code, ''));
}

/** Exchanges two neighbours in every language; what is between them stays. */
export function exchanged(texts: Texts, first: Pair, second: Pair): Texts {
  return mapTexts(texts, (text, code) => {
    const [a, b] = [first.parts[code], second.parts[code]];
    if (!a || !b) return text;
    return replaced(replaced(text, b, text.slice(a.start, a.end)), a, text.slice(b.start, b.end));
  });
}

/** Changes the text of each language. */
export function mapTexts(texts: Texts, change: (text: string, code: string) => string): Texts {
  return Object.fromEntries(Object.entries(texts).map(([code, text]) => [code, change(text, code)]));
}
