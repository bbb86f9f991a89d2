import { inEach, type Language, type Translated } from '#lib/languages/languages.ts';
import { dataVersion, identifierPrefix, linkedForms } from '#lib/open-data/data-paths.ts';
import { unitsOfData } from '#lib/open-data/directory-data.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { type Site, unitPath } from '#lib/site/site.ts';

/*
 * The identifiers of units, `/id/<unit>`: 303 (RFC 9110, 15.4.4) to data that `Accept` names, or else to the page in the first of our
 * languages that `Accept-Language` names. Otherwise, and on hosts that cannot choose, the page at the identifier itself.
 */

/** The headers by which a host chooses, for `Vary`. */
export const identifierVary = 'Accept, Accept-Language, Accept-Encoding';

/** The target of each identifier in each language: `/id/ict` → `nl` → `/nl/diensten/ict`. */
export type Identifiers = Readonly<Record<string, Translated>>;

/** The identifiers of a site. */
export function identifiersOf(site: Site): Identifiers {
  return Object.fromEntries(
    unitsOfData(site).map((unit) => [
      identifierPrefix + unit.id,
      inEach(site.languages, (code) => unitPath(site, unit, code)),
    ]),
  );
}

/** After a value of `Accept` or `Accept-Language`: not excluded by the weight 0 (RFC 9110, 12.4.2). */
const accepted = String.raw`(?![^,]*;\s*q=0(?:\.0*)?\s*(?:,|$))`;

/** The form of data that a client asks for, as a pattern of `Accept` for JavaScript and nginx, in any case; browsers name HTML. */
export const dataPatterns: readonly (readonly [pattern: string, extension: string])[] = [
  ['text/html', ''],
  ...linkedForms.map((form) => [mediaTypes[form].replace(/;.*/, '').replaceAll('+', String.raw`\+`), form] as const),
  ['application/json', 'jsonld'],
].map(([type, form]) => [`${type}${accepted}`, form ?? '']);

/** A pattern of `Accept-Language` for JavaScript and nginx: the first of these languages that the header accepts, as the group `wanted`. */
export function languagePattern(codes: readonly Language['code'][]): string {
  const any = codes.join('|');
  return String.raw`^(?:\s*(?!(?:${any})\b${accepted})[^,]+,)*\s*(?<wanted>${any})\b${accepted}`;
}

/** Where an identifier leads for these request headers; null for the page at the identifier itself. */
export function targetOf(
  identifiers: Identifiers,
  path: string,
  { accept = '', language = '' }: { readonly accept?: string | undefined; readonly language?: string | undefined },
): string | null {
  if (!Object.hasOwn(identifiers, path)) return null;
  const targets = identifiers[path] ?? {};
  const extension = dataPatterns.find(([pattern]) => new RegExp(pattern, 'i').test(accept))?.[1];
  if (extension) return `${dataVersion}/units/${path.slice(identifierPrefix.length)}.${extension}`;
  const wanted = new RegExp(languagePattern(Object.keys(targets)), 'i').exec(language)?.groups?.['wanted'];
  return targets[wanted?.toLowerCase() ?? ''] ?? null;
}
