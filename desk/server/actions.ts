import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { confirmPage, stateOfPage } from '#edit/confirm.ts';
import { newPage } from '#edit/new-page.ts';
import { noticeFrom } from '#edit/notice.ts';
import { type Changes, type Project, Refusal, WriteError, writeChanges } from '#edit/project.ts';
import { removeFile, removePage } from '#edit/remove.ts';
import { renamePage } from '#edit/rename-page.ts';
import { repair } from '#edit/repair.ts';
import { describe, translatorOf } from '#edit/report/describe.ts';
import { siteDay } from '#gate/finding/days.ts';
import { isError } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { documentOfPage, folderOfPage, isPageKey, keyPattern, pictureOfPage } from '#gate/read/files.ts';
import { maximumDocumentBytes, unusedDocument } from '#gate/rules/documents.ts';
import { plainName } from '#gate/rules/file-names.ts';
import { unusedPicture } from '#gate/rules/pictures.ts';
import { checkTexts } from './check-texts.ts';
import { isInside, readDeskFile, schemaOfFile, versionOf } from './files.ts';
import { history, propose, versionAt } from './git.ts';
import { Refused, type SignedIn } from './guard.ts';
import { lock, otherWriter, release, type Writer } from './locks.ts';

/* What the desk can do. Every action takes JSON, which its schema checks, and answers with JSON. */

/** The largest request, in bytes: the texts of a page in every language; for a file, its base64 (RFC 4648, 4). */
export const largestRequest = (action: string) =>
  action === 'upload' ? Math.ceil((maximumDocumentBytes * 4) / 3) + 1024 : 2 * 1024 * 1024;

const text = z.string().max(256 * 1024);
const file = z.string().max(300);
const key = z.string().max(200);
const line = z.string().trim().max(200);
const files = z.array(file).max(200);

const schemas = {
  check: z.strictObject({ texts: z.record(file, text), key: key.nullable() }),
  save: z.strictObject({ files: z.array(z.strictObject({ file, text, version: z.string().nullable() })).max(10) }),
  lock: z.strictObject({ files, take: z.boolean() }),
  release: z.strictObject({ files }),
  repair: z.strictObject({ file }),
  confirm: z.strictObject({ key, hasNoEffect: z.boolean() }),
  new: z.strictObject({ key }),
  rename: z.strictObject({ from: key, to: key }),
  notice: z.strictObject({ template: key, pages: z.array(key) }),
  upload: z.strictObject({ key, name: line, base64: z.base64() }),
  remove: z.strictObject({ file }),
  removePage: z.strictObject({ key, to: key, reason: line }),
  history: z.strictObject({ files }),
  version: z.strictObject({ commit: z.string().regex(/^[0-9a-f]{40}$/), file }),
  propose: z.strictObject({
    files: files.min(1),
    title: line.min(1).max(72),
    note: z.string().max(2000),
    author: line.min(1).max(100),
    mail: z.email(),
  }),
} as const;

type Action = keyof typeof schemas;
type Input<Name extends Action> = z.infer<(typeof schemas)[Name]>;

interface Context {
  readonly project: Project;
  /** The language of the editor. */
  readonly language: string;
  readonly writer: Writer;
  /** Null on an editor's own machine. */
  readonly signedIn: SignedIn | null;
}

const actions: { readonly [Name in Action]: (input: Input<Name>, context: Context) => unknown } = {
  check({ texts, key: page }, { project, language }) {
    assertEditable(Object.keys(texts), project);
    return checkTexts(project, new Map(Object.entries(texts)), language, page);
  },
  save,
  lock: ({ files: each, take }, { writer }) => ({ other: lock(each, writer, take) }),
  release: ({ files: each }, { writer }) => release(each, writer),
  repair({ file: each }, { project: { root, languages }, writer }) {
    assertFree(root, [each], writer);
    repair(root, () => loadSite({ root, languages, drafts: true, day: today() }), [each]);
  },
  confirm({ key: page, hasNoEffect }, { project, writer }) {
    const changes = confirmPage(project, stateOfPage(project, page), { day: today(), hasNoEffect });
    return write(project, changes ?? new Map(), writer);
  },
  new: ({ key: page }, { project, writer }) => write(project, newPage(project, page, today()), writer),
  rename: ({ from, to }, { project, writer }) => write(project, renamePage(project, from, to), writer),
  notice: ({ template, pages }, { project, writer }) =>
    write(project, noticeFrom(project, template, { pages, units: [], begin: today() }).changes, writer),
  upload,
  remove({ file: each }, { project, writer }) {
    const isRecord = ['contact', 'notice', 'template'].includes(schemaOfFile(each) ?? '');
    if (!isRecord && !pictureOfPage(each) && !documentOfPage(each)) throw new Refused(403, 'place');
    return write(project, removeFile(project, each), writer);
  },
  removePage({ key: page, to, reason }, { project, writer }) {
    if (!keyPattern.test(page)) throw new Refusal('badKey', { key: page });
    return write(project, removePage(project, page, to === '' ? { gone: true, reason } : { to }), writer);
  },
  history({ files: each }, { project }) {
    assertEditable(each, project);
    return history(project.root, each);
  },
  version({ commit, file: each }, { project }) {
    assertEditable([each], project);
    return versionAt(project.root, commit, each);
  },
  propose: (input, { project, signedIn }) => propose(project, { ...input, ...signedIn }),
};

