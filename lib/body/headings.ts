import GithubSlugger from 'github-slugger';
import type { Heading as HeadingNode, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { walk } from './walk.ts';

/** A heading of the body, with the anchor under which it can be linked. */
export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly anchor: string;
}

/** Visits the headings of a body in reading order, each with its anchor, derived from its text as on GitHub. */
export function visitHeadings(tree: Root, visitor: (heading: Heading, node: HeadingNode) => void): void {
  const slugger = new GithubSlugger();
  walk(tree, (node) => {
    if (node.type !== 'heading') return;
    const text = plainText(node);
    visitor({ level: node.depth, text, anchor: slugger.slug(text) }, node);
  });
}
