import type { Nodes, Parents, Root } from 'mdast';

/**
 * Visits every node of a tree in reading order, each with the nodes around it, outermost first. The same as `visitParents` of
 * unist-util-visit-parents without its ways to stop or skip, which take a third of the time of a check of 2,000 files.
 */
export function walk(tree: Root, visitor: (node: Nodes, ancestors: readonly Parents[]) => void): void {
  const ancestors: Parents[] = [];
  const step = (node: Nodes) => {
    visitor(node, ancestors);
    if (!('children' in node)) return;
    ancestors.push(node);
    for (const child of node.children) step(child);
    ancestors.pop();
  };
  step(tree);
}
