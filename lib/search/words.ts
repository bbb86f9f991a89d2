/**
 * The words of a text as search compares them: small letters without accents, split at every sign that is neither letter nor
 * digit, an apostrophe included (l’emploi is l and emploi). An ampersand holds a word together: P&O is po.
 */
export function searchWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/[\p{M}&]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
