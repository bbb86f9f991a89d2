/**
 * Keeps a query when the language changes: adds it to every link to a twin of the page in its header and footer. Without
 * script the links work, without the query.
 * @param query the query of the address, with its question mark; empty without one
 */
export function keepQuery(query: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(':is(header, footer) a[hreflang]')) {
    link.href = link.pathname + query;
  }
}
