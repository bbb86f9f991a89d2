import type { Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { VFile } from 'vfile';
import { expect, describe as group, test } from 'vitest';
import { parseMarkdown } from '#lib/body/parse.ts';
import prepare from '#lib/body/prepare.ts';
import { languages } from '#lib/languages/languages.ts';

const [language] = languages;
const file = `content/pages/home/${language?.code}.mdx`;

/** The tree of a body after the plugin, as the rendering gets it. */
function prepared(text: string, path = file): Root {
  const parsed = parseMarkdown(text);
  if ('fault' in parsed) throw new Error('The sample cannot be read.');
  prepare()(parsed.tree, new VFile({ path }));
  return parsed.tree;
}

/** The names of the components of a tree, from the outside in. */
function outline(nodes: readonly unknown[]): unknown[] {
  return nodes.flatMap((node): unknown[] => {
    const { type, name, children = [] } = node as MdxJsxFlowElement;
    if (type !== 'mdxJsxFlowElement') return type === 'heading' ? ['heading'] : [];
    return [[name, ...outline(children)]];
  });
}

group('code is refused by the rendering itself, also when nobody asked the gate', () => {
  test.for([
    "import fs from 'node:fs'",
    'export const answer = 42',
    '{process.env.HOME}',
    'Home is {process.env.HOME}.',
    '<ContactCard contact={process.env.HOME} />',
    '<ContactCard {...process.env} />',
    '- deep\n  - inside {1 + 1}',
  ])('%s', (text) => {
    expect(() => prepared(`A paragraph.\n\n${text}`)).toThrow(/\.mdx:\d+:\d+ C021/);
  });

  test('and plain text passes', () => {
    expect(() => prepared('A paragraph with `{code}` in it.')).not.toThrow();
  });
});

group('editors write plain headings, and the rendering makes sections of them', () => {
  test('each second-level heading takes what follows it along', () => {
    expect(outline(prepared('Before.\n\n## One\n\nText.\n\n### Below\n\n## Two\n\nText.').children)).toEqual([
      ['Section', ['SectionBody']],
      ['Section', 'heading', ['SectionBody', 'heading']],
      ['Section', 'heading', ['SectionBody']],
    ]);
  });

  test('a band keeps its own sections', () => {
    const text = '## One\n\nText.\n\n<Band>\n\n## Two\n\nText.\n\n</Band>';
    expect(outline(prepared(text).children)).toEqual([
      ['Section', 'heading', ['SectionBody']],
      ['Band', ['Section', 'heading', ['SectionBody']]],
    ]);
  });

  test('every heading carries the anchor by which the gate knows it', () => {
    const anchors: unknown[] = [];
    const collect = (nodes: readonly unknown[]) => {
      for (const node of nodes) {
        const {
          type,
          data,
          children = [],
        } = node as {
          type: string;
          data?: { hProperties?: { id?: string } };
          children?: unknown[];
        };
        if (type === 'heading') anchors.push(data?.hProperties?.id);
        collect(children);
      }
    };
    collect(prepared('## Wie doet wat?\n\n### Été à Bruxelles').children);
    expect(anchors).toEqual(['wie-doet-wat', 'été-à-bruxelles']);
  });
});

test('a button alone in its paragraph is a block of its own', () => {
  const tree = prepared('<Action to="page:home">Home</Action>');
  expect(outline(tree.children)).toEqual([['Section', ['SectionBody', ['Action']]]]);
});

test('text and the words of components are typeset in the language of the file; targets are not', () => {
  const french = languages.find(({ frenchSpacing }) => frenchSpacing);
  if (!french) return;
  const text = '<Callout title="Attention !">\n\nQui ?\n\n</Callout>\n\n[a](https://other.example/?a)';
  const json = JSON.stringify(prepared(text, `content/pages/home/${french.code}.mdx`).children);
  expect(json).toContain('Attention\u202f!');
  expect(json).toContain('Qui\u202f?');
  expect(json).toContain('https://other.example/?a');
});
