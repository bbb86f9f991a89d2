import { describe, expect, it } from 'vitest';
import { languageOf, languages } from '#lib/languages/languages.ts';
import { vcardPath, vcardVersions } from '#lib/open-data/data-paths.ts';
import { pageAt, twinOf } from '#lib/site/site.ts';
import { choicePath, publishedPages, site } from '../published-site.ts';
import {
  alternatesOf,
  canonicalOf,
  poorLanguageSwitch,
  translatedNames,
  unannouncedLanguages,
  unmarkedForeignNames,
  untrueAlternates,
} from './checks/languages.ts';
import { differences } from './checks/structure.ts';
import { bodyOf, type Document, elementsOf, faultsIn, languageOfDocument } from './document.ts';
import { sample } from './sample.ts';
import { choice, documentAt, notFound, pages } from './site.ts';

const rules = { origin: site.origin, languages, choice: choicePath };
const names = translatedNames(site);
const foreignNames = unmarkedForeignNames(names, languages);

const twinsOf = (path: string) => {
  const page = pageAt(site, path);
  return languages.map((language) => ({ language, path: page ? twinOf(page, language.code).path : path }));
};

const cards = new Map(
  site.contacts.flatMap(({ id }) =>
    languages.flatMap(({ code }) =>
      vcardVersions.map((version) => [vcardPath(id, code, version), `vCard ${version} of ${id}`]),
    ),
  ),
);

/** A name for the target of a path, the same in every language. */
const nameOf = (path: string) => pageAt(site, path)?.key ?? cards.get(path) ?? path;

