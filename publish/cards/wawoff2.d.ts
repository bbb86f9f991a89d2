/** What lettering.ts uses of the package, which brings no types. */
declare module 'wawoff2' {
  /** Turns a WOFF2 font into TrueType or OpenType. */
  export function decompress(font: Uint8Array): Promise<Uint8Array>;
}
