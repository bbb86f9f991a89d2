import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Language } from '#lib/languages/languages.ts';
import { type Finding, rule, SourceFile, startOfFile } from '../finding/finding.ts';
import { checkCharacters, unreadableCharacter } from './characters.ts';
import { languageOfFile, strayFile } from './files.ts';
import { Kept } from './kept.ts';
import { checkFileForm, decode, findMerge, frontMatterBlock, withPlainLineEnds } from './text.ts';
import { readYaml, type YamlResult } from './yaml.ts';
import { YamlDocument } from './yaml-document.ts';

export const missingFile = rule({ code: 'C055', severity: 'error', guide: 'places' });
export const oversizedFile = rule({ code: 'C067', severity: 'error', guide: 'places' });
/** A link or a device instead of a file, or a file without permission to read it. */
export const unreadableFile = rule({ code: 'C071', severity: 'error', guide: 'places' });

/** Maximum size of a content file; a larger one is probably misplaced. */
const maximumBytes = 256 * 1024;

/** Documents for editors; no page is made of them. */
const documents = /^content\/(?:README|guide\/[^/]+)\.md$/;

/** Reads the files of `content/`. It collects the findings about them as files, and records which ones were not read. */
export class ContentReader {
  readonly root: string;
  readonly languages: readonly Language[];
  readonly findings: Finding[] = [];
  /** The ordinary files below `content/`, as paths from the root, sorted. */
  readonly files: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #texts: ReadonlyMap<string, string | null>;
  readonly #seen: Set<string>;

  /** @param texts read instead of what is on disk, by file; null leaves a file out */
  constructor(root: string, languages: readonly Language[], texts: ReadonlyMap<string, string | null> = new Map()) {
    this.root = root;
    this.languages = languages;
    this.#texts = texts;
    const all = new Set([...this.#ordinaryFilesIn('content'), ...texts.keys()]);
    this.files = [...all].filter((file) => texts.get(file) !== null).sort();
    this.#known = new Set(this.files);
    this.#seen = new Set(this.files.filter((file) => documents.test(file)));
  }

  /** The files below a folder, as paths from the root, sorted. */
  list(folder: string): string[] {
    return this.files.filter((file) => file.startsWith(`${folder}/`));
  }

  has(file: string): boolean {
    return this.#known.has(file);
  }

  /** Reads a file; null, with a finding, when missing or unreadable. What a `made` file quotes is checked where it comes from. */
  source(file: string, language: string | null = null, origin: 'written' | 'made' = 'written'): SourceFile | null {
    this.#seen.add(file);
    if (this.has(file)) return this.#read(file, language, origin);
    // A link or a device has a finding already.
    if (!existsSync(path.join(this.root, file))) {
      this.findings.push(missingFile.at(startOfFile(file, language), { file }));
    }
    return null;
  }

  /** Marks a file that is read in another way than as text. */
  see(file: string): void {
    this.#seen.add(file);
  }

  /** Reads a YAML file against a schema. A missing file is equal to `whenAbsent`; without that, every site must have the file. */
  yaml<T>(file: string, schema: z.ZodType<T>, whenAbsent?: string): YamlResult<T> {
    const isAbsent = whenAbsent !== undefined && !this.has(file);
    const source = isAbsent ? new SourceFile(file, null, whenAbsent) : this.source(file);
    if (!source) return readYaml(new YamlDocument(new SourceFile(file, null, '')), schema);
    // Its path and the languages decide which schema a file has.
    const result = records.get(file, [source, this.languages], () => readYaml(new YamlDocument(source), schema));
    this.findings.push(...result.findings);
    return result as YamlResult<T>;
  }

  /** Reads the documents for editors: only their state as files matters. */
  reportDocuments(): void {
    for (const file of this.files.filter((each) => documents.test(each))) this.source(file, null, 'made');
  }

  reportStrays(): void {
    for (const file of this.files) {
      if (!this.#seen.has(file)) this.findings.push(strayFile(file, this.files, this.languages));
    }
  }

  /** All ordinary files below a folder. Links and devices are reported, and never followed or opened. */
  #ordinaryFilesIn(folder: string): string[] {
    const place = path.join(this.root, folder);
    if (!existsSync(place)) return [];
    return readdirSync(place, { withFileTypes: true }).flatMap((entry): string[] => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return this.#ordinaryFilesIn(file);
      if (entry.isFile()) return [file];
      const kind = entry.isSymbolicLink() ? 'link' : 'device';
      this.findings.push(unreadableFile.at(startOfFile(file, languageOfFile(file, this.languages)), { kind }));
      return [];
    });
  }

  #read(file: string, language: string | null, origin: 'written' | 'made'): SourceFile | null {
    const start = startOfFile(file, language);
    const refuse = (finding: Finding) => {
      this.findings.push(finding);
      return null;
    };
    const absolute = path.join(this.root, file);
    const unsaved = this.#texts.get(file) ?? undefined;
    let bytes: Uint8Array;
    try {
      const size = unsaved === undefined ? statSync(absolute).size : Buffer.byteLength(unsaved);
      if (size > maximumBytes) {
        const kilobytes = { size: Math.round(size / 1024), limit: maximumBytes / 1024 };
        return refuse(oversizedFile.at(start, kilobytes));
      }
      bytes = unsaved === undefined ? readFileSync(absolute) : Buffer.from(unsaved);
    } catch {
      return refuse(unreadableFile.at(start, { kind: 'unreadable' }));
    }
    const decoded = decode(bytes);
    if (decoded.text === null) {
      const { until, kind } = decoded;
      const place = new SourceFile(file, language, until).place(until.length);
      return refuse(unreadableCharacter.at(place, { kind, character: 'none' }));
    }
    const { text } = decoded;
    const { source, findings } = texts.get(file, [text, language, origin], () =>
      readText(file, language, text, origin),
    );
    this.findings.push(...findings);
    return source;
  }
}

interface TextRead {
  readonly source: SourceFile | null;
  readonly findings: readonly Finding[];
}

const texts = new Kept<TextRead>();
const records = new Kept<YamlResult<unknown>>();

function readText(file: string, language: string | null, text: string, origin: 'written' | 'made'): TextRead {
  const source = new SourceFile(file, language, withPlainLineEnds(text));
  const merge = findMerge(source);
  if (merge) {
    const oneVersion = origin === 'made' ? null : new SourceFile(file, language, merge.text);
    return { source: oneVersion, findings: [merge.finding] };
  }
  if (origin === 'made') return { source, findings: [] };
  return { source, findings: [...checkFileForm(source, text), ...checkCharacters(source, yamlLinesOf(source))] };
}

/** How many lines from the top are YAML: all of a YAML file; of a page, the front matter with both rules. */
function yamlLinesOf({ file, text }: SourceFile): number {
  if (file.endsWith('.yaml')) return Number.POSITIVE_INFINITY;
  const block = frontMatterBlock(text);
  return block === '' ? 0 : block.split('\n').length;
}
