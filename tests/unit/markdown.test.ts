import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Root } from 'mdast';
import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '#lib/site/markdown.ts';
import { makePlain } from '#publish/markdown/plain-content.ts';

/** The Markdown of a piece of a page. */
function markdownOf(html: string): string {
  const [main] = fromHtml(`<main>${html}</main>`, { fragment: true }).children as Element[];
  if (!main) throw new Error('No element.');
  makePlain(main, 'https://example.org/nl/diensten');
  return writeMarkdown(toMdast(main) as Root).trim();
}

describe('Markdown of a page', () => {
  it.each([
    [
      'resolves a path, an anchor and a URL',
      '<a href="/nl#x">a</a> <a href="#y">b</a> <a href="https://other.example/">c</a>',
      '[a](https://example.org/nl#x) [b](https://example.org/nl/diensten#y) [c](https://other.example/)',
    ],
    [
      'keeps a telephone link with its number',
      '<p>Bel <a href="tel:+3225010211">02 501 02 11</a>.</p>',
      'Bel [02 501 02 11](tel:+3225010211).',
    ],
    [
      'joins an e-mail address that may break',
      '<a href="mailto:a@b.example">a<wbr>@b<wbr>.example</a>',
      '[a@b.example](mailto:a@b.example)',
    ],
    [
      'gives each line of an address its own line',
      '<address><span>FOD</span> <span>Wetstraat 16</span> </address>',
      'FOD\\\nWetstraat 16',
    ],
    [
      'gives each language of a street sign its own line',
      '<p><span>Wetstraat 16</span><span lang="fr">Rue de la Loi 16</span></p>',
      'Wetstraat 16\\\nRue de la Loi 16',
    ],
    [
      'turns a note into a quotation that starts with its title',
      '<div role="note"><p>Let op</p><div><p>Tekst.</p></div></div>',
      '> **Let op**\n>\n> Tekst.',
    ],
    [
      'turns a list of terms into a list',
      '<dl><div><dt>Term</dt><dd>Betekenis</dd></div></dl>',
      '- **Term**\n\n  Betekenis',
    ],
    [
      'turns a question into a bold line before its answer',
      '<details><summary>Vraag?</summary><div><p>Antwoord.</p></div></details>',
      '**Vraag?**\n\nAntwoord.',
    ],
    [
      'turns a heading in a list into a bold line',
      '<ol><li><h3>Een</h3><div><p>Tekst.</p></div></li></ol>',
      '1. **Een**\n\n   Tekst.',
    ],
    ['keeps a heading outside a list', '<section><h2>Kop</h2><p>Tekst.</p></section>', '## Kop\n\nTekst.'],
    [
      'says what a drawing shows',
      '<figure><svg role="img" aria-label="Kaart"><path d="M0 0"></path></svg></figure>',
      '*Kaart*',
    ],
    ['leaves out a drawing without words', '<p>a</p><svg aria-hidden="true"></svg><svg></svg>', 'a'],
    [
      'leaves out controls and hidden elements',
      '<form><input></form><search>x</search><button>y</button><p hidden>z</p><span aria-hidden="true">–</span>a',
      'a',
    ],
    [
      'leaves out the breadcrumb and the contents of the page',
      '<nav><ol data-breadcrumb="true"><li><a href="/nl">Home</a></li></ol></nav><nav><a href="#x">X</a></nav>a',
      'a',
    ],
    [
      'keeps navigation to other pages',
      '<nav><h2>Andere</h2><ul><li><a href="/nl/contact">Contact</a></li></ul></nav>',
      '## Andere\n\n- [Contact](https://example.org/nl/contact)',
    ],
    [
      'opens a card and leaves out what it repeats',
      '<ul><li><h3>ICT</h3><p>Taken.</p><p><a href="tel:+321">1</a></p><div><button>Kaart</button><div popover="auto"><h4>ICT</h4><p><a href="tel:+321">1</a></p></div></div></li></ul>',
      '- **ICT**\n\n  Taken.\n\n  [1](tel:+321)',
    ],
    [
      'keeps a table',
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
      '| a |\n| - |\n| b |',
    ],
    ['escapes characters that Markdown would read', '<p>1 * 2 * 3 [x] &lt;b&gt;</p>', '1 \\* 2 \\* 3 \\[x] \\<b>'],
  ])('%s', (_name, html, markdown) => {
    expect(markdownOf(html)).toBe(markdown);
  });
});
