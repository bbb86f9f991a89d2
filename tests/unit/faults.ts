import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { type LoadResult, loadSite } from '#gate/load.ts';
import { fixtureLanguages as languages } from '../fixture-site.ts';
import { sentence } from '../long-text.ts';
import { type FindingCode, findingCodes } from '../rules/all-rules.ts';

/*
 * The corpus of faulty edits: `tests/fixtures/faults/<area>.yaml` are lists of mistakes as editors make them, each applied to the
 * small clean site in `tests/fixtures/faults/site`. A row:
 *
 *   - name: a phone number as on a business card
 *     file: content/contacts/ict.yaml      the file that the editor changes; then one of:
 *     replace: '"+3225010411"'               a text that it contains exactly once…
 *     with: 02 501 04 11                     …and what takes its place
 *     append: "\nA paragraph."               a text added at its end
 *     write: "…"                             the whole file, new or not
 *     picture: photo.jpg                     it becomes this file of tests/fixtures/pictures, with the text of append at its end
 *     document: report-nl.pdf                the same for a file of tests/fixtures/documents
 *     delete: true                           it is deleted
 *     link: ../nl.mdx                        it becomes a symbolic link
 *     times: 9000                            how often the text of append is repeated
 *                                            (%LONG-NL% is a text of a thousand invented sentences in that language)
 *     encoding: latin1                       the encoding of the file, UTF-8 by default (any name that Buffer accepts)
 *     also: [{ file: …, replace: …, … }]     changes to other files
 *     finds: C051 13                         code and line of what the gate must find, and nothing else; a list for several,
 *                                            and `C051 13 content/…` for another file than the one above
 *     says: "+32"                            words that the report must contain, for example the remedy
 *     fixed: true                            `--fix` repairs it, and the site is clean again
 *
 * The lists in `tests/fixtures/attacks/` have rows of the same shape. In them, `body` is a text at the end of a page, %RUN% code that
 * creates a canary, and %FILE% the path of that canary; the gate may find more than `finds`.
 *
 * An edit of one twin makes it differ from the other, and an edit of both makes them differ from what was confirmed (C110–C129, and
 * C258 for a new number or date): only rows that expect one of these findings compare them.
 */

/** One change to one file. */
export interface Edit {
  readonly file: string;
  readonly replace?: string;
  readonly with?: string;
  readonly append?: string;
  readonly write?: string;
  readonly picture?: string;
  readonly document?: string;
  readonly delete?: true;
  readonly link?: string;
  readonly times?: number;
  readonly encoding?: BufferEncoding;
}

export interface Fault extends Edit {
  readonly name: string;
  readonly area: string;
  readonly also?: readonly Edit[];
  readonly finds: string | readonly string[];
  readonly says?: string;
  readonly fixed?: true;
}

export interface Expected {
  readonly code: FindingCode;
  readonly line: number;
  readonly file: string;
}

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const siteFolder = path.join(fixtures, 'faults/site');

/** The page that attacks are added to. */
const attackedPage = 'content/pages/legal/nl.mdx';

/** A file that no attack may create. */
export const canary = path.join(tmpdir(), `canary-${process.pid}`);

/** The day on which the corpus is checked; findings about time depend on it. */
const today = '2026-11-21';

/** Every faulty edit. */
export const faults: readonly Fault[] = rowsOf(path.join(fixtures, 'faults'));

/** Every attempt to run code or to add markup. */
export const attacks: readonly Fault[] = rowsOf(path.join(fixtures, 'attacks'));

/** Every row of every list in a folder. */
function rowsOf(folder: string): Fault[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const area = path.basename(name, '.yaml');
      const rows = parse(readFileSync(path.join(folder, name), 'utf8'), (_, value) => armed(value)) as Row[];
      return rows.map(({ body, ...row }) => ({
        ...(body === undefined ? {} : { file: attackedPage, append: `\n${body}\n` }),
        ...row,
        area,
      }));
    });
}

type Row = Omit<Fault, 'area'> & { readonly body?: string };

/** Paragraphs of five sentences. */
function longText(code: string): string {
  const sentences = Array.from({ length: 1000 }, (_, index) => sentence(code.toLowerCase(), index));
  return sentences
    .map((each, index) => each + (index % 5 === 4 ? '\n\n' : ' '))
    .join('')
    .trimEnd();
}

/** A text of a row with what its placeholders stand for, such as code that creates the canary. */
function armed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const run = `globalThis.process.getBuiltinModule('node:fs').writeFileSync('${canary}', '')`;
  return value
    .replaceAll('%RUN%', run)
    .replaceAll('%FILE%', canary)
    .replace(/%LONG-(\w+)%/g, (_, code) => longText(code));
}

/** The files of the clean site, by their path from its root. */
const cleanSite: ReadonlyMap<string, Buffer> = new Map(
  readdirSync(siteFolder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => [path.relative(siteFolder, file), readFileSync(file)] as const),
);

/** The files of the clean site, as paths from its root. */
export const cleanFiles: readonly string[] = [...cleanSite.keys()];

