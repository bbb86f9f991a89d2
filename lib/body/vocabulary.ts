import type { Licence } from '../pictures/licences.ts';
import type { ContactKind } from '../records/contact.ts';

/** What the gate checks of a component in a body, and what the snippet for editors is made from. */
export interface ComponentRule {
  readonly attributes: Readonly<Record<string, AttributeRule>>;
  /** Names of the components that may directly contain it; absent means anywhere in the body. */
  readonly inside?: readonly string[];
  /** Names of the only components it may contain; absent means any content. */
  readonly holds?: readonly string[];
  /** Full width: allowed in no other component, and only on pages whose template leaves room for it. */
  readonly isBand?: true;
  /** Allowed within a line of text. */
  readonly inline?: true;
  /** Needs a paragraph of its own. */
  readonly alone?: true;
  /** What the tags enclose. */
  readonly children: 'none' | 'text' | 'blocks';
  /** Allowed once on the whole site: links and forms lead to its page. */
  readonly once?: true;
  /** Marks words of one language, so the twins need not match. */
  readonly ofLanguage?: true;
}

export interface AttributeRule {
  readonly required: boolean;
  /** How the value is checked. `picture` and `document` are names of files beside the page; a `switch` has no value. */
  readonly kind:
    | 'words'
    | 'link'
    | 'contact'
    | 'contact-kind'
    | 'language'
    | 'picture'
    | 'document'
    | 'licence'
    | 'switch';
  /** Left out of examples: most do not need it. */
  readonly isRare?: true;
}

const words = { required: true, kind: 'words' } as const;
const optionalWords = { required: false, kind: 'words' } as const;

/**
 * The components that editors may use in a body, and no others. To add one: an entry here, its implementation in
 * `components/registry.tsx` (the types require one), and its explanation under `components` in `gate/messages`. Snippets and
 * the catalogue of the preview are made from this table.
 */
export const vocabulary = {
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
  Quote: { attributes: { source: words, to: { required: false, kind: 'link' } }, children: 'blocks' },
  Terms: { attributes: {}, holds: ['Term'], children: 'blocks' },
  Term: { attributes: { name: words }, inside: ['Terms'], children: 'blocks' },
  Band: { attributes: {}, isBand: true, children: 'blocks' },
  BlueBand: { attributes: {}, isBand: true, children: 'blocks' },
  Action: { attributes: { to: { required: true, kind: 'link' } }, alone: true, children: 'text' },
  SubPages: { attributes: {}, children: 'none' },
  NewsList: { attributes: {}, once: true, children: 'none' },
  Units: { attributes: { kind: { required: true, kind: 'contact-kind' } }, children: 'none' },
  OrganisationChart: { attributes: {}, children: 'none' },
  Directory: { attributes: {}, once: true, children: 'none' },
  OpenData: { attributes: {}, children: 'none' },
  TaskIndex: { attributes: {}, children: 'none' },
  ContactCard: { attributes: { contact: { required: true, kind: 'contact' } }, children: 'none' },
  Phone: { attributes: { contact: { required: true, kind: 'contact' } }, inline: true, children: 'none' },
  ContactCards: { attributes: {}, children: 'none' },
  VisitingAddress: { attributes: {}, children: 'none' },
  AccessMap: { attributes: {}, children: 'none' },
  SiteIndex: { attributes: {}, children: 'none' },
  Search: { attributes: {}, once: true, children: 'none' },
  AccessibilityStatus: { attributes: {}, once: true, children: 'none' },
  AccessibilityLimits: { attributes: {}, children: 'none' },
  AccessibilityCriteria: { attributes: {}, children: 'none' },
  AccessibilityMethod: { attributes: {}, children: 'none' },
  Figure: {
    attributes: {
      file: { required: true, kind: 'picture' },
      // A rule of its own requires one of these two.
      alt: optionalWords,
      decorative: { required: false, kind: 'switch' },
      wide: { required: false, kind: 'switch' },
      caption: optionalWords,
      credit: words,
      licence: { required: true, kind: 'licence' },
    },
    children: 'none',
  },
  Document: {
    attributes: {
      file: { required: true, kind: 'document' },
      // Only for a file without a title of its own.
      title: { required: false, kind: 'words', isRare: true },
    },
    children: 'none',
  },
  Publications: { attributes: {}, children: 'none' },
  Lang: { attributes: { code: { required: true, kind: 'language' } }, children: 'text', ofLanguage: true },
} as const satisfies Readonly<Record<string, ComponentRule>>;

type Vocabulary = typeof vocabulary;

export type ComponentName = keyof Vocabulary;

/** The names of all components that editors may use, in the order of the guide. */
export const componentNames = Object.keys(vocabulary) as readonly ComponentName[];

/** The rule of a component by the name in a body, which may be any text; undefined for an unknown component. */
export function ruleOf(name: string): ComponentRule | undefined {
  return Object.hasOwn(vocabulary, name) ? vocabulary[name as ComponentName] : undefined;
}

/** The value of an attribute as an implementation receives it; a text for the kinds that are not here. */
interface Values {
  readonly 'contact-kind': ContactKind;
  readonly licence: Licence;
  readonly switch: true;
}

type ValueOf<Rule> = Rule extends { readonly kind: infer Kind extends AttributeRule['kind'] }
  ? Kind extends keyof Values
    ? Values[Kind]
    : string
  : never;

type RequiredOf<Rules> = {
  [Name in keyof Rules]: Rules[Name] extends { readonly required: true } ? Name : never;
}[keyof Rules];

type Attributes<Rules> = { readonly [Name in RequiredOf<Rules>]: ValueOf<Rules[Name]> } & {
  readonly [Name in Exclude<keyof Rules, RequiredOf<Rules>>]?: ValueOf<Rules[Name]>;
};

/** The attributes of a component as its implementation receives them. */
export type AttributesOf<Name extends ComponentName> = Attributes<Vocabulary[Name]['attributes']>;
