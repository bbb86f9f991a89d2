import { readFileSync } from 'node:fs';
import path from 'node:path';
import GithubSlugger from 'github-slugger';
import { createTranslator } from 'use-intl/core';
import type { Finding, GuideTopic } from '#gate/finding/finding.ts';
import { criteriaFile, lastRunFile, statementFile } from '#gate/rules/accessibility.ts';
import { wordingFile } from '#gate/wording/lists.ts';
import type { Language } from '#lib/languages/languages.ts';
import { type AllMessages, readMessages } from '#lib/languages/read-messages.ts';
import { openPointsFile } from '#lib/records/open-points.ts';
import { synonymsFile } from '#lib/records/synonyms.ts';

/** The messages of one language. */
export type Messages = Readonly<Record<string, unknown>>;

/** The words of a finding in one language. */
export interface FindingText {
  readonly language: string;
  readonly severity: string;
  readonly what: string;
  readonly why: string;
  readonly write: string;
  /** The section of the guide that explains it: a path from the project's root, with the anchor of a heading. */
  readonly guide: string;
}

/** The values for the placeholders of a message. */
export type Values = Readonly<Record<string, string | number>>;
/** Looks a message up by its full key. */
export type Translate = (key: string, values?: Values) => string;

/** Creating a translator costs more than using it, and a run has thousands of sentences. */
const translators = new WeakMap<Messages, Translate>();

/** The translator of one language, which throws when a message or a value is missing. */
export function translatorOf(messages: AllMessages, language: string): Translate {
  const words = messages[language];
  if (!words) throw new Error(`No messages for the language "${language}".`);
  let translate = translators.get(words);
  if (!translate) {
    translate = createTranslator({
      locale: language,
      messages: words as never,
      onError: (error: Error) => {
        throw error;
      },
    }) as unknown as Translate;
    translators.set(words, translate);
  }
  return translate;
}

/** The languages that have messages, sorted. */
export function languagesOf(messages: AllMessages): string[] {
  return Object.keys(messages).sort();
}

/**
 * The words of a finding: in the language of its file, or in every language for a shared file or a language without messages.
 * @param tool what the reader works with: a remedy names the commands of a terminal, or the buttons of the desk
 */
export function describe(
  finding: Finding,
  messages: AllMessages,
  tool: 'terminal' | 'desk' = 'terminal',
): FindingText[] {
  const available = languagesOf(messages);
  const { language } = finding;
  const wanted = language !== null && available.includes(language) ? [language] : available;
  const shown = { ...finding, details: { ...finding.details, tool } };
  return wanted.map((each) => textOf(shown, each, translatorOf(messages, each)));
}

function textOf(finding: Finding, language: string, translate: Translate): FindingText {
  const part = (name: string) => translate(`check.${finding.code}.${name}`, finding.details);
  return {
    language,
    severity: translate(`report.${finding.severity}`),
    what: part('what'),
    why: part('why'),
    write: part('write'),
    guide: guideOf(finding, language, translate),
  };
}

/** The section of the guide that explains a finding. GitHub derives the anchor of a heading as this library does. */
function guideOf(finding: Finding, language: string, translate: Translate): string {
  const topic = finding.guide;
  const heading = translate(`guide.${topic === 'fields' ? topicOfFields(finding.file) : topic}`);
  return `content/guide/${language}.md#${new GithubSlugger().slug(heading)}`;
}

function topicOfFields(file: string): GuideTopic {
  if (file.endsWith('.mdx')) return 'pageFields';
  if (file.startsWith('content/contacts/')) return 'contactFields';
  if (file.startsWith('content/notices/')) return 'news';
  const topics: Readonly<Record<string, GuideTopic>> = {
    'content/redirects.yaml': 'moving',
    [synonymsFile]: 'search',
    [openPointsFile]: 'openPoints',
    [wordingFile]: 'wording',
    [criteriaFile]: 'accessibility',
    [lastRunFile]: 'accessibility',
    [statementFile]: 'accessibility',
  };
  return topics[file] ?? 'places';
}

const folders = ['messages', 'gate/messages'];

/**
 * The words of the gate and of the editors' tools, in each language.
 * @throws MessageFault when a language lacks a message, of the gate or of the pages: a build would stop at the first one
 */
export function gateMessages(root: string, languages: readonly Language[]): AllMessages {
  const faults = folders.flatMap((folder) => faultsIn(root, folder, languages));
  if (faults.length > 0) throw new MessageFault(faults.join('\n'));
  return readMessages(path.join(root, 'gate/messages'), languages);
}

/** Messages that are missing, in a sentence for each file. `commands/run.mjs` prints it without a stack trace. */
export class MessageFault extends Error {
  override readonly name = 'MessageFault';
}

/** The messages that some language of a folder has and another lacks. */
function faultsIn(root: string, folder: string, languages: readonly Language[]): string[] {
  const files = languages.map(({ code }) => ({
    file: `${folder}/${code}.json`,
    keys: keysOf(root, `${folder}/${code}.json`),
  }));
  const model = files.find(({ keys }) => keys)?.file;
  const every = new Set(files.flatMap(({ keys }) => keys ?? []));
  return files.flatMap(({ file, keys }) => {
    if (keys === null) return [`${file} is missing or is not JSON. Copy ${model} and translate it.`];
    const absent = [...every.difference(new Set(keys))];
    const others = absent.length > 5 ? ` and ${absent.length - 5} more` : '';
    return absent.length > 0
      ? [`${file} lacks ${absent.slice(0, 5).join(', ')}${others}. Translate them from ${model}.`]
      : [];
  });
}

/** The paths of all messages of a file, `check.C001.what`; null when it cannot be read. */
function keysOf(root: string, file: string): string[] | null {
  const read = (value: unknown, place: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => read(each, place ? `${place}.${key}` : key))
      : [place];
  try {
    return read(JSON.parse(readFileSync(path.join(root, file), 'utf8')), '');
  } catch {
    return null;
  }
}
