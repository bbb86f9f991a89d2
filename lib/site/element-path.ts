/** The path of the module of a custom element: `/elements/copy-text.js`. */
export function elementPath(name: string): string {
  return `/elements/${name}.js`;
}

/** The name of the custom element whose module has this path; null for any other path. */
export function elementNameAt(path: string): string | null {
  return /^\/elements\/([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\.js$/.exec(path)?.[1] ?? null;
}
