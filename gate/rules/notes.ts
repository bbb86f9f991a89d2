import type { Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visitParents } from 'unist-util-visit-parents';
import { type Finding, rule, type SourceFile, startOf } from '../finding/finding.ts';

/** A footnote without a mention or a mention without a footnote, two with one name, an empty one, or a mention in the wrong place. */
export const brokenNote = rule({ code: 'C261', severity: 'error', guide: 'body' });

/** C261: every footnote is mentioned in the text, and every mention leads to one footnote. */
export function checkNotes(tree: Root, source: SourceFile): Finding[] {
  const findings: Finding[] = [];
  const defined = new Map<string, Nodes>();
  const mentioned = new Set<string>();
  const report = (offset: number, kind: string, name: string) =>
    void findings.push(brokenNote.at(source.place(offset), { kind, name }));

  visitParents(tree, (node, ancestors) => {
    const start = startOf(node);
    if (node.type === 'footnoteDefinition') {
      const name = node.label ?? node.identifier;
      if (defined.has(node.identifier)) report(start, 'twice', name);
      else if (plainText(node).trim() === '') report(start, 'empty', name);
      defined.set(node.identifier, node);
    } else if (node.type === 'footnoteReference') {
      mentioned.add(node.identifier);
      const around = ancestors.find(({ type }) => ['footnoteDefinition', 'heading', 'link'].includes(type));
      if (around)
        report(start, around.type === 'footnoteDefinition' ? 'nested' : around.type, node.label ?? node.identifier);
    } else if (node.type === 'text') {
      const written = source.text.slice(start, node.position?.end.offset);
      for (const { index, 1: name = '' } of written.matchAll(/(?<!\\)\[\^([^\]\s]+)\]/g)) {
        report(start + index, 'missing', name);
      }
    }
  });
  for (const [identifier, node] of defined) {
    if (!mentioned.has(identifier)) report(startOf(node), 'unused', identifier);
  }
  return findings;
}
