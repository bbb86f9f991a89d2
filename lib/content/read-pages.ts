import type { Yaml } from 'mdast';
import type { Language, Translated } from '../i18n/languages.ts';
import type { PageFile } from './files.ts';
import type { Finding } from './finding.ts';
import { readBody } from './markdown/body.ts';
import { checkLayout } from './markdown/layout.ts';
import { readMarkdown } from './markdown/recover.ts';
import { pageOfFile } from './places.ts';
import { type TextRules, type TwinText, textRules, wordsOfPage } from './prose/check.ts';
import { SourceText } from './prose/source.ts';
import { readText } from './reader.ts';
import { frontMatterSchema, templates } from './schema.ts';
import type { Contact } from './site.ts';
import { outlineOf } from './twins/outline.ts';
import type { Wording } from './wording.ts';
import { readYaml } from './yaml.ts';

/** What pages are read and checked with: plain data. */
export interface PageContext {
  /** Absolute path of the project. */
  readonly root: string;
  readonly languages: readonly Language[];
  /** The ids of all contacts, also of those with a finding. */
  readonly contactIds: readonly string[];
  /** The contacts without one. */
  readonly records: readonly Contact[];
  /** Null when there is no list of words, or none that can be read. */
  readonly wording: Translated<Wording> | null;
}

/** Page files, and what is wrong with them as far as a page can tell. */
export interface PagesRead {
  readonly pageFiles: readonly PageFile[];
  readonly findings: readonly Finding[];
}

/** Reads and checks pages. Each is given as the paths of all its twins: they are compared with each other. */
export type PagesReader = (pages: readonly (readonly string[])[], context: PageContext) => PagesRead;

/** Reads and checks pages, one after the other. */
export const readPages: PagesReader = (pages, context) => {
  const rules = textRules(context);
  const read = pages.map((files) => readTwins(files, context, rules));
  return {
    pageFiles: read.flatMap(({ pageFiles }) => pageFiles),
    findings: read.flatMap(({ findings }) => findings),
  };
};

interface TwinRead {
  readonly pageFile: PageFile;
  readonly findings: readonly Finding[];
  /** Null when there are no words for readers. */
  readonly text: TwinText | null;
}

function readTwins(files: readonly string[], context: PageContext, rules: TextRules): PagesRead {
  const twins = files.flatMap((file) => readTwin(file, context) ?? []);
  const texts = twins.flatMap(({ text }) => text ?? []);
  return {
    pageFiles: twins.map(({ pageFile }) => pageFile),
    findings: [...twins.flatMap(({ findings }) => findings), ...rules.checkTwins(texts)],
  };
}

function readTwin(file: string, context: PageContext): TwinRead | null {
  const place = pageOfFile(file, context.languages);
  if (!place) return null;
  const { key, language } = place;
  const { code } = language;
  const { text, findings } = readText(context.root, file, code);
  if (text !== null) return readPage(new SourceText(file, code, text), { key, language, findings, context });
  // It cannot be read, but it is there: its twins are not alone.
  const frontMatter = readYaml({ file, language: code, text: '', firstLine: 1 }, frontMatterSchema);
  return {
    pageFile: { key, language: code, file, frontMatter, body: null, outline: null },
    findings,
    text: null,
  };
}

interface TwinPlace {
  readonly key: string;
  readonly language: Language;
  /** What is wrong with the file as a text. */
  readonly findings: readonly Finding[];
  readonly context: PageContext;
}

function readPage(source: SourceText, { key, language, findings, context }: TwinPlace): TwinRead {
  const { file } = source;
  const { code } = language;
  const { tree, text, faults } = readMarkdown(source.text);
  const found = [...findings];
  found.push(...faults.map((fault) => source.finding(fault.code, fault.offset, fault.details, fault.fix)));
  const yaml = tree
    ? tree.children.find((node): node is Yaml => node.type === 'yaml')?.value
    : /^---\n([\s\S]*?)\n---(\n|$)/.exec(text)?.[1];
  if (yaml === undefined) found.push(source.finding('C001', 0));
  const frontMatter = readYaml({ file, language: code, text: yaml ?? '', firstLine: 2 }, frontMatterSchema);
  if (yaml !== undefined) found.push(...frontMatter.findings);
  const words = wordsOfPage(source, frontMatter.texts, (builder) => tree && builder.addBody(tree), language);

  const emphasis = context.wording?.[code]?.limits.emphasis ?? Infinity;
  const body = tree && readBody(tree, source, { emphasis });
  if (body) {
    const template = templates.find((each) => each === frontMatter.fields.get('template')) ?? null;
    const { contactIds } = context;
    found.push(...body.findings, ...checkLayout(tree, { file, language: code, template, contactIds }));
  }
  // What is only a part of the text cannot be compared with its twins.
  const outline = tree && faults.length === 0 ? outlineOf(tree, text, frontMatter.value ?? {}) : null;
  return {
    pageFile: { key, language: code, file, frontMatter, body, outline },
    findings: found,
    // Without an end to the front matter, its fields are no words for readers.
    text: yaml === undefined ? null : { language: code, source, words, body },
  };
}
