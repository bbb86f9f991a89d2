/** Address of the module of a custom element: `/elements/copy-text.js`. */
export function elementAddress(name: string): string {
  return `/elements/${name}.js`;
}

/** The name of the custom element whose module stands at an address; null for an address of another sort. */
export function elementNameAt(address: string): string | null {
  return /^\/elements\/([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\.js$/.exec(address)?.[1] ?? null;
}
