// Part of the modules that browsers load to search and to filter the directory.

/** The characters of a telephone number in any notation. */
const notation = /^[\d\s+()./–-]{3,}$/;

/** A telephone number among other text. */
const wholeNumber = /(?:\+|\(?0)[\d\s()./–-]{7,}\d/g;

/**
 * The digits of a telephone number or of a part of one, as records hold them: with country code if typed, without `(0)` and
 * leading zeros. Of a text with other words, the digits of the number in it.
 * @returns empty for a text without a number
 */
export function digitsOf(typed: string): string {
  if (notation.test(typed)) return digitsIn(typed);
  return digitsOfNumbers(typed)[0] ?? '';
}

/** The digits of every telephone number in a text. */
export function digitsOfNumbers(text: string): string[] {
  return (text.match(wholeNumber) ?? []).map(digitsIn);
}

/** Digits without prefixes: `+32 (0)2 501`, `+32 02 501` and `0032 2 501` are 322501. */
function digitsIn(written: string): string {
  return written
    .replace(/\(\s*0\s*\)/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
    .replace(/^320/, '32');
}