/** The names of the messages under which an action explains a refusal: those of the command that does the same. */
const group: Partial<Record<Action, string>> = { confirm: 'inStep', new: 'new', rename: 'rename', notice: 'notice' };

/**
 * Runs an action.
 * @returns the status and the JSON of the answer; a refusal has its `reason` in the language of the editor
 */
export async function run(
  action: string,
  input: unknown,
  context: Context,
): Promise<{ status: number; answer: unknown }> {
  const say = translatorOf(context.project.messages, context.language);
  const refuse = (status: number, reason: string) => ({ status, answer: { reason } });
  if (!isAction(action)) return refuse(404, say('desk.refused.form'));
  const parsed = schemas[action].safeParse(input);
  if (!parsed.success) return refuse(400, say('desk.refused.form'));
  try {
    const work = actions[action] as (data: unknown, context: Context) => unknown;
    return { status: 200, answer: (await work(parsed.data, context)) ?? {} };
  } catch (error) {
    if (error instanceof Refused) return refuse(error.status, say(`desk.refused.${error.message}`));
    if (error instanceof Conflict) return { status: 409, answer: { conflicts: error.files } };
    if (error instanceof Faulty) return refuse(422, error.message);
    if (error instanceof Refusal) {
      const names = error.message === 'locked' ? 'desk.refused' : (group[action] ?? 'desk.refused');
      return refuse(error.message === 'locked' ? 423 : 422, say(`${names}.${error.message}`, error.values));
    }
    if (!(error instanceof WriteError)) throw error;
    return refuse(507, say('report.notWritten', { file: error.file, reason: error.reason }));
  }
}

function isAction(action: string): action is Action {
  return Object.hasOwn(schemas, action);
}

/** Files that changed on disk since the editor opened them. */
class Conflict extends Error {
  readonly files: readonly { readonly file: string; readonly text: string; readonly version: string | null }[];

  constructor(files: Conflict['files']) {
    super('conflict');
    this.files = files;
  }
}

/** A file that the gate refuses, in the words of its finding. */
class Faulty extends Error {}

/** Writes texts, unless one of the files is no longer the version that the editor began with. */
function save({ files: texts }: Input<'save'>, { project, writer }: Context) {
  const { root } = project;
  const names = texts.map((each) => each.file);
  assertEditable(names, project);
  const conflicts = texts.flatMap((each) => {
    const onDisk = readDeskFile(root, each.file);
    return onDisk?.version === each.version || onDisk?.text === each.text ? [] : (onDisk ?? []);
  });
  if (conflicts.length > 0) throw new Conflict(conflicts);
  write(project, new Map(texts.map((each) => [each.file, each.text])), writer);
  return { versions: Object.fromEntries(texts.map((each) => [each.file, versionOf(each.text)])) };
}

/** Puts a picture or a document beside a page, under a plain name, unless the gate refuses it. */
function upload({ key: page, name, base64 }: Input<'upload'>, { project, language, writer }: Context) {
  const { root, languages, messages } = project;
  const target = `${folderOfPage(page)}/${plainName(name, 'file')}`;
  const isKnown = (isPageKey(page) || keyPattern.test(page)) && existsSync(path.join(root, folderOfPage(page)));
  if (!isKnown || !(pictureOfPage(target) || documentOfPage(target))) throw new Refused(415, 'type');
  if (existsSync(path.join(root, target))) throw new Refusal('exists', { file: target });
  write(project, new Map([[target, Buffer.from(base64, 'base64')]]), writer);
  const { findings } = loadSite({ root, languages, drafts: true });
  const unused: readonly string[] = [unusedPicture.code, unusedDocument.code];
  const error = findings.find((each) => each.file === target && isError(each) && !unused.includes(each.code));
  if (!error) return { file: target, name: path.posix.basename(target) };
  writeChanges(root, new Map([[target, null]]));
  const [words] = describe(error, { [language]: messages[language] ?? {} });
  throw new Faulty(`${words?.what} ${words?.write}`);
}

function write({ root }: Project, changes: Changes, writer: Writer) {
  assertFree(root, [...changes.keys()], writer);
  writeChanges(root, changes);
  return { files: [...changes.keys()] };
}

/** @throws Refused for a file outside of the content, or that a link leads to; Refusal when someone else writes it */
function assertFree(root: string, names: readonly string[], writer: Writer): void {
  if (
    !names.every((each) => each.startsWith('content/') && path.posix.normalize(each) === each && isInside(root, each))
  )
    throw new Refused(403, 'place');
  const name = otherWriter(names, writer);
  if (name !== null) throw new Refusal('locked', { name });
}

/** @throws Refused for a file that is not an editor's, or that a link leads to */
function assertEditable(names: readonly string[], { root }: Pick<Project, 'root'>): void {
  if (!names.every((each) => schemaOfFile(each) !== null && isInside(root, each))) throw new Refused(403, 'place');
}

const today = () => siteDay(process.env);
