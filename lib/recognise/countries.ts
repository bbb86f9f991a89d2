import { fold } from '../languages/fold.ts';
import { type Language, twoLetterCodes } from '../languages/languages.ts';
import { remember } from '../remember.ts';

/** The codes of countries by their folded names in a language, by its tag. */
const codesByName = remember((tag: string): ReadonlyMap<string, string> => {
  const regions = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
  const names = twoLetterCodes
    .map((code) => [regions.of(code.toUpperCase()), code.toUpperCase()] as const)
    .toReversed();
  return new Map(names.flatMap(([name, code]) => (name ? [[fold(name), code] as const] : [])));
});

/** The country (ISO 3166-1) that a language calls by a name: `LU` for `Luxemburg` in Dutch; null for an unknown name. */
export function countryOf(name: string, { tag }: Pick<Language, 'tag'>): string | null {
  return codesByName(tag).get(fold(name.trim())) ?? null;
}
