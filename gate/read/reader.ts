import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import type { Language } from '#lib/languages/languages.ts';
import type { Finding, FindingCode } from '../finding/finding.ts';
import { checkCharacters } from './characters.ts';
import { languageOfFile, strayFile } from './places.ts';
import { checkForm } from './saved.ts';
import { decode, positionAt, withPlainLineEnds } from './text.ts';
import { readYaml, type YamlResult } from './yaml.ts';

/** No text of a website is longer; a file that is was put here by mistake. */
const maximumBytes = 256 * 1024;

/** Documents for editors; no page is made of them. */
const documents = /^content\/(?:README|guide\/[^/]+)\.md$/;

/** Reads the files of `content/`, reports those that cannot be read as text, and knows which ones nobody read. */
export class ContentReader {
  readonly root: string;
  readonly languages: readonly Language[];
  readonly findings: Finding[];
  /** Ordinary files below `content/`, as paths from the root, sorted. */
  readonly files: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #seen: Set<string>;

  constructor(root: string, languages: readonly Language[], findings: Finding[]) {
    this.root = root;
    this.languages = languages;
    this.findings = findings;
    this.files = this.#walk('content').sort();
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

  /** Says that somebody else reads these files. */
  leave(files: readonly string[]): void {
    for (const file of files) this.#seen.add(file);
  }

  /**
   * The text of a file; null, with a finding, when it is missing or cannot be read. Its line ends are `\n`.
   * @param origin who wrote it: what a command made of texts that editors wrote has no mistakes of its own
   */
  text(file: string, language: string | null, origin: 'written' | 'made' = 'written'): string | null {
    this.#seen.add(file);
    if (!this.has(file)) {
      if (!existsSync(path.join(this.root, file))) {
        this.findings.push({ code: 'C055', file, language, line: 1, column: 1, details: { file } });
      }
      return null;
    }
    const { text, findings } = readText(this.root, file, language, origin);
    this.findings.push(...findings);
    return text;
  }

  /** @param whenAbsent what a site without the file means; absent when every site must have it */
  yaml<T>(file: string, schema: z.ZodType<T>, whenAbsent?: string): YamlResult<T> {
    const isAbsent = whenAbsent !== undefined && !this.has(file);
    return this.yamlOf(file, isAbsent ? whenAbsent : this.text(file, null), schema);
  }

  /** @param text what the file says; null when it cannot be read, which has its finding already */
  yamlOf<T>(file: string, text: string | null, schema: z.ZodType<T>): YamlResult<T> {
    const result = readYaml({ file, language: null, text: text ?? '', firstLine: 1 }, schema);
    if (text !== null) this.findings.push(...result.findings);
    return result;
  }

  /** Reports every file that nobody has read. */
  reportStrays(): void {
    for (const file of this.files) {
      if (!this.#seen.has(file)) this.findings.push(strayFile(file, this.files, this.languages));
    }
  }

  /** All ordinary files below a folder; a link or another thing that is no file is a finding, and is never followed or opened. */
  #walk(folder: string): string[] {
    return entriesOf(path.join(this.root, folder)).flatMap((entry): string[] => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return this.#walk(file);
      if (entry.isFile()) return [file];
      const kind = entry.isSymbolicLink() ? 'link' : 'device';
      const language = languageOfFile(file, this.languages);
      this.findings.push({ code: 'C071', file, language, line: 1, column: 1, details: { kind } });
      return [];
    });
  }
}

/**
 * The text of an ordinary file below `content/`, and what is wrong with it as a text. Null, with a finding, when it cannot be read.
 * Its line ends are `\n`.
 * @param root absolute path of the project
 * @param file path from the root
 * @param origin who wrote it: what a command made of texts that editors wrote has no mistakes of its own
 */
export function readText(
  root: string,
  file: string,
  language: string | null,
  origin: 'written' | 'made' = 'written',
): { text: string | null; findings: Finding[] } {
  const refuse = (code: FindingCode, details: Finding['details'], place = { line: 1, column: 1 }) => ({
    text: null,
    findings: [{ code, file, language, ...place, details }],
  });
  const absolute = path.join(root, file);
  const { size } = statSync(absolute);
  if (size > maximumBytes) {
    return refuse('C067', { size: Math.round(size / 1024), limit: maximumBytes / 1024 });
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(absolute);
  } catch {
    return refuse('C071', { kind: 'unreadable' });
  }
  const decoded = decode(bytes);
  if (decoded.text === null) {
    return refuse(
      'C060',
      { kind: 'encoding', character: 'none' },
      positionAt(decoded.until, decoded.until.length),
    );
  }
  const text = withPlainLineEnds(decoded.text);
  if (origin === 'made') return { text, findings: [] };
  const yamlLines = file.endsWith('.yaml') ? Number.POSITIVE_INFINITY : frontMatterLines(text);
  const source = { file, language, text, yamlLines };
  return { text, findings: [...checkForm(source, decoded.text), ...checkCharacters(source)] };
}

function entriesOf(folder: string): Dirent[] {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}

/** How many lines of a page its front matter takes, with both rules around it. */
function frontMatterLines(text: string): number {
  const [block] = /^---\n[\s\S]*?\n---(?=\n|$)/.exec(text) ?? [''];
  return block === '' ? 0 : block.split('\n').length;
}
