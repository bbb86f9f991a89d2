import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, describe as group, test } from 'vitest';
import { parseMarkdown } from '#lib/body/parse.ts';

/*
 * Pages are rendered with GFM; the gate reads without it where that gives the same tree, because it takes twice as long. What it
 * missed would be published unseen: a bare address, for example, becomes a link.
 */

const withGfm = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter, ['yaml']).use(remarkGfm);

/** The tree of a text as it is rendered; null when it cannot be read. */
function rendered(text: string): unknown {
  try {
    return withGfm.parse(text);
  } catch {
    return null;
  }
}

function read(text: string): unknown {
  const result = parseMarkdown(text);
  return 'tree' in result ? result.tree : null;
}

const pages = path.resolve(import.meta.dirname, '../../content/pages');

group('the gate reads every text as it is rendered', () => {
  test.for(readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mdx')))(
    '%s',
    (file) => {
      const text = readFileSync(path.join(pages, file), 'utf8');
      expect(read(text)).toEqual(rendered(text));
    },
  );

  test.for([
    'An address: https://example.org/a',
    'A link [of ours](https://example.org/a) and an address https://example.org/b',
    'Half of a link](https://example.org/a) goes on',
    '\\[no link](https://example.org/a)',
    '[no link\\](https://example.org/a)',
    '`[code](https://example.org/a)` and [a link](https://example.org/b)',
    '![a picture](https://example.org/a)',
    'Text to="https://example.org/a">',
    '\\<Action to="https://example.org/a">',
    '<Action to="https://example.org/a">Go</Action>',
    '[[two](https://example.org/a)](https://example.org/b)',
    '[www.example.org](https://example.org/a)',
    'a|b\n--|--\n[a](https://example.org/a)|c',
    '[a](https://example.org/a "title")',
    '[a](https://example.org/~~a) b~~',
  ])('%s', (text) => {
    expect(read(text)).toEqual(rendered(text));
  });

  test('and whatever is made of such pieces', () => {
    const pieces = [
      '[',
      ']',
      '(',
      ')',
      '\\',
      '`',
      '!',
      '<b>',
      '</b>',
      ' ',
      '\n',
      'a',
      '~',
      '|',
      '<Action to="',
      '">',
    ]
      .concat([
        '</Action>',
        'https://a.be',
        'www.a.be',
        '](https://a.be)',
        '[b](https://a.be)',
        '- [x] ',
        '*',
        '@a.be',
      ])
      .concat(['<Action to="https://a.be">b</Action>', '[^1]', '\n|-|\n', '\n\n']);
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((each) => each.join(''));
    fc.assert(
      fc.property(text, (each) => {
        expect(read(each)).toEqual(rendered(each));
      }),
      { numRuns: 4000, seed: 20261121 },
    );
  });
});
