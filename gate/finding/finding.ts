/** An error stops the site; a warning is reported and stops nothing. */
export type Severity = 'error' | 'warning';

/** The sections of the guide that findings link to; their headings are under `guide` in `gate/messages/<language>.json`. */
export const guideTopics = [
  'places',
  'phone',
  'newPage',
  'moving',
  'pageFields',
  'contactFields',
  'body',
  'components',
  'links',
  'search',
  'typography',
  'wording',
  'drafts',
  'security',
  'accessibility',
  'twins',
] as const;
export type GuideTopic = (typeof guideTopics)[number];

/** A place in a file. Lines and columns count from 1. */
export interface Place {
  /** Path from the project's root, with `/`. */
  readonly file: string;
  /** The language of the file, or null for a file shared by all languages. */
  readonly language: string | null;
  readonly line: number;
  readonly column: number;
}

/** The place of a finding about a file as a whole: its first character. */
export function startOfFile(file: string, language: string | null = null): Place {
  return { file, language, line: 1, column: 1 };
}

/**
 * A repair that cannot change the meaning: the text from `start` to `end` becomes `replacement`.
 * Both are offsets in UTF-16 units in the text as the gate reads it: without byte-order mark, each line ending in `\n`.
 */
export interface Fix {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The file to repair, when it is not the one that the finding points at. */
  readonly file?: string;
}

/** One mistake in one place, as plain data. `Rule.at` makes it. */
export interface Finding extends Place {
  readonly code: string;
  readonly severity?: Severity;
  /** The section of the guide that explains it; `fields` is the section on the fields of the file in question. */
  readonly guide?: GuideTopic | 'fields';
  /** Whether an error blocks publishing only: the preview still shows the page. */
  readonly waits?: boolean;
  /** Values for the placeholders of the message. */
  readonly details: Readonly<Record<string, string | number>>;
  /** How `npm run check -- --fix` repairs it; absent when only a person can. */
  readonly fix?: Fix;
}

interface LegacyRule {
  readonly severity: Severity;
  readonly guide: GuideTopic | 'fields';
  readonly waits?: true;
}

