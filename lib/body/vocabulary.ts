/**
 * The components that editors may use, and nothing else. One table serves the gate, the guide and the rendering:
 * `components/mdx.tsx` must implement exactly these names.
 */
export interface ComponentRule {
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** Names of the components it may stand in directly; absent means anywhere in the body. */
  readonly inside?: readonly string[];
  /** Names of the components that it holds, and nothing else; absent means anything. */
  readonly holds?: readonly string[];
  /** Runs over the whole width: stands in no other component, and only on pages whose template has room for it. */
  readonly isBand?: true;
  /** Stands in a paragraph of its own. */
  readonly alone?: true;
  /** What stands between the tags. */
  readonly children: 'none' | 'text' | 'blocks';
  /** The site has one at most, and everything that leads to it leads to its page. */
  readonly once?: true;
  /** It says something about the words of one language: its twins need not have it. */
  readonly ofLanguage?: true;
}

export interface AttributeRule {
  readonly required: boolean;
  /** How the value is checked: words for the reader, a link, a contact id, a kind of contact, or a language tag. */
  readonly kind: 'words' | 'link' | 'contact' | 'contact-kind' | 'language';
}

const words = { required: true, kind: 'words' } as const;

export const vocabulary: Readonly<Record<string, ComponentRule>> = {
  NumberedRows: { attributes: {}, holds: ['Row'], children: 'blocks' },
  Rows: { attributes: {}, holds: ['Row'], children: 'blocks' },
  Row: { attributes: { title: words }, inside: ['NumberedRows', 'Rows'], children: 'blocks' },
  Values: { attributes: {}, holds: ['Value'], children: 'blocks' },
  Value: { attributes: { title: words }, inside: ['Values'], children: 'blocks' },
  Facts: { attributes: {}, holds: ['Fact'], children: 'blocks' },
  Fact: { attributes: { value: words, label: words }, inside: ['Facts'], children: 'none' },
  BigNumber: { attributes: { value: words, label: words }, children: 'none' },
  Callout: { attributes: { title: words }, children: 'blocks' },
  Question: { attributes: { title: words }, children: 'blocks' },
  Terms: { attributes: {}, holds: ['Term'], children: 'blocks' },
  Term: { attributes: { name: words }, inside: ['Terms'], children: 'blocks' },
  Band: { attributes: {}, isBand: true, children: 'blocks' },
  BlueBand: { attributes: {}, isBand: true, children: 'blocks' },
  Action: { attributes: { to: { required: true, kind: 'link' } }, alone: true, children: 'text' },
  SubPages: { attributes: {}, children: 'none' },
  Units: { attributes: { kind: { required: true, kind: 'contact-kind' } }, children: 'none' },
  Directory: { attributes: {}, once: true, children: 'none' },
  OpenData: { attributes: {}, children: 'none' },
  TaskIndex: { attributes: {}, children: 'none' },
  ContactCard: { attributes: { contact: { required: true, kind: 'contact' } }, children: 'none' },
  ContactCards: { attributes: {}, children: 'none' },
  VisitingAddress: { attributes: {}, children: 'none' },
  AccessMap: { attributes: {}, children: 'none' },
  SiteIndex: { attributes: {}, children: 'none' },
  Search: { attributes: {}, once: true, children: 'none' },
  AccessibilityStatus: { attributes: {}, once: true, children: 'none' },
  AccessibilityLimits: { attributes: {}, children: 'none' },
  AccessibilityCriteria: { attributes: {}, children: 'none' },
  AccessibilityMethod: { attributes: {}, children: 'none' },
  Lang: { attributes: { code: { required: true, kind: 'language' } }, children: 'text', ofLanguage: true },
};
