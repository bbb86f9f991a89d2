import { fold } from '../languages/fold.ts';
import type { Language } from '../languages/languages.ts';

/** The codes of countries by their folded names in a language, by its tag. */
const known = new Map<string, ReadonlyMap<string, string>>();

/** The country (ISO 3166-1) that a language calls by a name: `LU` for `Luxemburg` in Dutch; null for an unknown name. */
export function countryOf(name: string, { tag }: Pick<Language, 'tag'>): string | null {
  let names = known.get(tag);
  if (!names) {
    const regions = new Intl.DisplayNames(tag, { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const codes = letters.flatMap((first) => letters.map((second) => first + second)).toReversed();
    names = new Map(codes.flatMap((code) => [regions.of(code)].flatMap((each) => (each ? [[fold(each), code]] : []))));
    known.set(tag, names);
  }
  return names.get(fold(name.trim())) ?? null;
}
