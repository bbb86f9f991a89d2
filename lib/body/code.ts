import type { Node, Root } from 'mdast';
import { walk } from './walk.ts';

/** Something in a body that would run, and where it stands. */
export interface CodeInContent {
  readonly line: number;
  readonly column: number;
  /** In UTF-16 units. */
  readonly offset: number;
  /** What the editor typed, by name: `import`, `export`, `{…}` or an attribute. */
  readonly construct: string;
  /** A whole module, braces in a text, or an attribute. */
  readonly kind: 'module' | 'braces' | 'attribute';
}

/**
 * Finds everything that MDX would turn into running code: `import` and `export`, `{expressions}` in text and in attributes,
 * and spread attributes. Content is not code: what this finds is refused.
 */
export function findCode(tree: Root): CodeInContent[] {
  const found: CodeInContent[] = [];
  const add = (node: Node, construct: string, kind: CodeInContent['kind']) => {
    const { line, column, offset = 0 } = node.position?.start ?? { line: 1, column: 1 };
    found.push({ line, column, offset, construct, kind });
  };
  walk(tree, (node) => {
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
