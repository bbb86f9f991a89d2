import { inLanguage, type Language, type Translated } from '#lib/languages/languages.ts';
import { contactOf, type Site } from '#lib/site/site.ts';
import {
  attributeOf,
  type Check,
  type Document,
  elementsOf,
  languageOfDocument,
  linksOf,
  relOf,
  textOf,
  wordsOf,
} from '../document.ts';

/** The paths of a page in all languages, by `hreflang`. */
export function alternatesOf({ tree }: Document): ReadonlyMap<string, string> {
  const links = elementsOf(tree, 'link').filter((link) => relOf(link).includes('alternate'));
  return new Map(
    links
      .filter((link) => attributeOf(link, 'hrefLang') !== null)
      .map((link) => [attributeOf(link, 'hrefLang') ?? '', normal(attributeOf(link, 'href') ?? '')]),
  );
}

export function canonicalOf({ tree }: Document): string | null {
  const links = elementsOf(tree, 'link').filter((link) => relOf(link).includes('canonical'));
  return links.length === 1 && links[0] ? normal(attributeOf(links[0], 'href') ?? '') : null;
}

/**
 * Untrue hreflang: a page that leaves itself or a twin out, a twin that does not list it back, an address without a page,
 * an x-default that is not the neutral choice between exactly these pages.
 * @param addressed every document that has an address of its own
 * @param choice address of the choice of language
 */
export function untrueAlternates(
  addressed: readonly Document[],
  { origin, languages, choice }: { origin: string; languages: readonly Language[]; choice: string },
): string[] {
  const byPath = new Map(addressed.map((document) => [normal(origin + document.path), document]));
  const tags = languages.map(({ tag }) => tag);
  return addressed.flatMap((document) => {
    const self = normal(origin + document.path);
    const alternates = alternatesOf(document);
    const faults: string[] = [];
    if (canonicalOf(document) !== self) faults.push(`canonical is ${canonicalOf(document)}`);
    if (![...alternates.values()].includes(self)) faults.push('does not list itself');
    for (const tag of tags) if (!alternates.has(tag)) faults.push(`lists no page for ${tag}`);
    for (const [tag, path] of alternates) {
      const target = byPath.get(path);
      if (!target) faults.push(`${tag} leads to ${path}, which is not a page`);
      else if (!sameEntries(alternatesOf(target), alternates)) {
        faults.push(`${tag} leads to ${target.path}, which lists other pages`);
      }
      if (tag === 'x-default') {
        if (path !== normal(origin + choice)) faults.push(`x-default is not the choice of language: ${path}`);
      } else if (!tags.includes(tag)) faults.push(`${tag} is not a language of the site`);
      else if (target && languageOfDocument(target) !== tag) faults.push(`${target.path} is not in ${tag}`);
    }
    return faults.map((fault) => `${document.path}: ${fault}`);
  });
}

/** Links to the same page in another language that are missing or do not declare that language. */
export function poorLanguageSwitch(
  { tree, path }: Document,
  twins: readonly { readonly language: Language; readonly path: string }[],
): string[] {
  const links = elementsOf(tree, 'a');
  return twins
    .filter((twin) => twin.path !== path)
    .flatMap(({ language, path }) => {
      const switches = links.filter((link) => attributeOf(link, 'href') === path);
      if (switches.length === 0) return [`has no link to ${path}`];
      return switches.flatMap((link) => [
        ...(attributeOf(link, 'lang') === language.tag ? [] : [`the link to ${path} has no lang`]),
        ...(attributeOf(link, 'hrefLang') === language.tag ? [] : [`the link to ${path} has no hreflang`]),
        ...(textOf(link).includes(language.name) ? [] : [`the link to ${path} is not labelled ${language.name}`]),
      ]);
    });
}

/**
 * Links in another language than their target: they change the language of the visitor unannounced.
 * @param languageOf the language of the page at an address; null when there is no page
 */
export function unannouncedLanguages(languageOf: (path: string) => string | null): Check {
  return (document) =>
    linksOf(document).flatMap(({ href, language }) => {
      const target = languageOf(href.split('#')[0] ?? '');
      return target === null || target === language ? [] : [`${href} is in ${target}, its link in ${language}`];
    });
}

/** Names that exist in every language: of the organisation, its units, its street, and the languages. */
export function translatedNames(site: Site): Translated[] {
  const { address } = contactOf(site, site.organisation.id);
  return [
    ...site.contacts.flatMap(({ name, abbreviation }) => (abbreviation ? [name, abbreviation] : [name])),
    ...(address ? [address.street, address.city, address.country] : []),
    Object.fromEntries(site.languages.map(({ code, name }) => [code, name])),
  ];
}

/** Names in another language than declared: a screen reader would mispronounce them. */
export function unmarkedForeignNames(names: readonly Translated[], languages: readonly Language[]): Check {
  return (document) =>
    wordsOf(document).flatMap(({ text, language }) => {
      const own = languages.find(({ tag }) => tag === language);
      if (!own) return [];
      return names.flatMap((name) =>
        languages
          .filter(({ code }) => code !== own.code)
          .map(({ code }) => inLanguage(name, code))
          .filter((foreign) => foreign !== inLanguage(name, own.code) && containsName(text, foreign))
          .filter((foreign) => !names.some((each) => containsName(inLanguage(each, own.code), foreign)))
          .map((foreign) => `"${foreign}" is in text marked as ${language}`),
      );
    });
}

/** A URL in its normal form: `https://example.org` and `https://example.org/` are the same (RFC 3986, 6.2.3). */
function normal(url: string): string {
  return URL.canParse(url) ? new URL(url).href : url;
}

/** Whether a text contains a name as whole words. */
function containsName(text: string, name: string): boolean {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').test(text.replaceAll('\u00ad', ''));
}

function sameEntries(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);
}
