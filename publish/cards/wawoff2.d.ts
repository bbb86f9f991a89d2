/** The part of the package that lettering.ts uses; it ships without types. */
declare module 'wawoff2' {
  /** Turns a WOFF2 font into TrueType or OpenType. */
  export function decompress(font: Uint8Array): Promise<Uint8Array>;
}
