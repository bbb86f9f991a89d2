/** The package has no types. It exports one list of words for each language, named by its ISO 639-3 code. */
declare module 'stopword' {
  export function removeStopwords(words: readonly string[], list?: readonly string[]): string[];
}
