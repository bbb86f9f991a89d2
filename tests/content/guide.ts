import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Nodes, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse, stringify } from 'yaml';
import { confirmationOf } from '#edit/confirm.ts';
import { repair } from '#edit/repair.ts';
import { type Finding, isError } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { criteriaFile, statementFile } from '#gate/rules/accessibility.ts';
import { confirmationFileOf } from '#gate/twins/state.ts';
import { languages } from '#lib/languages/languages.ts';
import { contactSchema } from '#lib/records/contact.ts';
import { siteSchema } from '#lib/records/settings.ts';
import { criterionNumbers } from '#lib/records/wcag.ts';
import { fixtureDay, fixtureRoot } from '../fixture-site.ts';

/*
 * The guide for editors as data: its blocks, the commands that it names and the examples that it gives.
 */

export const root = path.resolve(import.meta.dirname, '../..');
export const readProjectFile = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const markdown = unified().use(remarkParse).use(remarkGfm);

/** A file of the content of the fixture site. */
const readContent = (file: string): string => readFileSync(path.join(fixtureRoot, file), 'utf8');

/** The blocks of a Markdown text. */
export const blocksOf = (text: string): readonly RootContent[] => markdown.parse(text).children;

/** The guide in one language. */
export interface Guide {
  readonly language: string;
  readonly text: string;
  readonly nodes: readonly RootContent[];
}

/** A text read as the guide in a language. */
const guideOf = (text: string, language: string): Guide => ({ language, text, nodes: blocksOf(text) });

export const guideFile = (language: string): string => `content/guide/${language}.md`;

/** The guide in every language of the site, in the order of the list of languages. */
export const guides: readonly Guide[] = languages.map(({ code }) => guideOf(readProjectFile(guideFile(code)), code));

/** The guides after an edit, to show that a test finds what is wrong in it. */
export const guidesAfter = (edit: (text: string) => string): Guide[] =>
  guides.map(({ text, language }) => guideOf(edit(text), language));

/** The blocks of a guide, one after another, without their words. */
export function structureOf({ nodes }: Guide): string[] {
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
  for (const node of nodes) step(node, 0);
  return blocks;
}

/** All code spans and lines of code blocks, in order. */
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

