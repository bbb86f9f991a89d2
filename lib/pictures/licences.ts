/** The conditions under which a picture may be used. Those of Creative Commons have a name and a page in every language. */
export const licences = {
  'cc0-1.0': { name: 'CC0 1.0', deed: 'https://creativecommons.org/publicdomain/zero/1.0/deed' },
  'cc-by-4.0': { name: 'CC BY 4.0', deed: 'https://creativecommons.org/licenses/by/4.0/deed' },
  'cc-by-sa-4.0': { name: 'CC BY-SA 4.0', deed: 'https://creativecommons.org/licenses/by-sa/4.0/deed' },
  'public-domain': null,
  'all-rights-reserved': null,
} as const satisfies Readonly<Record<string, { readonly name: string; readonly deed: string } | null>>;

/** The value of `licence` of a picture. */
export type Licence = keyof typeof licences;

/** All licences, in the order of the guide. */
export const licenceNames = Object.keys(licences) as readonly Licence[];
