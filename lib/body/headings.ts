import GithubSlugger from 'github-slugger';
import type { Heading as HeadingNode, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** A heading of a body, with its anchor. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** Visits the headings of a body in reading order; anchors are derived from the text as GitHub does. */
export function visitHeadings(tree: Root, visitor: (heading: Heading, node: HeadingNode) => void): void {
  const slugger = new GithubSlugger();
  visit(tree, 'heading', (node) => {
    const text = plainText(node);
    visitor({ level: node.depth, text, anchor: slugger.slug(text) }, node);
  });
}