/** The npm commands that a text names, in order. */
export function commandsIn(nodes: readonly Nodes[]): NamedCommand[] {
  return codeIn(nodes).flatMap((code) => {
    const [, text = '', script, words = ''] =
      /^\s*(npm (?:run (?=[\w])|(?=start|test))([\w:-]+)(?: -- ([^#]*?))?)\s*(?:#.*)?$/.exec(code) ?? [];
    return script ? [{ text, script, words: words.split(' ').filter(Boolean) }] : [];
  });
}

/** Whether a command has a placeholder: `<key>`. */
export const hasBlank = ({ words }: NamedCommand): boolean => words.some((word) => word.startsWith('<'));

/** The components that a guide names, in order. */
export const componentsIn = ({ nodes }: Guide): string[] =>
  codeIn(nodes).flatMap((code) => [...code.matchAll(/<([A-Z]\w+)/g)].map(([, name = '']) => name));

/** The code examples of a guide: YAML, or text of a page (in code blocks and in cells of tables). */
export function examplesIn({ nodes }: Guide, code: 'page' | 'yaml'): string[] {
  const examples: string[] = [];
  for (const node of nodes) {
    visit(node, ['code', 'tableCell'], (each) => {
      if (each.type === 'code' && (code === 'yaml' ? ['yaml'] : ['mdx', 'markdown']).includes(each.lang ?? ''))
        examples.push(each.value);
      if (each.type !== 'tableCell' || code === 'yaml') return;
      for (const cell of each.children) {
        if (cell.type === 'inlineCode' && /^(?:<[A-Z].* \/>|\[.+\]\(.+\))$/.test(cell.value)) examples.push(cell.value);
      }
    });
  }
  return examples;
}

/**
 * Key of the page that shows an example. One page with all of them would exceed the budget of a page, so they take turns over three
 * pages.
 */
export const pageOfExample = (index: number): string => `examples-${['first', 'second', 'third'][index % 3]}`;

/** Keys of the pages that show the examples of a guide. */
export const examplePages = (guide: Guide): string[] => [
  ...new Set(examplesIn(guide, 'page').map((_, index) => pageOfExample(index))),
];

/** Pages with every example of the guides, by path from the root. */
export const pagesOfExamples = (all: readonly Guide[]): Map<string, string> =>
  new Map(
    all.flatMap((guide) =>
      examplePages(guide).map((key): [string, string] => {
        const examples = examplesIn(guide, 'page').filter((_, index) => pageOfExample(index) === key);
        return [`content/pages/${key}/${guide.language}.mdx`, `${fieldsOf(key)}\n${examples.join('\n\n')}\n`];
      }),
    ),
  );

/** A picture or a document for each one that the pages show, by path from the root. */
export function filesBeside(pages: ReadonlyMap<string, string>): Map<string, Buffer> {
  return new Map(
    [...pages].flatMap(([file, text]) =>
      [...text.matchAll(/<(?:Figure|Document) file="([^"]+?)(-\w\w)?\.(\w+)"/g)].map(
        ([, stem, language = '', kind]) => {
          const fixture = kind === 'pdf' ? `documents/report${language}.pdf` : 'pictures/photo.jpg';
          return [
            `${path.dirname(file)}/${stem}${language}.${kind}`,
            readFileSync(path.join(root, 'tests/fixtures', fixture)),
          ];
        },
      ),
    ),
  );
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

const isEveryKey = (value: object, known: readonly string[]) => Object.keys(value).every((key) => known.includes(key));
const codes = languages.map(({ code }) => code);

/**
 * Puts a YAML example where it belongs: front matter into the page with that slug or template, anything else into the file with such fields.
 * @returns the changed files, by path from the root
 * @throws when no file of `content/` has such fields
 */
export function withYaml(example: string, language: string): Map<string, string> {
  const of = (file: string) => parse(readContent(file));
  const made = (file: string, value: unknown) => new Map([[file, stringify(value)]]);
  if (example.startsWith('---')) return withFrontMatter(example, language);
  const value: unknown = parse(example);
  if (Array.isArray(value)) {
    if (value.every((each: object) => 'from' in each)) {
      const file = 'content/redirects.yaml';
      // The register holds the paths of the real list as well.
      return made(file, [...(of(file) as Fields[]), ...value]);
    }
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
    const merged = Object.entries(fields as Record<string, { terms: { use: string }[] }>).map(([code, { terms }]) => {
      const isOther = ({ use }: { use: string }) => !terms.some((term) => term.use === use);
      return [code, { ...wording[code], terms: [...wording[code].terms.filter(isOther), ...terms] }];
    });
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
  const { pageStates } = loadSite({ root: fixtureRoot, languages, drafts: true });
  const twins = pageStates.flatMap((page) => page.twins).filter((each) => each.language === language);
  // The fields of a page that the site lacks are tried on a page with the same template.
  const [, template] = /^template: (.+)$/m.exec(example) ?? [];
  const has = (field: 'slug' | 'template', value?: string) =>
    twins.find((each) => each.frontMatter.value?.[field] === value);
  const twin = has('slug', slug) ?? has('template', template) ?? twins[0];
  if (!twin) throw new Error('The fixture site has no page.');
  const body = readContent(twin.file).replace(/^---\n[\s\S]*?\n---\n/, '');
  return new Map([[twin.file, `${example.trim()}\n${body}`]]);
}

/** The day on which the twins of the examples are confirmed. */
const today = fixtureDay;

/** The errors that the gate finds in the fixture site with some files replaced, all twins being confirmed as in step. */
export function errorsWith(files: ReadonlyMap<string, string>): Finding[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'guide-'));
  try {
    cpSync(path.join(fixtureRoot, 'content'), path.join(folder, 'content'), { recursive: true });
    const write = (file: string, text: string | Buffer) => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    };
    for (const [file, content] of [...files, ...filesBeside(files)]) write(file, content);
    const load = () => loadSite({ root: folder, languages, drafts: true });
    // A new page may leave only the registers to `--fix`.
    const { repairs, result } = repair(folder, load);
    const repaired = repairs
      .map(({ finding }) => finding)
      .filter(({ file, fix }) => !/^content\/(?:documents|paths)\.yaml$/.test(fix?.file ?? file));
    for (const state of result.pageStates) {
      const { comparison } = state;
      if (comparison.kind === 'unconfirmed' || comparison.kind === 'confirmed') {
        write(confirmationFileOf(state), confirmationOf(comparison, today, languages));
      }
    }
    return [...repaired, ...load().findings].filter(isError);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
