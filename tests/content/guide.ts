import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Nodes, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse, stringify } from 'yaml';
import { repair } from '#commands/repair.ts';
import { type Finding, isError } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { criteriaFile, statementFile } from '#gate/rules/accessibility.ts';
import { recordFileOf } from '#gate/twins/check.ts';
import { settledRecord } from '#gate/twins/state.ts';
import { componentNames, ruleOf } from '#lib/body/vocabulary.ts';
import { languages } from '#lib/languages/languages.ts';
import { contactSchema } from '#lib/records/contact.ts';
import { siteSchema } from '#lib/records/settings.ts';
import { criterionNumbers } from '#lib/records/wcag.ts';

/*
 * The guide for editors as data: what it says in each language, the commands that it names and the examples that it gives.
 */

export const root = path.resolve(import.meta.dirname, '../..');
export const readProjectFile = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const markdown = unified().use(remarkParse).use(remarkGfm);
const read = (text: string): Root => markdown.parse(text);

/** What the guide says in one language. */
export interface Half {
  readonly language: string;
  readonly nodes: readonly RootContent[];
}

/** The parts of the guide, one below each title, in the order of the list of languages. */
export function halvesOf(guide: string): Half[] {
  const { children } = read(guide);
  const starts = children.flatMap((node, index) =>
    node.type === 'heading' && node.depth === 1 ? [index] : [],
  );
  const parts = starts.map((start, index) => children.slice(start, starts[index + 1]));
  return languages.flatMap(({ code }) => {
    const { guide: titles } = JSON.parse(readProjectFile(`gate/messages/${code}.json`));
    const nodes = parts.find((part) => {
      const headings = part.filter((node) => node.type === 'heading').map((node) => plainText(node));
      return Object.values<string>(titles).every((title) => headings.includes(title));
    });
    return nodes ? [{ language: code, nodes }] : [];
  });
}

/** The structure of a part: its blocks, one after another, without their words. */
export function structureOf({ nodes }: Half): string[] {
  const blocks: string[] = [];
  const step = (node: Nodes, depth: number) => {
    const add = (name: string) => blocks.push('  '.repeat(depth) + name);
    if (node.type === 'heading') add(`heading ${node.depth}`);
    else if (node.type === 'paragraph') add('paragraph');
    else if (node.type === 'table') add(`table ${node.children.map((row) => row.children.length).join(' ')}`);
    else if (node.type === 'code') add(`example ${node.lang ?? ''}`);
    else if (node.type === 'list') {
      add(`list of ${node.children.length}`);
      for (const item of node.children) for (const child of item.children) step(child, depth + 1);
    }
  };
  for (const node of nodes) if (node.type !== 'thematicBreak') step(node, 0);
  return blocks;
}

/** What is written as code, in the text and in blocks, in order. */
function codeIn(nodes: readonly Nodes[]): string[] {
  const all: string[] = [];
  for (const node of nodes) {
    visit(node, ['inlineCode', 'code'], (each) => {
      if (each.type === 'inlineCode') all.push(each.value);
      if (each.type === 'code') all.push(...each.value.split('\n'));
    });
  }
  return all;
}

export interface NamedCommand {
  /** As it is written: `npm run in-step -- services/ict`. */
  readonly text: string;
  /** Its name among the scripts of the project. */
  readonly script: string;
  /** What follows the name. */
  readonly words: readonly string[];
}

