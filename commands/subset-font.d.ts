/** What commands/web-fonts.ts uses of the package, which brings no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly variationAxes: Readonly<Record<string, number | { min: number; max: number }>>;
      /** OpenType features that stay; all others go, with the glyphs that only they use. */
      readonly keepFeatures: readonly string[];
      readonly dropTables: readonly string[];
    },
  ): Promise<Buffer>;
}
