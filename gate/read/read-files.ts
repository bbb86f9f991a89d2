import type { Yaml } from 'mdast';
import type { z } from 'zod';
import type { Language, Translated } from '#lib/languages/languages.ts';
import { contactSchema } from '#lib/records/contact.ts';
import { frontMatterSchema, templates } from '#lib/records/page.ts';
import type { Contact } from '#lib/site/site.ts';
import type { Finding } from '../finding/finding.ts';
import { SourceFile } from '../finding/source-file.ts';
import { readBody } from '../rules/body.ts';
import { checkLayout } from '../rules/layout.ts';
import { outlineOf } from '../twins/outline.ts';
import { proseOfPage, type TwinText, type WordingRules, wordingRules } from '../wording/check.ts';
import type { Wording } from '../wording/lists.ts';
import type { ContactFile, PageFile } from './files.ts';
import { contactIdOf, pageOfFile } from './places.ts';
import { readText } from './reader.ts';
import { readMarkdown } from './recover.ts';
import { readYaml } from './yaml.ts';

/** What files are read and checked with: plain data. */
export interface FilesContext {
  /** Absolute path of the project. */
  readonly root: string;
  readonly languages: readonly Language[];
  /** The ids of all contacts, by the names of their files. */
  readonly contactIds: readonly string[];
  /** Null when there is no list of words, or none that can be read. */
  readonly wording: Translated<Wording> | null;
}

/** A contact, or a page with all its twins, which are compared with each other: as paths of files from the root. */
export type Unit = { readonly contact: string } | { readonly twins: readonly string[] };

/** Contacts and pages, and what is wrong with each as far as it can tell by itself. */
export interface FilesRead {
  readonly contacts: readonly ContactFile[];
  readonly pageFiles: readonly PageFile[];
  readonly findings: readonly Finding[];
}

/** Reads and checks contacts and pages. */
export function readFiles(units: readonly Unit[], context: FilesContext): FilesRead {
  return joined(units.map(unitReader(context)));
}

/** Makes ready what reads and checks one contact or one page. */
function unitReader(context: FilesContext): (unit: Unit) => FilesRead {
  const rules = wordingRules(context);
  const schema = contactSchema(context.languages);
  return (unit) =>
    'contact' in unit
      ? readContact(unit.contact, context, schema, rules)
      : readTwins(unit.twins, context, rules);
}

/** What was read in parts, as one. */
function joined(parts: readonly FilesRead[]): FilesRead {
  return {
    contacts: parts.flatMap(({ contacts }) => contacts),
    pageFiles: parts.flatMap(({ pageFiles }) => pageFiles),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

function readContact(
  file: string,
  { root }: FilesContext,
  schema: z.ZodType<Omit<Contact, 'id'>>,
  rules: WordingRules,
): FilesRead {
  const id = contactIdOf(file);
  if (id === null) return joined([]);
  const { text, findings } = readText(root, file, null);
  const result = readYaml({ file, language: null, text: text ?? '', firstLine: 1 }, schema);
  const contact = result.value ? { ...result.value, id } : null;
  const source = text === null ? null : new SourceFile(file, null, text);
  return {
    contacts: [{ id, file, result, contact }],
    pageFiles: [],
    findings: [
      ...findings,
      ...(text === null ? [] : result.findings),
      ...rules.checkRecord({ source, result }),
    ],
  };
}

interface TwinRead {
  readonly pageFile: PageFile;
  readonly findings: readonly Finding[];
  /** Null when there are no words for readers. */
  readonly text: TwinText | null;
}

function readTwins(files: readonly string[], context: FilesContext, rules: WordingRules): FilesRead {
  const twins = files.flatMap((file) => readTwin(file, context) ?? []);
  const texts = twins.flatMap(({ text }) => text ?? []);
  return {
    contacts: [],
    pageFiles: twins.map(({ pageFile }) => pageFile),
    findings: [...twins.flatMap(({ findings }) => findings), ...rules.checkPage(texts)],
  };
}

function readTwin(file: string, context: FilesContext): TwinRead | null {
  const place = pageOfFile(file, context.languages);
  if (!place) return null;
  const { key, language } = place;
  const { code } = language;
  const { text, findings } = readText(context.root, file, code);
  if (text !== null) return readPage(new SourceFile(file, code, text), { key, language, findings, context });
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
  readonly context: FilesContext;
}

function readPage(source: SourceFile, { key, language, findings, context }: TwinPlace): TwinRead {
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
  const prose = proseOfPage(source, frontMatter.texts, tree, language);

  const emphasis = context.wording?.[code]?.limits.emphasis ?? Infinity;
  const body = tree && readBody(tree, source, { emphasis });
  if (body) {
    const template = templates.find((each) => each === frontMatter.fields.get('template')) ?? null;
    const { contactIds } = context;
    found.push(...body.findings, ...checkLayout(tree, { source, template, contactIds }));
  }
  // What is only a part of the text cannot be compared with its twins.
  const outline =
    tree && faults.length === 0 ? outlineOf(tree, text, frontMatter.value ?? {}, language) : null;
  return {
    pageFile: { key, language: code, file, frontMatter, body, outline },
    findings: found,
    // Without an end to the front matter, its fields are no words for readers.
    text: yaml === undefined ? null : { prose, body },
  };
}
