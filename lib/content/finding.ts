import { createTranslator } from 'use-intl/core';

/**
 * Every kind of mistake the gate can report. The words for each code stand in `messages/<language>.json` under `check`,
 * so that a new language brings its own.
 */
export const findingCodes = [
  'C001', // front matter missing
  'C002', // malformed YAML
  'C003', // unknown field
  'C004', // field missing
  'C005', // value of the wrong type
  'C006', // text too short or too long
  'C007', // value not in the form the field asks for
  'C008', // value not one of the allowed ones
  'C009', // impossible date
  'C010', // file in the wrong place or wrongly named
  'C011', // twin missing
  'C012', // field that must be equal in all twins differs
  'C013', // slug used twice
  'C014', // parent page missing
  'C015', // twins have different parents
  'C016', // published page that leans on a draft
  'C020', // body cannot be read as MDX
  'C021', // code in content
  'C022', // unknown component
  'C023', // unknown attribute
  'C024', // attribute missing
  'C025', // attribute is not literal text
  'C026', // component in the wrong place
  'C027', // HTML in content
  'C028', // text in a component that shows its own
  'C029', // image in content
  'C030', // link to an unknown page
  'C031', // link to an unknown anchor
  'C032', // link to an unknown contact
  'C033', // link by address instead of by key
  'C034', // link that is not https
  'C040', // first-level heading in the body
  'C041', // heading level skipped
  'C042', // two headings with the same anchor
  'C050', // file name of a contact is not an id
  'C051', // invalid phone number
  'C052', // contact used but not recorded
  'C053', // page used but not existing
  'C054', // home page missing
  'C055', // file missing that every site has
  'C060', // not UTF-8, or a character that cannot be seen
] as const;

export type FindingCode = (typeof findingCodes)[number];

/** One mistake in one place of one file. Lines and columns count from 1. */
export interface Finding {
  readonly code: FindingCode;
  /** Path from the project's root, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The language of the file, or null for a file shared by all languages. */
  readonly language: string | null;
  /** Values for the placeholders of the message. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** A finding in words, in one language. */
export interface FindingText {
  readonly language: string;
  readonly what: string;
  readonly why: string;
  readonly write: string;
}

export type Messages = Readonly<Record<string, unknown>>;

/** Sorts findings by file, line and column, so that every run reports them in the same order. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

/**
 * Says a finding in the language of its file, or in every language when the file is shared.
 * @param messages the contents of `messages/<language>.json`, by language code
 */
export function describe(finding: Finding, messages: Readonly<Record<string, Messages>>): FindingText[] {
  const speaks = Object.keys(messages).sort();
  const wanted = finding.language !== null && speaks.includes(finding.language) ? [finding.language] : speaks;
  return wanted.map((language) => {
    const translate = createTranslator({
      locale: language,
      messages: messages[language] as never,
      onError: (error: Error) => {
        throw error;
      },
    }) as unknown as (key: string, values: Finding['details']) => string;
    const say = (part: string) => translate(`check.${finding.code}.${part}`, finding.details);
    return { language, what: say('what'), why: say('why'), write: say('write') };
  });
}

/** Findings as a text for people: a block for each, then a count. */
export function formatFindings(
  findings: readonly Finding[],
  messages: Readonly<Record<string, Messages>>,
): string {
  const blocks = sortFindings(findings).map((finding) => {
    const head = `${finding.file}:${finding.line}:${finding.column}  ${finding.code}`;
    const texts = describe(finding, messages).map(
      ({ language, what, why, write }) => `  [${language}] ${what}\n       ${why}\n     → ${write}`,
    );
    return [head, ...texts].join('\n');
  });
  return blocks.join('\n\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