it('Every page is in the language of its path', () => {
  const tags = new Map(languages.map(({ code, tag }) => [code, tag]));
  const wrong = publishedPages
    .filter(({ path, twin }) => languageOfDocument(documentAt(path)) !== tags.get(twin.language))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

describe('hreflang', () => {
  it('is reciprocal: every page lists itself and its twins, and they list it', () => {
    expect(untrueAlternates([choice, ...pages], rules)).toEqual([]);
  });

  it('is absent from the error page, which has no path', () => {
    expect(canonicalOf(notFound)).toBeNull();
    expect([...alternatesOf(notFound)]).toEqual([]);
  });

  const links = (own: string, alternates: Record<string, string>) => ({
    head: [
      `<link rel="canonical" href="${own}">`,
      ...Object.entries(alternates).map(([tag, href]) => `<link rel="alternate" hreflang="${tag}" href="${href}">`),
    ].join(''),
  });
  const [first, second] = languages.map(({ code, tag }) => ({ path: `/${code}/x`, tag }));
  if (!first || !second) throw new Error('The site has fewer than two languages.');
  const a = site.origin + first.path;
  const b = site.origin + second.path;
  const both = { [first.tag]: a, [second.tag]: b };
  const page = (at: typeof first, own: string, alternates: Record<string, string>) =>
    sample('', { path: at.path, lang: at.tag, ...links(own, alternates) });
  const good = [page(first, a, both), page(second, b, both)] as const;

  it('passes the check for a correct pair', () => {
    expect(untrueAlternates(good, rules)).toEqual([]);
  });

  it.each<[string, Document[]]>([
    ['a twin that does not list the page back', [good[0], page(second, b, { [second.tag]: b })]],
    ['a page that does not list itself', [page(first, a, { [second.tag]: b }), good[1]]],
    ['a page without alternates', [page(first, a, {}), good[1]]],
    ['an address without a page', [good[0]]],
    ['a canonical path that is another page', [page(first, b, both), good[1]]],
    ['no canonical address', [sample('', { path: first.path, lang: first.tag }), good[1]]],
    ['a twin in another language than declared', [good[0], { ...page(first, b, both), path: second.path }]],
    ['an unknown language', [page(first, a, { ...both, en: a }), page(second, b, { ...both, en: a })]],
    [
      'an x-default in one language',
      [page(first, a, { ...both, 'x-default': a }), page(second, b, { ...both, 'x-default': a })],
    ],
    [
      'an x-default on a page that the choice of language does not list',
      [
        page(first, a, { ...both, 'x-default': site.origin + choicePath }),
        page(second, b, { ...both, 'x-default': site.origin + choicePath }),
        sample('', { path: choicePath, ...links(site.origin + choicePath, {}) }),
      ],
    ],
  ])('fails the check for %s', (_, pair) => {
    expect(untrueAlternates(pair, rules)).not.toEqual([]);
  });
});

describe('The language switch', () => {
  it('links every page to its twins, labelled in their language', () => {
    expect(faultsIn(pages, (document) => poorLanguageSwitch(document, twinsOf(document.path)))).toEqual([]);
  });

  it.each([
    ['', 'has no link to /fr/x'],
    ['<a href="/fr/x" hreflang="fr-BE">Français</a>', 'the link to /fr/x has no lang'],
    ['<a href="/fr/x" lang="fr-BE">Français</a>', 'the link to /fr/x has no hreflang'],
    ['<a href="/fr/x" lang="fr-BE" hreflang="fr-BE">FR</a>', 'the link to /fr/x is not labelled Français'],
    ['<a href="/fr" lang="fr-BE" hreflang="fr-BE">Français</a>', 'has no link to /fr/x'],
  ])('fails the check with "%s"', (body, fault) => {
    const french = languageOf('fr');
    expect(poorLanguageSwitch(sample(body), [{ language: french, path: '/fr/x' }])).toEqual([fault]);
  });
});

describe('Links', () => {
  const tagOf = new Map(pages.map((document) => [document.path, languageOfDocument(document)]));
  const unannounced = unannouncedLanguages((path) => tagOf.get(path) ?? null);

  it('are in the language of their target, also on pages in all languages', () => {
    expect(faultsIn([choice, ...pages, notFound], unannounced)).toEqual([]);
  });

  it('fail the check when they lead to another language unannounced', () => {
    for (const [path, tag] of tagOf) {
      expect(unannounced(sample(`<a href="${path}#x" lang="en">x</a>`))).toHaveLength(1);
      expect(unannounced(sample(`<p lang="${tag}"><a href="${path}">x</a></p>`))).toEqual([]);
    }
  });
});

describe('Names in another language', () => {
  it('are marked with lang everywhere', () => {
    expect(faultsIn([...pages, ...[choice, notFound].map(bodyOf)], foreignNames)).toEqual([]);
  });

  it('fail the check without lang', () => {
    for (const { tag, code } of languages) {
      for (const other of languages.filter((each) => each.code !== code)) {
        const street = site.organisation.address?.street[other.code] ?? '';
        const marked = `<p>… <span lang="${other.tag}">${street}</span></p>`;
        expect(foreignNames(sample(marked, { lang: tag }))).toEqual([]);
        expect(foreignNames(sample(`<p>${street}</p>`, { lang: tag }))).toHaveLength(1);
        expect(foreignNames(sample(`<p aria-label="${other.name}"></p>`, { lang: tag }))).toHaveLength(1);
      }
    }
  });
});

describe('Twins', () => {
  it('have the same headings, components and links', () => {
    const faults = site.pages.flatMap((page) => {
      const [first, ...others] = languages.map(({ code }) => documentAt(twinOf(page, code).path));
      return others.flatMap((other) =>
        first ? differences(first, other, nameOf).map((fault) => `${first.path}: ${fault}`) : [],
      );
    });
    expect(faults).toEqual([]);
  });

  const main = '<main><h1>A</h1><h2>B</h2><p class="card"><a href="/x">x</a></p></main>';
  it.each([
    ['a heading', main.replace('</p>', '</p><h2>C</h2>')],
    ['the level of a heading', main.replaceAll('h2', 'h3')],
    ['a component', main.replace(' class="card"', '')],
    ['a link', main.replace('<a href="/x">x</a>', 'x')],
    ['the target of a link', main.replace('/x', '/y')],
    ['a list', main.replace('</main>', '<ul><li>1</li></ul></main>')],
  ])('fail the check when they differ in %s', (_, other) => {
    expect(differences(sample(main), sample(main), nameOf)).toEqual([]);
    expect(differences(sample(main), sample(other), nameOf)).not.toEqual([]);
  });

  const letter = (name: string, entries: string) => `<section><h3>${name}</h3><ul>${entries}</ul></section>`;
  const entry = (path: string) => `<li><a href="${path}">x</a></li>`;
  const index = (letters: string) =>
    sample(`<main><ul><li><a href="#letter-a">A</a></li></ul><div data-letters>${letters}</div></main>`);

  it('may have other letters in an index, but not other entries', () => {
    const one = index(letter('A', entry('/x') + entry('/y')));
    expect(differences(one, index(letter('B', entry('/y')) + letter('C', entry('/x'))), nameOf)).toEqual([]);
    expect(differences(one, index(letter('A', entry('/x'))), nameOf)).not.toEqual([]);
    expect(differences(one, index(letter('A', entry('/x') + entry('/z'))), nameOf)).not.toEqual([]);
  });

  it('have one main element', () => {
    expect(pages.filter(({ tree }) => elementsOf(tree, 'main').length !== 1)).toEqual([]);
  });
});
