import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, describe as group, test } from 'vitest';
import { parse } from 'yaml';
import { languages } from '#lib/languages/languages.ts';
import { htmlOf, publishedPages, root } from '../published-site.ts';

/* The facts F1 to F119 that the organisation supplied, each with its page and the words that prove it in every language. */

const numbers = Array.from({ length: 119 }, (_, index) => `F${index + 1}`);

interface Fact {
  readonly page: string;
  readonly [language: string]: string | readonly string[];
}

const folder = path.join(root, 'tests/content/facts');
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

const oneLine = (text: string) => text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();

const texts = new Map<string, string>();
function textOf(key: string, language: string): string | null {
  const published = publishedPages.find(({ page, twin }) => page.key === key && twin.language === language);
  if (!published) return null;
  const text = texts.get(published.path) ?? visibleText(htmlOf(published.path));
  texts.set(published.path, text);
  return text;
}

test('The tables contain every fact once', () => {
  expect(facts.map(([number]) => number).sort()).toEqual([...numbers].sort());
});

group('Every fact is on its page', () => {
  for (const { code } of languages) {
    test.for(facts)(`in ${code}: %s`, ([, fact]) => {
      const text = textOf(fact.page, code);
      expect(text, `the page "${fact.page}"`).not.toBeNull();
      const proofs = [fact[code] ?? []].flat();
      expect(proofs.length).toBeGreaterThan(0);
      for (const proof of proofs) expect(text).toContain(oneLine(proof));
    });
  }
});

test('Invisible text does not prove a fact', () => {
  const html =
    '<head><title>A</title></head><p>B<wbr>c<b>d</b></p><p hidden>E</p><script>F</script><p>g\u00a0h</p>';
  expect(visibleText(html)).toBe('Bcd g h');
});