/** What the gate must find. */
export function expectedOf({ file, finds }: Fault): Expected[] {
  return [finds].flat().map((each) => {
    const [, word = '', line = '', elsewhere = file] = /^(C\d{3}) (\d+)(?: (.+))?$/.exec(each) ?? [];
    const code = findingCodes.find((known) => known === word);
    if (!code) throw new Error(`"${each}" does not start with a code that exists and a line.`);
    return { code, line: Number(line), file: elsewhere };
  });
}

/** The folders that these files are in. */
const cleanFolders = new Set(
  cleanFiles.flatMap((file) => file.split('/').map((_, end, steps) => steps.slice(0, end).join('/'))),
);

/** Folders with the clean site that no test uses: to make one takes half as long as to read it. */
const unused: string[] = [];
process.on('exit', () => {
  for (const folder of unused) rmSync(folder, { recursive: true, force: true });
});

/** A temporary folder with the clean site. */
function cleanFolder(): string {
  const folder = unused.pop();
  if (folder !== undefined) return folder;
  const made = mkdtempSync(path.join(tmpdir(), 'fault-'));
  for (const [file, bytes] of cleanSite) write(path.join(made, file), bytes);
  return made;
}

function write(place: string, bytes: Buffer): void {
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, bytes);
}

/** The files of the clean site after edits; null for one that is deleted. */
function changedFiles(edits: readonly Edit[]): ReadonlyMap<string, Buffer | null> {
  const changed = new Map<string, Buffer | null>();
  for (const edit of edits) {
    const before = changed.has(edit.file) ? changed.get(edit.file) : cleanSite.get(edit.file);
    if (edit.link === undefined) changed.set(edit.file, edited(edit, before ?? undefined));
  }
  return changed;
}

/** The texts of the files that a fault changes, after its edits. */
export function changedTexts(fault: Fault): Map<string, string> {
  return new Map([...changedFiles(editsOf(fault))].map(([file, bytes]) => [file, String(bytes ?? '')]));
}

/** The clean site in a temporary folder, with edits. */
export class EditedSite implements Disposable {
  readonly root = cleanFolder();

  constructor(edits: readonly Edit[] = []) {
    for (const [file, bytes] of changedFiles(edits)) {
      const place = path.join(this.root, file);
      if (bytes) write(place, bytes);
      else rmSync(place);
    }
    for (const { file, link } of edits) {
      if (link === undefined) continue;
      const place = path.join(this.root, file);
      rmSync(place, { recursive: true, force: true });
      mkdirSync(path.dirname(place), { recursive: true });
      symlinkSync(link, place);
    }
  }

  load(day = today): LoadResult {
    return loadSite({ root: this.root, languages, drafts: true, day, release: true });
  }

  /** Every file as it is now, by its path from the root. */
  read(): Map<string, string> {
    return new Map(
      readdirSync(this.root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort()
        .map((file) => [path.relative(this.root, file), readFileSync(file, 'latin1')]),
    );
  }

  /** Makes the folder clean again, for the next test. */
  [Symbol.dispose](): void {
    const kept = new Set<string>();
    for (const entry of readdirSync(this.root, { recursive: true, withFileTypes: true })) {
      const place = path.join(entry.parentPath, entry.name);
      const name = path.relative(this.root, place);
      const bytes = entry.isFile() ? cleanSite.get(name) : undefined;
      if (bytes?.equals(readFileSync(place))) kept.add(name);
      else if (!entry.isDirectory() || !cleanFolders.has(name)) rmSync(place, { recursive: true, force: true });
    }
    for (const [name, bytes] of cleanSite) if (!kept.has(name)) write(path.join(this.root, name), bytes);
    unused.push(this.root);
  }
}

/** All edits of a fault, its own first. */
export const editsOf = (fault: Fault): Edit[] => [fault, ...(fault.also ?? [])];

/** The bytes of a file after an edit; null when it is deleted. */
function edited(edit: Edit, before: Buffer | undefined): Buffer | null {
  if (edit.delete) {
    if (!before) throw new Error(`${edit.file} cannot be deleted: the clean site has no such file.`);
    return null;
  }
  const { picture, document, append = '', times = 1 } = edit;
  if (picture !== undefined || document !== undefined) {
    const file = picture === undefined ? `documents/${document}` : `pictures/${picture}`;
    const bytes = readFileSync(path.join(fixtures, file), 'latin1');
    return Buffer.concat([Buffer.from(String(armed(bytes)), 'latin1'), Buffer.from(append.repeat(times))]);
  }
  return Buffer.from(textAfter(edit, before?.toString('utf8')), edit.encoding ?? 'utf8');
}

function textAfter({ file, replace, with: replacement, append, write, times = 1 }: Edit, before?: string): string {
  if (write !== undefined) return write;
  if (before === undefined) throw new Error(`The clean site has no ${file} to change.`);
  if (append !== undefined) return before + append.repeat(times);
  if (replace === undefined || replacement === undefined) throw new Error(`The row has no edit for ${file}.`);
  const parts = before.split(replace);
  if (parts.length !== 2) throw new Error(`${file} contains ${JSON.stringify(replace)} ${parts.length - 1} times.`);
  return parts.join(replacement);
}
