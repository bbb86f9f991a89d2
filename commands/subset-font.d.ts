/** The part of the package that commands/web-fonts.ts uses; it ships without types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly variationAxes: Readonly<Record<string, number | { min: number; max: number }>>;
      /** OpenType features to keep; all others are removed, with the glyphs that only they use. */
      readonly keepFeatures: readonly string[];
      readonly dropTables: readonly string[];
    },
  ): Promise<Buffer>;
}
