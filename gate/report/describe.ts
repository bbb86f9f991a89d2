import GithubSlugger from 'github-slugger';
import { createTranslator } from 'use-intl/core';
import type { AllMessages } from '#lib/languages/read-messages.ts';
import { synonymsFile } from '#lib/records/synonyms.ts';
import { type Finding, type GuideTopic, guideTopicOf, severityOf } from '../finding/finding.ts';
import { criteriaFile, lastRunFile, statementFile } from '../rules/accessibility.ts';
import { wordingFile } from '../wording/lists.ts';

/** The messages of one language. */
export type Messages = Readonly<Record<string, unknown>>;

/** A finding in words, in one language. */
export interface FindingText {
  readonly language: string;
  readonly severity: string;
  readonly what: string;
  readonly why: string;
  readonly write: string;
  /** Where the guide explains it: a path from the project's root, with the anchor of a heading. */
  readonly guide: string;
}

type Values = Readonly<Record<string, string | number>>;
type Say = (key: string, values?: Values) => string;

/** Making a translator costs more than using it, and a run has thousands of sentences. */
const translators = new WeakMap<Messages, Say>();

/** The words of one language. A message that is missing, or a value that it lacks, is a fault of ours and throws. */
export function sayIn(messages: AllMessages, language: string): Say {
  const words = messages[language];
  if (!words) throw new Error(`No messages for the language "${language}".`);
  let say = translators.get(words);
  if (!say) {
    say = createTranslator({
      locale: language,
      messages: words as never,
      onError: (error: Error) => {
        throw error;
      },
    }) as unknown as Say;
    translators.set(words, say);
  }
  return say;
}

/** The languages of the messages, in an order that does not depend on who asks. */
export function languagesOf(messages: AllMessages): string[] {
  return Object.keys(messages).sort();
}

/** Says something of the report itself, in each language. */
export function sayReport(messages: AllMessages, key: string, values?: Values): string[] {
  return languagesOf(messages).map((language) => sayIn(messages, language)(`report.${key}`, values));
}

/**
 * Says a finding in the language of its file, or in every language when the file is shared (or its language has no messages).
 */
export function describe(finding: Finding, messages: AllMessages): FindingText[] {
  const speaks = languagesOf(messages);
  const wanted = finding.language !== null && speaks.includes(finding.language) ? [finding.language] : speaks;
  const severity = severityOf(finding);
  return wanted.map((language) => {
    const say = sayIn(messages, language);
    const part = (name: string) => say(`check.${finding.code}.${name}`, finding.details);
    return {
      language,
      severity: say(`report.${severity}`),
      what: part('what'),
      why: part('why'),
      write: part('write'),
      guide: guideOf(finding, language, say),
    };
  });
}

/** The section of the guide, in a language, that explains a finding. GitHub derives the anchor of a heading as this library does. */
function guideOf(finding: Finding, language: string, say: Say): string {
  const topic = guideTopicOf(finding);
  const heading = say(`guide.${topic === 'fields' ? fieldsOf(finding.file) : topic}`);
  return `content/guide/${language}.md#${new GithubSlugger().slug(heading)}`;
}

/** The section on the fields of a file. */
function fieldsOf(file: string): GuideTopic {
  if (file.endsWith('.mdx')) return 'pageFields';
  if (file.startsWith('content/contacts/')) return 'contactFields';
  const topics: Readonly<Record<string, GuideTopic>> = {
    'content/redirects.yaml': 'moving',
    [synonymsFile]: 'search',
    [wordingFile]: 'wording',
    [criteriaFile]: 'accessibility',
    [lastRunFile]: 'accessibility',
    [statementFile]: 'accessibility',
  };
  return topics[file] ?? 'places';
}
