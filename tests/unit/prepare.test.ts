import type { Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, describe as group, test } from 'vitest';
import prepare from '#lib/body/prepare.ts';
import { languages } from '#lib/languages/languages.ts';

const [language] = languages;
const file = `content/pages/home/${language?.code}.mdx`;

const processor = unified().use(remarkParse).use(remarkMdx).use(prepare);

/** The Markdown tree of a body after the plugin. */
function prepared(text: string, path = file): Root {
  return processor.runSync(processor.parse({ value: text, path }), { path }) as Root;
}

/** The names of the components of a tree, nested as they are. */
function outline(nodes: readonly unknown[]): unknown[] {
  return nodes.flatMap((node): unknown[] => {
    const { type, name, children = [] } = node as MdxJsxFlowElement;
    if (type !== 'mdxJsxFlowElement') return type === 'heading' ? ['heading'] : [];
    return [[name, ...outline(children)]];
  });
}

group('rendering refuses code by itself, without the gate', () => {
  test.for([
    "import fs from 'node:fs'",
    'export const answer = 42',
    '{process.env.HOME}',
    'Home is {process.env.HOME}.',
    '<ContactCard contact={process.env.HOME} />',
    '<ContactCard {...process.env} />',
    '- deep\n  - inside {1 + 1}',
  ])('refuses %s', (text) => {
    expect(() => prepared(`A paragraph.\n\n${text}`)).toThrow(/\.mdx:\d+:\d+ C021/);
  });

  test('accepts braces in a code span', () => {
    expect(() => prepared('A paragraph with `{code}` in it.')).not.toThrow();
  });
});

group('headings become sections', () => {
  test('wraps each second-level heading with the content after it', () => {
    expect(outline(prepared('Before.\n\n## One\n\nText.\n\n### Below\n\n## Two\n\nText.').children)).toEqual([
      ['Section', ['SectionBody']],
      ['Section', 'heading', ['SectionBody', 'heading']],
      ['Section', 'heading', ['SectionBody']],
    ]);
  });

  test('keeps the sections of a band inside the band', () => {
    const text = '## One\n\nText.\n\n<Band>\n\n## Two\n\nText.\n\n</Band>';
    expect(outline(prepared(text).children)).toEqual([
      ['Section', 'heading', ['SectionBody']],
      ['Band', ['Section', 'heading', ['SectionBody']]],
    ]);
  });

  test('gives every heading the anchor that the gate knows', () => {
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

test('unwraps a button that is alone in its paragraph', () => {
  const tree = prepared('<Action to="page:home">Home</Action>');
  expect(outline(tree.children)).toEqual([['Section', ['SectionBody', ['Action']]]]);
});

test('leaves an element alone whose name every JavaScript object has as a property', () => {
  const [section] = prepared('<constructor title="A title">\n\nText.\n\n</constructor>').children;
  expect(outline([section])).toEqual([['Section', ['SectionBody', ['constructor']]]]);
});

test('typesets text and words in attributes in the language of the file, but not link targets', () => {
  const french = languages.find(({ frenchSpacing }) => frenchSpacing);
  if (!french) return;
  const text = '<Callout title="Attention !">\n\nQui ?\n\n</Callout>\n\n[a](https://other.example/?a)';
  const json = JSON.stringify(prepared(text, `content/pages/home/${french.code}.mdx`).children);
  expect(json).toContain('Attention\u202f!');
  expect(json).toContain('Qui\u202f?');
  expect(json).toContain('https://other.example/?a');
});
