import type { Node, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** Something in a body that would run as code, and its place. */
export interface CodeInContent {
  readonly line: number;
  readonly column: number;
  /** In UTF-16 units. */
  readonly offset: number;
  /** What the editor typed: `import`, `export`, `{…}` or an attribute. */
  readonly construct: string;
  readonly kind: 'module' | 'braces' | 'attribute';
}

/** Whether a node is a note of an editor to the next one, as MDX writes it: braces around comments, which run nothing. */
export function isEditorNote(node: Node): boolean {
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return false;
  const { value = '' } = node as { readonly value?: string };
  return /^\s*(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*)+$/.test(value);
}

/** Finds everything that MDX compiles to running code: `import`, `export`, `{expressions}`, spread attributes. All of it is refused. */
export function findCode(tree: Root): CodeInContent[] {
  const found: CodeInContent[] = [];
  const add = (node: Node, construct: string, kind: CodeInContent['kind']) => {
    const { line, column, offset = 0 } = node.position?.start ?? { line: 1, column: 1 };
    found.push({ line, column, offset, construct, kind });
  };
  visit(tree, (node) => {
    switch (node.type) {
      case 'mdxjsEsm':
        add(node, node.value.startsWith('export') ? 'export' : 'import', 'module');
        break;
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        if (!isEditorNote(node)) add(node, '{…}', 'braces');
        break;
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        for (const attribute of node.attributes) {
          if (attribute.type === 'mdxJsxExpressionAttribute') add(node, '{…}', 'attribute');
          else if (attribute.value !== null && typeof attribute.value === 'object') {
            add(node, `${attribute.name}={…}`, 'attribute');
          }
        }
        break;
    }
  });
  return found;
}
