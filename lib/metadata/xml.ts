const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML, without the soft hyphens of the page. */
export function xml(text: string): string {
  return text.replaceAll('\u00ad', '').replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
