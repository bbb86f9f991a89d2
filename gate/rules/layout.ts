import type { Root } from 'mdast';
import { visitHeadings } from '#lib/body/headings.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { layouts, type Template, templates } from '#lib/records/page.ts';
import { type Finding, type Place, rule, type SourceFile } from '../finding/finding.ts';
import type { Body } from '../read/body.ts';

/* What the layout of a page requires of its body. */

export const misplacedBand = rule({ code: 'C076', severity: 'error', guide: 'components' });
export const reservedAnchor = rule({ code: 'C069', severity: 'error', guide: 'body' });

const wideTemplates = templates.filter((each) => layouts[each].isWide);

/** The ids of parts of every page; a heading with the same anchor would take over the links to them. */
const frameAnchors = ['main', 'menu', 'end', 'changes'];

/** The ids of the directory: its controls and groups; contacts add their own. */
const directoryAnchors = ['filter', 'former', ...contactKinds];

/** The ids of the search page: its field and its index. */
const searchAnchors = ['query', 'a-z'];

/** Every id that a layout or a component gives, for any template. */
export const reservedAnchors = [
  ...frameAnchors,
  ...Object.values(layouts).flatMap(({ anchors }) => anchors),
  ...directoryAnchors,
  ...searchAnchors,
];

export interface LayoutOptions {
  /** Null when front matter does not have a valid one. */
  readonly template: Template | null;
  readonly contactIds: ReadonlySet<string>;
  readonly source: SourceFile;
}

/** C076 and C069: bands that the layout has no room for, and headings with an anchor that it uses itself. */
export function checkLayout(tree: Root, body: Body, options: LayoutOptions): Finding[] {
  const taken = takenAnchors(body, options);
  const findings = checkBands(body, options.template);
  visitHeadings(tree, ({ text, anchor }, node) => {
    if (taken.has(anchor)) {
      findings.push(reservedAnchor.at(options.source.placeOf(node), { text, anchor }));
    }
  });
  return findings;
}

function checkBands({ components }: Body, template: Template | null): Finding[] {
  const placesOf = (name: string): readonly Place[] => components.get(name) ?? [];
  if (template && !wideTemplates.includes(template)) {
    const wide = wideTemplates.join(', ');
    return ['Band', 'BlueBand'].flatMap((name) =>
      placesOf(name).map((place) => misplacedBand.at(place, { kind: 'narrow', name, template, wide })),
    );
  }
  const [, second] = placesOf('BlueBand');
  const details = { kind: 'second', name: 'BlueBand', template: template ?? 'none', wide: 'none' };
  return second ? [misplacedBand.at(second, details)] : [];
}

function takenAnchors({ components }: Body, { template, contactIds }: LayoutOptions): Set<string> {
  const ofContacts = [...contactIds].flatMap((id) => [id, `card-${id}`]);
  return new Set([
    ...frameAnchors,
    ...(template ? layouts[template].anchors : []),
    ...(components.has('Directory') ? [...directoryAnchors, ...ofContacts] : []),
    ...(components.has('Search') ? searchAnchors : []),
  ]);
}
