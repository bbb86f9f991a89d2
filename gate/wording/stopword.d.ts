/** The package has no types of its own. It exports one list of words for each language, by its code in ISO 639-3. */
declare module 'stopword' {
  export function removeStopwords(words: readonly string[], list?: readonly string[]): string[];
}