/** Every command that a text names. */
export function commandsIn(nodes: readonly Nodes[]): NamedCommand[] {
  return codeIn(nodes).flatMap((code) => {
    const [, text = '', script, words = ''] =
      /^\s*(npm (?:run (?=[\w])|(?=start|test))([\w:-]+)(?: -- ([^#]*?))?)\s*(?:#.*)?$/.exec(code) ?? [];
    return script ? [{ text, script, words: words.split(' ').filter(Boolean) }] : [];
  });
}

export const commandsOfFile = (file: string): NamedCommand[] =>
  commandsIn(read(readProjectFile(file)).children);

/** Whether a command has a place to fill in: `<key>`. */
export const hasBlank = ({ words }: NamedCommand): boolean => words.some((word) => word.startsWith('<'));

/** The codes that a part explains, in order. */
export function codesIn({ nodes }: Half): string[] {
  return nodes.flatMap((node) =>
    node.type === 'list'
      ? node.children.flatMap((item) => /^(C\d{3}) /.exec(plainText(item))?.[1] ?? [])
      : [],
  );
}

/** The components that a part names, in order. */
export const componentsIn = ({ nodes }: Half): string[] =>
  codeIn(nodes).flatMap((code) => [...code.matchAll(/<([A-Z]\w+)/g)].map(([, name = '']) => name));

/** The examples of a part in a language of code; those for the text of a page also stand in the cells of tables. */
export function examplesIn({ nodes }: Half, code: 'page' | 'yaml'): string[] {
  const examples: string[] = [];
  for (const node of nodes) {
    visit(node, ['code', 'tableCell'], (each) => {
      if (
        each.type === 'code' &&
        (code === 'yaml' ? ['yaml'] : ['mdx', 'markdown']).includes(each.lang ?? '')
      )
        examples.push(each.value);
      if (each.type !== 'tableCell' || code === 'yaml') return;
      for (const cell of each.children) {
        if (cell.type === 'inlineCode' && /^(?:<[A-Z].* \/>|\[.+\]\(.+\))$/.test(cell.value))
          examples.push(cell.value);
      }
    });
  }
  return examples;
}

/** Components that a site has once. */
const once = componentNames.filter((name) => ruleOf(name)?.once);

/**
 * The page that an example is put in, by its place among the examples of its language: one page alone would be heavier than a page may
 * be, and what a site has once is heavy enough for a page of its own.
 */
export function pageOfExample(example: string, index: number): string {
  const name = once.find((each) => example.startsWith(`<${each} `));
  return `examples-${name?.toLowerCase() ?? ['first', 'second', 'third'][index % 3]}`;
}

/** The keys of the pages that the examples of a language are put in. */
export const examplePages = (half: Half): string[] => [
  ...new Set(examplesIn(half, 'page').map(pageOfExample)),
];

/**
 * Pages with every example of the guide, in each language: their files, by their path from the root. What a site has once moves there
 * from its own page.
 */
export function pagesOfExamples(halves: readonly Half[]): Map<string, string> {
  const tag = new RegExp(`<(?:${once.join('|')}) />\\n`, 'g');
  const { pageStates } = loadSite({ root, languages, drafts: true });
  const others = pageStates
    .flatMap(({ twins }) => twins)
    .filter(({ body }) => once.some((name) => body?.components.has(name)))
    .map(({ file }): [string, string] => [file, readProjectFile(file).replace(tag, '')]);
  const pages = halves.flatMap((half) =>
    examplePages(half).map((key): [string, string] => {
      const examples = examplesIn(half, 'page').filter(
        (example, index) => pageOfExample(example, index) === key,
      );
      return [`content/pages/${key}/${half.language}.mdx`, `${fieldsOf(key)}\n${examples.join('\n\n')}\n`];
    }),
  );
  return new Map([...others, ...pages]);
}

const fieldsOf = (key: string): string => `---
title: ${key}
summary: ${'x'.repeat(60)}.
slug: ${key}
template: sections
updated: 2026-11-21
---
`;

type Fields = Readonly<Record<string, unknown>>;

const isEveryKey = (value: object, known: readonly string[]) =>
  Object.keys(value).every((key) => known.includes(key));
const codes = languages.map(({ code }) => code);

/**
 * The files of `content/` with an example of YAML in its place: front matter in the page with its slug, everything else in the file
 * that has such fields.
 * @throws when there is no such place
 */
export function withYaml(example: string, language: string): Map<string, string> {
  const of = (file: string) => parse(readProjectFile(file));
  const made = (file: string, value: unknown) => new Map([[file, stringify(value)]]);
  if (example.startsWith('---')) return withFrontMatter(example, language);
  const value: unknown = parse(example);
  if (Array.isArray(value)) {
    if (value.every((each: object) => 'from' in each)) return made('content/redirects.yaml', value);
    const words = new Set(value.flatMap((group: Fields) => Object.values(group).flat()));
    const others = (of('content/synonyms.yaml') as Fields[]).filter(
      (group) =>
        !Object.values(group)
          .flat()
          .some((word) => words.has(word)),
    );
    return made('content/synonyms.yaml', [...others, ...value]);
  }
  const fields = value as Fields;
  if (isEveryKey(fields, Object.keys(contactSchema(languages).shape))) {
    return made('content/contacts/ict.yaml', { ...of('content/contacts/ict.yaml'), ...fields });
  }
  if (isEveryKey(fields, codes)) {
    const wording = of('content/wording.yaml');
    const merged = Object.entries(fields as Record<string, { terms: { use: string }[] }>).map(
      ([code, { terms }]) => {
        const isOther = ({ use }: { use: string }) => !terms.some((term) => term.use === use);
        return [code, { ...wording[code], terms: [...wording[code].terms.filter(isOther), ...terms] }];
      },
    );
    return made('content/wording.yaml', { ...wording, ...Object.fromEntries(merged) });
  }
  if (isEveryKey(fields, criterionNumbers)) {
    const criteria = of(criteriaFile) as Record<string, Fields>;
    const changed = Object.entries(fields).map(([number, given]) => [
      number,
      { ...criteria[number], ...(given as Fields) },
    ]);
    return made(criteriaFile, { ...criteria, ...Object.fromEntries(changed) });
  }
  if (isEveryKey(fields, ['limits'])) return made(statementFile, { ...of(statementFile), ...fields });
  if (isEveryKey(fields, Object.keys(siteSchema.shape))) {
    return made('content/site.yaml', { ...of('content/site.yaml'), ...fields });
  }
  throw new Error(`The guide has an example that belongs in no file:\n${example}`);
}

function withFrontMatter(example: string, language: string): Map<string, string> {
  const [, slug] = /^slug: (.+)$/m.exec(example) ?? [];
  const { pageStates } = loadSite({ root, languages, drafts: true });
  const twin = pageStates
    .flatMap(({ twins }) => twins)
    .find((each) => each.language === language && each.frontMatter.value?.slug === slug);
  if (!twin) throw new Error(`The guide has the fields of a page that does not exist:\n${example}`);
  const body = readProjectFile(twin.file).replace(/^---\n[\s\S]*?\n---\n/, '');
  return new Map([[twin.file, `${example.trim()}\n${body}`]]);
}

/** The day on which the guide is checked; its examples have dates. */
const today = '2026-11-21';

/** What the gate says of the real content with other files, once somebody confirmed that all twins are in step. */
export function errorsWith(files: ReadonlyMap<string, string>): Finding[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'guide-'));
  try {
    cpSync(path.join(root, 'content'), path.join(folder, 'content'), { recursive: true });
    const write = (file: string, text: string) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    for (const [file, text] of files) write(file, text);
    const load = () => loadSite({ root: folder, languages, drafts: true, today });
    // Paths that the register lacks are the one thing that a new page leaves to `--fix`.
    const { repairs, result } = repair(folder, load);
    const repaired = repairs
      .map(({ finding }) => finding)
      .filter(({ file, fix }) => (fix?.file ?? file) !== 'content/paths.yaml');
    for (const state of result.pageStates) {
      const { comparison } = state;
      if (comparison.kind === 'unrecorded' || comparison.kind === 'recorded') {
        write(recordFileOf(state), settledRecord(comparison, today, languages));
      }
    }
    return [...repaired, ...load().findings].filter(isError);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
