import { transformSync } from 'esbuild';
import { PublishFault } from '../fault.ts';

/**
 * The style sheet of the whole site, from which all pages are cut, without what only its authors read.
 * @param addresses of the sheets that pages ask for, in order
 * @param styles the sheets that were built, by address
 * @throws PublishFault when one of them was not built
 */
export function wholeStyle(addresses: readonly string[], styles: ReadonlyMap<string, string>): string {
  const sheets = addresses.map((address) => {
    const css = styles.get(address);
    if (css === undefined) throw new PublishFault(`the style sheet ${address} was not built.`);
    return css;
  });
  return transformSync(sheets.join('\n'), { loader: 'css', minify: true, legalComments: 'none' }).code.trim();
}
