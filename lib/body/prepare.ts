import path from 'node:path';
import type { Paragraph, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import { languageOf } from '../languages/languages.ts';
import { typeset } from '../languages/typography.ts';
import { findCode } from './code.ts';
import { visitHeadings } from './headings.ts';
import { ruleOf } from './vocabulary.ts';

/**
 * The remark plugin of the rendering: anchors, typography and sections.
 * It runs on files that have passed the gate; it still refuses code by itself, because what it lets through becomes a module.
 */
export default function prepare() {
  return (tree: Root, file: { readonly path: string }): void => {
    const code = findCode(tree)[0];
    if (code) throw new Error(`${file.path}:${code.line}:${code.column} C021 code in content`);
    const language = languageOf(path.basename(file.path, '.mdx'));

    visitHeadings(tree, ({ anchor }, node) => {
      node.data = { ...node.data, hProperties: { id: anchor } };
    });
    visit(tree, (node) => {
      if (node.type === 'text') node.value = typeset(node.value, language);
      if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        for (const attribute of node.attributes) {
          if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
          const rule = ruleOf(node.name ?? '')?.attributes[attribute.name];
          if (rule?.kind === 'words') attribute.value = typeset(attribute.value, language);
        }
      }
    });
    unravel(tree);
    wrapSections(tree);
  };
}

/**
 * What stands between components that are alone in a paragraph is no text: takes the paragraph away, as MDX does by itself. The
 * tree then is the same whoever read it.
 */
function unravel(tree: Root): void {
  visit(tree, 'paragraph', (node: Paragraph, index, parent) => {
    if (!parent || index === undefined) return;
    const components = node.children.filter(({ type }) => type === 'mdxJsxTextElement');
    const isAlone = node.children.every(
      (child) =>
        child.type === 'mdxJsxTextElement' || (child.type === 'text' && /^[\t\r\n ]*$/.test(child.value)),
    );
    if (!isAlone || components.length === 0) return;
    const blocks = components.map((each) => ({ ...each, type: 'mdxJsxFlowElement' }));
    parent.children.splice(index, 1, ...(blocks as unknown as RootContent[]));
    return index;
  });
}

const bands = ['Band', 'BlueBand'];

/**
 * Wraps each second-level heading with all that follows it, up to the next one or a band, in a Section.
 * Templates then lay sections out, and editors write plain headings.
 */
function wrapSections(parent: Root | MdxJsxFlowElement): void {
  const wrapped: RootContent[] = [];
  let heading: RootContent | null = null;
  let body: RootContent[] = [];
  const close = () => {
    if (heading || body.length > 0) {
      const content = component('SectionBody', body);
      wrapped.push(component('Section', heading ? [heading, content] : [content]));
    }
    heading = null;
    body = [];
  };
  for (const node of parent.children as RootContent[]) {
    if (node.type === 'yaml') {
      wrapped.push(node);
    } else if (node.type === 'mdxJsxFlowElement' && bands.includes(node.name ?? '')) {
      close();
      wrapSections(node);
      wrapped.push(node);
    } else if (node.type === 'heading' && node.depth === 2) {
      close();
      heading = node;
    } else {
      body.push(node);
    }
  }
  close();
  parent.children = wrapped as typeof parent.children;
}

function component(name: string, children: RootContent[]): RootContent {
  return { type: 'mdxJsxFlowElement', name, attributes: [], children } as unknown as RootContent;
}
