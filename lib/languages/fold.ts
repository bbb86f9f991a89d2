/** Letters that Unicode does not take apart, and what people type for them. */
const pairs: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/**
 * Folds a text for comparison: lowercase, without accents and soft hyphens, ligatures as separate letters, every apostrophe
 * as `'` and every space as an ordinary one. Folding a folded text changes nothing.
 * @param text in any Unicode form (UAX #15)
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u00ad]/gu, '')
    .replace(/[œæß]/g, (letter) => pairs[letter] ?? letter)
    .replace(/[’‘ʼ]/g, "'");
}
