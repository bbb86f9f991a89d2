import type { Root, Yaml } from 'mdast';
import type { Language, Translated } from '#lib/languages/languages.ts';
import { type FrontMatter, frontMatterSchema, templates } from '#lib/records/page.ts';
import { type Finding, rule, SourceFile } from '../finding/finding.ts';
import { checkBody } from '../rules/body.ts';
import { checkLayout } from '../rules/layout.ts';
import { outlineOf } from '../twins/outline.ts';
import { proseOfPage, type TwinText } from '../wording/check.ts';
import type { Wording } from '../wording/lists.ts';
import { collectBody } from './body.ts';
import { type PageFile, pageFolders, pageOfFile } from './files.ts';
import { Kept } from './kept.ts';
import { readMarkdown } from './markdown.ts';
import type { ContentReader } from './reader.ts';
import { frontMatterBlock } from './text.ts';
import { readYaml, type YamlResult } from './yaml.ts';
import { YamlDocument } from './yaml-document.ts';

export const emptyPage = rule({ code: 'C019', severity: 'error', guide: 'newPage', waits: true });
export const missingFrontMatter = rule({ code: 'C001', severity: 'error', guide: 'pageFields' });

/** What pages are checked against while they are read. */
export interface PageContext {
  readonly contactIds: ReadonlySet<string>;
  /** Null without a valid list of words. */
  readonly wording: Translated<Wording> | null;
}

/** One file of a page, and its words. */
export interface PageRead {
  readonly pageFile: PageFile;
  /** Null when the file has no words for visitors. */
  readonly text: TwinText | null;
}

/** Reads all pages, the twins of each together. The findings about each by itself are in the reader. */
export function readPages(reader: ContentReader, context: PageContext): PageRead[][] {
  const files = pageFolders
    .flatMap((folder) => reader.list(folder))
    .flatMap((file) => {
      const page = pageOfFile(file, reader.languages);
      return page ? [{ file, ...page }] : [];
    });
  return [...Map.groupBy(files, ({ key }) => key).values()].map((twins) =>
    twins.map((twin) => readTwin(twin, reader, context)),
  );
}

interface TwinFile {
  readonly file: string;
  readonly key: string;
  readonly language: Language;
}

const kept = new Kept<PageRead & { readonly findings: readonly Finding[] }>();

function readTwin(twin: TwinFile, reader: ContentReader, context: PageContext): PageRead {
  const { file, language } = twin;
  const source = reader.source(file, language.code);
  if (source) {
    const from = [source, language, context.wording, [...context.contactIds].join()];
    const { findings, ...page } = kept.get(file, from, () => readPage(source, twin, context));
    reader.findings.push(...findings);
    return page;
  }
  return unreadPage(twin);
}

/** A file that is unreadable, but exists: its twins are not alone. */
function unreadPage({ file, key, language: { code } }: TwinFile): PageRead {
  const frontMatter = readYaml(new YamlDocument(new SourceFile(file, code, '')), frontMatterSchema);
  return { pageFile: { key, language: code, file, frontMatter, body: null, outline: null }, text: null };
}

function readPage(source: SourceFile, twin: TwinFile, context: PageContext): PageRead & { findings: Finding[] } {
  const { file, key, language } = twin;
  const { code } = language;
  const [blank = ''] = /^\s+(?=---\n)/.exec(source.text) ?? [];
  if (blank !== '') {
    const fix = { start: 0, end: blank.length, replacement: '' };
    const rest = readPage(new SourceFile(file, code, source.text.slice(blank.length)), twin, context);
    const finding = missingFrontMatter.at(source.place(0), { kind: 'blank' }, fix);
    return { ...rest, findings: [finding, ...rest.findings] };
  }
  const [dashes = ''] = /^[-–—_*=]+[ \t]*(?=\n[a-zA-Z]+ ?: )/.exec(source.text) ?? [];
  if (dashes !== '' && dashes !== '---') {
    const isClosed = /\n---[ \t]*\n/.test(source.text);
    const fix = isClosed ? { start: 0, end: dashes.length, replacement: '---' } : null;
    const finding = missingFrontMatter.at(source.place(0), { kind: 'dashes', found: dashes }, fix);
    return { ...unreadPage(twin), findings: [finding] };
  }
  const { tree, text, findings: syntax } = readMarkdown(source);
  const { frontMatter, exists } = readFrontMatter(source, tree, text);
  const findings = [
    ...syntax,
    ...(exists ? frontMatter.findings : [missingFrontMatter.at(source.place(0), { kind: 'none' })]),
  ];
  // After blanking, or without readable fields, it is unknown whether a published page is empty.
  const isReadable = syntax.length === 0 && frontMatter.value !== null;
  if (tree && isReadable && !frontMatter.value?.draft && tree.children.every(({ type }) => invisible.includes(type))) {
    findings.push(emptyPage.at(source.place(source.text.trimEnd().length)));
  }
  const body = tree && collectBody(tree, source);
  if (tree && body) {
    const emphasis = context.wording?.[code]?.limits.emphasis ?? Number.POSITIVE_INFINITY;
    const template = templates.find((each) => each === frontMatter.fields.get('template')) ?? null;
    const { contactIds } = context;
    findings.push(
      ...checkBody(tree, source, { emphasis }),
      ...checkLayout(tree, body, { source, template, contactIds }),
    );
  }
  const prose = proseOfPage(source, frontMatter.texts, tree, language);
  return {
    pageFile: {
      key,
      language: code,
      file,
      frontMatter,
      body,
      // A text with blanked faults cannot be compared with its twins.
      outline: tree && syntax.length === 0 ? outlineOf(tree, text, frontMatter.value ?? {}, language) : null,
    },
    // Where nothing closes the front matter, its fields would pass for words of the body.
    text: exists ? { prose, body } : null,
    findings,
  };
}

/** What is in a body and shows nothing. */
const invisible = ['yaml', 'definition', 'footnoteDefinition', 'mdxFlowExpression'];

function readFrontMatter(
  source: SourceFile,
  tree: Root | null,
  text: string,
): { frontMatter: YamlResult<FrontMatter>; exists: boolean } {
  const yaml = tree
    ? tree.children.find((node): node is Yaml => node.type === 'yaml')?.value
    : /^---\n([\s\S]*?)\n---$/.exec(frontMatterBlock(text))?.[1];
  const document = new YamlDocument(source, yaml ?? '', source.startOfLine(2));
  return { frontMatter: readYaml(document, frontMatterSchema), exists: yaml !== undefined };
}
