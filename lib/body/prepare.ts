import path from 'node:path';
import type { Paragraph, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { type Language, languageOf } from '../languages/languages.ts';
import { typeset } from '../languages/typography.ts';
import { findCode } from './code.ts';
import { visitHeadings } from './headings.ts';
import { syntax } from './parse.ts';
import { ruleOf } from './vocabulary.ts';

/**
 * The remark plugin with which bodies are rendered, in the preview and in a build: reads their syntax, refuses code, and adds
 * anchors, typography and sections. The gate has checked a body before; code is refused here once more, because the preview
 * compiles what passes to a module.
 */
export default function prepare(this: Processor) {
  this.use(syntax);
  return (tree: Root, file: { readonly path: string }): void => {
    const code = findCode(tree)[0];
    if (code) throw new Error(`${file.path}:${code.line}:${code.column} C021 code in content`);
    const language = languageOf(path.basename(file.path, '.mdx'));

    visitHeadings(tree, ({ anchor }, node) => {
      node.data = { ...node.data, hProperties: { id: anchor } };
    });
    typesetWords(tree, language);
    unravel(tree);
    wrapSections(tree);
  };
}

/** Typesets the text of a body and the attributes that hold words for the reader. */
function typesetWords(tree: Root, language: Language): void {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = typeset(node.value, language);
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    for (const attribute of node.attributes) {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') continue;
      const rule = ruleOf(node.name ?? '')?.attributes[attribute.name];
      if (rule?.kind === 'words') attribute.value = typeset(attribute.value, language);
    }
  });
}

/** Unwraps paragraphs of components alone, as `@mdx-js/mdx` does before its plugins: both renderers get the same blocks. */
function unravel(tree: Root): void {
  visit(tree, 'paragraph', (node: Paragraph, index, parent) => {
    if (!parent || index === undefined) return;
    const components = node.children.filter(({ type }) => type === 'mdxJsxTextElement');
    const hasOnlyComponents = node.children.every(
      (child) => child.type === 'mdxJsxTextElement' || (child.type === 'text' && /^[\t\r\n ]*$/.test(child.value)),
    );
    if (!hasOnlyComponents || components.length === 0) return;
    const blocks = components.map((each) => ({ ...each, type: 'mdxJsxFlowElement' }));
    parent.children.splice(index, 1, ...(blocks as unknown as RootContent[]));
    return index;
  });
}

/** Wraps each second-level heading and its content, up to the next one or a band, in a Section, which templates lay out. */
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
    } else if (node.type === 'mdxJsxFlowElement' && ruleOf(node.name ?? '')?.isBand) {
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