/** The rules that are not yet defined by `rule()` in the file that checks them. */
export const legacyRules = {
  C001: { severity: 'error', guide: 'pageFields' }, // front matter missing
  C002: { severity: 'error', guide: 'fields' }, // malformed YAML
  C003: { severity: 'error', guide: 'fields' }, // unknown field
  C004: { severity: 'error', guide: 'fields' }, // field missing
  C005: { severity: 'error', guide: 'fields' }, // value of the wrong type
  C006: { severity: 'error', guide: 'fields' }, // text too short or too long
  C007: { severity: 'error', guide: 'fields' }, // value not in the form the field asks for
  C008: { severity: 'error', guide: 'fields' }, // value not one of the allowed ones
  C009: { severity: 'error', guide: 'fields' }, // impossible date
  C010: { severity: 'error', guide: 'places' }, // file in the wrong place or wrongly named
  C011: { severity: 'error', guide: 'newPage' }, // twin missing
  C012: { severity: 'error', guide: 'pageFields' }, // field that must be equal in all twins differs
  C013: { severity: 'error', guide: 'pageFields' }, // slug used twice
  C014: { severity: 'error', guide: 'pageFields' }, // parent page missing
  C015: { severity: 'error', guide: 'pageFields' }, // twins have different parents
  C016: { severity: 'error', guide: 'drafts' }, // published page that leans on a draft
  C020: { severity: 'error', guide: 'body' }, // body cannot be read as MDX
  C021: { severity: 'error', guide: 'body' }, // code in content
  C022: { severity: 'error', guide: 'components' }, // unknown component
  C023: { severity: 'error', guide: 'components' }, // unknown attribute
  C024: { severity: 'error', guide: 'components' }, // attribute missing
  C025: { severity: 'error', guide: 'components' }, // attribute is not literal text
  C026: { severity: 'error', guide: 'components' }, // component in the wrong place
  C027: { severity: 'error', guide: 'body' }, // HTML in content
  C028: { severity: 'error', guide: 'components' }, // text in a component that shows its own
  C029: { severity: 'error', guide: 'body' }, // image in content
  C030: { severity: 'error', guide: 'links' }, // link to an unknown page
  C031: { severity: 'error', guide: 'links' }, // link to an unknown anchor
  C032: { severity: 'error', guide: 'links' }, // link to an unknown contact
  C033: { severity: 'error', guide: 'links' }, // link by address instead of by key
  C034: { severity: 'error', guide: 'links' }, // link that is not https
  C040: { severity: 'error', guide: 'body' }, // first-level heading in the body
  C041: { severity: 'error', guide: 'body' }, // heading level skipped
  C042: { severity: 'error', guide: 'body' }, // two headings with the same anchor
  C050: { severity: 'error', guide: 'places' }, // file name of a contact is not an id
  C051: { severity: 'error', guide: 'phone' }, // invalid phone number
  C052: { severity: 'error', guide: 'contactFields' }, // contact used but not recorded
  C053: { severity: 'error', guide: 'places' }, // page used but not existing
  C054: { severity: 'error', guide: 'places' }, // home page missing
  C055: { severity: 'error', guide: 'places' }, // file missing that every site has
  C060: { severity: 'error', guide: 'typography' }, // not UTF-8, or a character that cannot be seen
  C061: { severity: 'warning', guide: 'typography' }, // file not saved as the others are
  C062: { severity: 'error', guide: 'typography' }, // space that is not an ordinary one
  C063: { severity: 'error', guide: 'typography' }, // letter or digit that only looks like the right one
  C064: { severity: 'warning', guide: 'fields' }, // day in the future
  C065: { severity: 'warning', guide: 'contactFields' }, // record that nobody has verified for a year
  C066: { severity: 'warning', guide: 'contactFields' }, // contact that no page shows
  C067: { severity: 'error', guide: 'places' }, // file far too big
  C068: { severity: 'warning', guide: 'places' }, // file that a program left behind
  C070: { severity: 'error', guide: 'places' }, // file that differs from another by capitals only
  C071: { severity: 'error', guide: 'places' }, // link or device instead of a file
  C072: { severity: 'error', guide: 'contactFields' }, // e-mail address that is none
  C073: { severity: 'error', guide: 'contactFields' }, // postcode that is none
  C074: { severity: 'error', guide: 'pageFields' }, // slug that cannot be a part of an address
  C075: { severity: 'error', guide: 'contactFields' }, // time that no clock shows
  C077: { severity: 'error', guide: 'fields' }, // value cut off by a #
  C078: { severity: 'error', guide: 'pageFields' }, // contact on a page that is not about a service
  C079: { severity: 'error', guide: 'fields' }, // sign of HTML or code in a field
  C080: { severity: 'error', guide: 'body' }, // sign that is taken for code
  C081: { severity: 'error', guide: 'body' }, // Markdown that this site has no form for
  C082: { severity: 'error', guide: 'body' }, // empty heading
  C083: { severity: 'error', guide: 'body' }, // heading that is a link
  C084: { severity: 'warning', guide: 'body' }, // heading that ends with a punctuation mark
  C085: { severity: 'error', guide: 'body' }, // bold paragraph in the place of a heading
  C086: { severity: 'error', guide: 'links' }, // link to a page in another language
  C087: { severity: 'error', guide: 'links' }, // address in the place of words
  C091: { severity: 'error', guide: 'body' }, // marks that stay visible
  C092: { severity: 'error', guide: 'links' }, // e-mail address outside a contact record
  C093: { severity: 'error', guide: 'phone' }, // phone number outside a contact record
  C094: { severity: 'error', guide: 'body' }, // table without a header
  C095: { severity: 'error', guide: 'body' }, // table of another shape than its header says
  C096: { severity: 'error', guide: 'body' }, // empty item in a list
  C097: { severity: 'error', guide: 'body' }, // list typed by hand
  C104: { severity: 'warning', guide: 'wording' }, // capitals, bold or italics without end
  C110: { severity: 'error', guide: 'twins', waits: true }, // structure that a twin lacks
  C111: { severity: 'error', guide: 'twins', waits: true }, // structure that twins do not share
  C112: { severity: 'error', guide: 'twins', waits: true }, // link that a twin lacks
  C113: { severity: 'error', guide: 'twins', waits: true }, // number, date, e-mail address or phone number that a twin lacks
  C114: { severity: 'error', guide: 'contactFields' }, // list of a record that is shorter in one language
  C120: { severity: 'error', guide: 'twins', waits: true }, // section that is behind its twin
  C121: { severity: 'error', guide: 'twins', waits: true }, // sections that changed in every language
  C122: { severity: 'error', guide: 'twins', waits: true }, // page that nobody recorded as in step
  C123: { severity: 'error', guide: 'twins', waits: true }, // record that cannot be read
  C124: { severity: 'error', guide: 'places' }, // record of no page
  C130: { severity: 'error', guide: 'moving', waits: true }, // published path that the register lacks
  C131: { severity: 'error', guide: 'moving', waits: true }, // slug of a published page changed
  C132: { severity: 'error', guide: 'moving', waits: true }, // path that answered once and would no longer
  C133: { severity: 'error', guide: 'moving' }, // line of the register that is none
  C134: { severity: 'warning', guide: 'moving' }, // register out of order
  C135: { severity: 'error', guide: 'moving' }, // path that the register gives to two pages
  C140: { severity: 'error', guide: 'search' }, // word in two groups of synonyms
  C141: { severity: 'error', guide: 'search' }, // group of synonyms with one word
  C150: { severity: 'error', guide: 'contactFields' }, // hours that end before they begin, or overlap
  C151: { severity: 'error', guide: 'contactFields' }, // unit that is a part of itself
  C152: { severity: 'error', guide: 'contactFields' }, // several phone numbers, not all of them labelled
  C153: { severity: 'error', guide: 'contactFields' }, // text of a record that a spreadsheet would calculate
  C154: { severity: 'error', guide: 'components' }, // component of which the site has one, a second time
  C160: { severity: 'error', guide: 'security' }, // security.txt expires within 30 days, or has expired
  C161: { severity: 'warning', guide: 'security' }, // security.txt expires in a year or later
  C162: { severity: 'error', guide: 'accessibility', waits: true }, // accessibility statement older than twelve months
  C163: { severity: 'warning', guide: 'accessibility' }, // accessibility statement that soon is
  C164: { severity: 'error', guide: 'accessibility', waits: true }, // criterion found wanting that no limit tells of
  C165: { severity: 'error', guide: 'accessibility', waits: true }, // limit that contradicts a review
  C166: { severity: 'error', guide: 'accessibility', waits: true }, // result of a test that the list of criteria does not name
} as const satisfies Readonly<Record<string, LegacyRule>>;

export type FindingCode = keyof typeof legacyRules;

function legacyRuleOf({ code }: Finding): LegacyRule {
  return legacyRules[code as FindingCode];
}

export function severityOf(finding: Finding): Severity {
  return finding.severity ?? legacyRuleOf(finding).severity;
}

export function guideTopicOf(finding: Finding): GuideTopic | 'fields' {
  return finding.guide ?? legacyRuleOf(finding).guide;
}

/** Whether a finding is an error. */
export function isError(finding: Finding): boolean {
  return severityOf(finding) === 'error';
}

/** Whether a finding stops the site: an error, unless it waits and the site is only previewed. */
export function stopsSite(finding: Finding, preview: boolean): boolean {
  return isError(finding) && !(preview && (finding.waits ?? legacyRuleOf(finding).waits));
}

/** Sorts findings by file, line, column and code, so that every run reports them in the same order. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
