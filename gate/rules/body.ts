import type { Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { findCode } from '#lib/body/code.ts';
import { endOf, type Finding, rule, type SourceFile, startOf } from '../finding/finding.ts';
import { checkDecoded } from '../read/characters.ts';
import { isComponent, literalAttributes } from '../read/component-nodes.ts';
import { checkBlock } from './blocks.ts';
import { checkComponent } from './components.ts';
import { checkHeadingOrder } from './headings.ts';
import { checkNotes } from './notes.ts';
import { checkPasted } from './pasted.ts';

/** Something that MDX would run. */
export const codeInContent = rule({ code: 'C021', severity: 'error', guide: 'body' });

/** Checks a body by itself, without the rest of the site. */
export function checkBody(tree: Root, source: SourceFile, options: { emphasis: number }): Finding[] {
  const findings = findCode(tree).map(({ offset, construct, kind }) =>
    codeInContent.at(source.place(offset), { construct, kind }),
  );
  visitParents(tree, (node, ancestors) => {
    findings.push(...checkBlock(node, ancestors.at(-1), source, options), ...checkPasted(node, source));
    const texts =
      node.type === 'text' ? [{ node, value: node.value }] : isComponent(node) ? literalAttributes(node) : [];
    for (const { node: written, value } of texts) {
      const text = source.text.slice(startOf(written), endOf(written));
      findings.push(...checkDecoded(source.placeOf(written), value, text));
    }
    if (isComponent(node)) findings.push(...checkComponent(node, ancestors, source));
  });
  return [...findings, ...checkHeadingOrder(tree, source), ...checkNotes(tree, source)];
}
