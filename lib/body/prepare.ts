import path from 'node:path';
import type { Paragraph, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import { toString as plainText } from 'mdast-util-to-string';
import type { Processor } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { type Language, languageOf } from '../languages/languages.ts';
import { typeset } from '../languages/typography.ts';
import { findCode, isEditorNote } from './code.ts';
import { visitHeadings } from './headings.ts';
import { block, takeNotes } from './notes.ts';
import { syntax } from './parse.ts';
import { ruleOf } from './vocabulary.ts';

/**
 * The remark plugin with which bodies are rendered, in the preview and in a build: reads their syntax, refuses code, and adds
 * anchors, typography, sections, footnotes and frames of tables; leaves out notes to editors. The gate has checked a body before;
 * code is refused here once more, because the preview compiles what passes to a module.
 * @param options.emptyWhenFaulty whether a body with code or a syntax fault becomes an empty one instead of an error, as the preview
 * needs: a module that cannot be compiled would stop every page
 */
export default function prepare(this: Processor, { emptyWhenFaulty = false } = {}) {
  this.use(syntax);
  const { parser } = this;
  if (emptyWhenFaulty && parser) {
    this.parser = (text, file) => {
      try {
        return parser(text, file);
      } catch {
        return { type: 'root', children: [] } as Root;
      }
    };
  }
  return (tree: Root, file: { readonly path: string }): void => {
    const code = findCode(tree)[0];
    if (code && !emptyWhenFaulty) throw new Error(`${file.path}:${code.line}:${code.column} C021 code in content`);
    if (code) tree.children = [];
    const language = languageOf(path.basename(file.path, '.mdx'));

    visitHeadings(tree, ({ anchor }, node) => {
      node.data = { ...node.data, hProperties: { id: anchor } };
    });
    typesetWords(tree, language);
    leaveOutEditorNotes(tree);
    unravel(tree);
    frameTables(tree);
    const notes = takeNotes(tree);
    wrapSections(tree);
    if (notes.length > 0) {
      tree.children.push(block('Section', [block('NotesTitle', []), block('SectionBody', [block('Notes', notes)])]));
    }
  };
}

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

/** Removes the notes of editors to each other, and the paragraphs that contain nothing else. */
function leaveOutEditorNotes(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined || !isEditorNote(node)) return;
    parent.children.splice(index, 1);
    return index;
  });
}

/** Puts tables of three columns and more into a frame that scrolls, named by their headers. Narrower ones fit on every screen. */
function frameTables(tree: Root): void {
  const uses = new Map<string, number>();
  visit(tree, 'table', (node, index, parent) => {
    const headers = node.children[0]?.children.map((cell) => plainText(cell).trim()) ?? [];
    if (!parent || index === undefined || headers.length < 3) return;
    const words = headers.join(', ');
    const use = (uses.get(words) ?? 0) + 1;
    uses.set(words, use);
    parent.children[index] = block('TableFrame', [node], {
      name: use === 1 ? words : `${words} (${use})`,
    }) as typeof node;
    return [SKIP, index + 1];
  });
}

/** Wraps each second-level heading and its content, up to the next one or a band, in a Section, which templates lay out. */
function wrapSections(parent: Root | MdxJsxFlowElement): void {
  const wrapped: RootContent[] = [];
  let heading: RootContent | null = null;
  let body: RootContent[] = [];
  const close = () => {
    if (heading || body.length > 0) {
      const content = block('SectionBody', body);
      wrapped.push(block('Section', heading ? [heading, content] : [content]));
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
