import type { Node, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { visitHeadings } from '#lib/body/headings.ts';
import { contactKinds } from '#lib/records/contact.ts';
import type { FrontMatter } from '#lib/records/page.ts';
import type { Finding } from '../finding/finding.ts';
import { rule } from '../finding/rule.ts';
import type { SourceFile } from '../finding/source-file.ts';

/*
 * What a body may not do to the layout around it.
 */

/** A band where the layout has no room for it. */
export const misplacedBand = rule({ code: 'C076', severity: 'error', guide: 'components' });

/** A heading whose anchor the layout uses itself. */
export const reservedAnchor = rule({ code: 'C069', severity: 'error', guide: 'body' });

type Template = FrontMatter['template'];

/** Templates as wide as the page, in which a band runs from edge to edge. */
const wideTemplates: readonly Template[] = ['home', 'sections'];

/** The ids that the layout itself gives to parts of a page; the links that lead there would lead to the heading. */
const layoutAnchors: Readonly<Record<Template | 'every', readonly string[]>> = {
  every: ['main', 'menu', 'end'],
  home: [],
  sections: [],
  text: ['contents'],
  service: ['contact', 'others'],
};

/** The ids of the directory: its index, controls and groups; the contacts come with theirs. */
const directoryAnchors = ['groups', 'filter', 'filter-hint', ...contactKinds];

/** The ids of the search page: its field, and its index. */
const searchAnchors = ['query', 'a-z'];

/** Every id that a layout or a component gives, for any template. */
export const reservedAnchors = [
  ...Object.values(layoutAnchors).flat(),
  ...directoryAnchors,
  ...searchAnchors,
];

export interface LayoutOptions {
  /** Null when front matter does not say it. */
  readonly template: Template | null;
  readonly contactIds: readonly string[];
  readonly source: SourceFile;
}

/** Reports bands where the layout has no room for them (C076), and headings that take the anchor of a part of the page (C069). */
export function checkLayout(tree: Root, { template, contactIds, source }: LayoutOptions): Finding[] {
  const findings: Finding[] = [];
  const placeOf = (node: Node) => source.place(node.position?.start.offset ?? 0);
  let blueBands = 0;
  const components = new Set<string | null>();
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    components.add(node.name);
    if (node.name !== 'Band' && node.name !== 'BlueBand') return;
    if (node.name === 'BlueBand') blueBands++;
    if (template && !wideTemplates.includes(template)) {
      const details = { kind: 'narrow', name: node.name, template, wide: wideTemplates.join(', ') };
      findings.push(misplacedBand.at(placeOf(node), details));
    } else if (node.name === 'BlueBand' && blueBands === 2) {
      const details = { kind: 'second', name: node.name, template: template ?? 'none', wide: 'none' };
      findings.push(misplacedBand.at(placeOf(node), details));
    }
  });
  const taken = new Set([
    ...layoutAnchors.every,
    ...(template ? layoutAnchors[template] : []),
    ...(components.has('Directory')
      ? [...directoryAnchors, ...contactIds.flatMap((id) => [id, `card-${id}`])]
      : []),
    ...(components.has('Search') ? searchAnchors : []),
  ]);
  visitHeadings(tree, ({ text, anchor }, node) => {
    if (taken.has(anchor)) findings.push(reservedAnchor.at(placeOf(node), { text, anchor }));
  });
  return findings;
}
