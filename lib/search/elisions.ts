/**
 * Pagefind splits texts at spaces alone, so that l’emploi would only be found by “lemploi”. In the text that it indexes, an
 * apostrophe before a word is another sign and a space; what it shows of that text is put together again.
 */
export function splitElisions(text: string): string {
  return text.replace(/(?<=\p{L})’(?=\p{L}{3})/gu, 'ʼ ');
}

/** @param excerpt of a text that was split, with `<mark>` around words */
export function joinElisions(excerpt: string): string {
  return excerpt.replace(/ʼ(<\/mark>)? /g, '’$1');
}
