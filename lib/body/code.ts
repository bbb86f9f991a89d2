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

/**
 * Finds everything that MDX compiles to running code: `import` and `export`, `{expressions}` in text and in attributes, and
 * spread attributes. Content is not code: whatever this finds is refused.
 */
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
        add(node, '{…}', 'braces');
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
