import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { expect, describe as group, test } from 'vitest';
import { parse } from 'yaml';
import { languages } from '#lib/languages/languages.ts';
import { htmlOf, publishedPages, readHosting, root } from '../published-site.ts';
import { indexOf, pathOf, rankOf } from '../site-search.ts';

/*
 * The facts F1 to F119 that the organisation supplied and the official facts (G) that may be published, each with
 * its page and the words or link targets that prove it in every language.
 */

const supplied = Array.from({ length: 119 }, (_, index) => `F${index + 1}`);

/** Numbers of the official facts that may be published. The others wait for the organisation or are never published. */
const official = [
  ...[1, 2, 15, 16, 18, 19, 22, 23, 24, 25, 26, 28, 29, 30, 32, 33, 34, 35, 37, 39, 40, 41, 42, 43, 48, 49],
  ...[51, 54, 55, 57, 59, 60, 63, 65, 66, 67, 71, 72, 73, 76, 79, 80, 81, 82, 83, 84, 85, 86, 87, 89, 90],
  ...[92, 93, 94, 95, 96, 97, 99],
].map((number) => `G${number}`);

/** Official facts without a proof on a page, each with the reason. */
const withoutPage = new Map([
  ['G16', 'The circular on complaints obliges the organisation; it helps no visitor.'],
  ['G76', 'The addresses of the former news section are redirects; a test below covers them.'],
]);

interface Fact {
  readonly page: string;
  readonly [language: string]: string | readonly string[];
}

const folder = path.join(root, 'tests/texts/facts');
const tables = readdirSync(folder)
  .sort()
  .map((file): Record<string, Fact> => parse(readFileSync(path.join(folder, file), 'utf8')));
const facts = tables.flatMap((table) => Object.entries(table));

const invisible = ['head', 'script', 'style', 'template'];
const inline = ['a', 'abbr', 'b', 'em', 'i', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'wbr'];

/** The visible text on one line, with ordinary spaces and without soft hyphens. */
function visibleText(html: string): string {
  const read = (node: Nodes): string => {
    if (node.type === 'text') return node.value;
    if (!('children' in node)) return '';
    const { tagName = '', properties = {} } = node as Partial<Element>;
    if (invisible.includes(tagName) || properties['hidden'] === true) return '';
    const text = node.children.map(read).join('');
    return inline.includes(tagName) ? text : ` ${text} `;
  };
  return oneLine(read(fromHtml(html)));
}

const oneLine = (text: string) => text.replaceAll('\u00ad', '').replaceAll('\u2011', '-').replace(/\s+/g, ' ').trim();

/** What a page shows in one language: its visible text and the targets of its links. */
interface Shown {
  readonly text: string;
  readonly targets: ReadonlySet<string>;
}

function showHtml(html: string): Shown {
  const targets = new Set<string>();
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    if (tagName === 'a' && typeof properties['href'] === 'string') targets.add(properties['href']);
  });
  return { text: visibleText(html), targets };
}

const shown = new Map<string, Shown>();
function showPage(key: string, language: string): Shown {
  const published = publishedPages.find(({ page, twin }) => page.key === key && twin.language === language);
  if (!published) throw new Error(`There is no page "${key}" in ${language}.`);
  const page = shown.get(published.path) ?? showHtml(htmlOf(published.path));
  shown.set(published.path, page);
  return page;
}

/** The proofs that a page does not contain. */
const missing = (proofs: readonly string[], { text, targets }: Shown): string[] =>
  proofs.filter((proof) => (proof.startsWith('https://') ? !targets.has(proof) : !text.includes(oneLine(proof))));

test('The tables contain every fact once', () => {
  const expected = [...supplied, ...official.filter((number) => !withoutPage.has(number))];
  expect(facts.map(([number]) => number).sort()).toEqual(expected.sort());
});

group('Every fact is on its page', () => {
  for (const { code } of languages) {
    test.for(facts)(`in ${code}: %s`, ([, fact]) => {
      const proofs = [fact[code] ?? []].flat();
      expect(proofs.length).toBeGreaterThan(0);
      const page = showPage(fact.page, code);
      expect(missing(proofs, page), `missing on "${fact.page}":\n${page.text}`).toEqual([]);
    });
  }
});

test('The known addresses of the former news section are gone (G76)', () => {
  expect(readHosting().gone).toEqual(
    expect.arrayContaining([
      '/nl/nieuws',
      '/nl/nieuws/aanstelling-voorzitter-directiecomite',
      '/fr/actualites/designation-presidente-du-comite-direction',
    ]),
  );
});

test.for(languages)('A search for Selor finds the page with vacancies first in $code (G72)', ({ code }) => {
  expect(rankOf(indexOf(code), 'Selor', [pathOf('page:careers', code)])).toBe(0);
});

test('Text or a link that a page lacks does not prove a fact', () => {
  const page = showHtml('<p>Bel <a href="https://example.org/a">ons</a></p>');
  expect(missing(['Bel ons', 'https://example.org/a'], page)).toEqual([]);
  expect(missing(['Bel hen', 'https://example.org'], page)).toEqual(['Bel hen', 'https://example.org']);
});

test('Invisible text does not prove a fact', () => {
  const html = '<head><title>A</title></head><p>B<wbr>c<b>d</b></p><p hidden>E</p><script>F</script><p>g\u00a0h</p>';
  expect(visibleText(html)).toBe('Bcd g h');
});
