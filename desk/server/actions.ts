import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { confirmPage, stateOfPage } from '#edit/confirm.ts';
import { newPage } from '#edit/new-page.ts';
import { noticeFrom } from '#edit/notice.ts';
import { type Changes, type Project, Refusal, WriteError, writeChanges } from '#edit/project.ts';
import { removeFile, removePage } from '#edit/remove.ts';
import { renameContent } from '#edit/rename.ts';
import { repair } from '#edit/repair.ts';
import { describe, translatorOf } from '#edit/report/describe.ts';
import { siteDay } from '#gate/finding/days.ts';
import { isError } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { documentOfPage, folderOfPage, keyPattern, pictureOfPage } from '#gate/read/files.ts';
import { maximumDocumentBytes, unusedDocument } from '#gate/rules/documents.ts';
import { plainName } from '#gate/rules/file-names.ts';
import { unusedPicture } from '#gate/rules/pictures.ts';
import { checkTexts } from './check-texts.ts';
import { type DeskFile, isInside, readDeskFile, schemaOfFile, versionOf } from './files.ts';
import { propose, versionAt } from './git.ts';
import { Refused, type SignedIn } from './guard.ts';
import { lock, otherWriter, release, type Writer } from './locks.ts';

/* What the desk can do. Every action takes JSON, which its schema checks, and answers with JSON. */

/** The largest request, in bytes: the texts of a page in every language; for a file, its base64 (RFC 4648, 4). */
export const largestRequest = (action: string) =>
  action === 'upload' ? Math.ceil((maximumDocumentBytes * 4) / 3) + 1024 : 2 * 1024 * 1024;

const text = z.string().max(256 * 1024);
const line = z.string().trim().max(200);
const files = z.array(line).max(200);
const versions = z.array(z.strictObject({ file: line, text, version: z.string().nullable() })).max(10);

interface Context {
  readonly project: Project;
  /** The language of the editor. */
  readonly language: string;
  readonly writer: Writer;
  /** Null on an editor's own machine. */
  readonly signedIn: SignedIn | null;
}

/** An action of a form: what it changes, and the screen or the sentence that is shown afterwards. */
interface Outcome {
  readonly changes?: Changes;
  readonly screen?: string;
  readonly sentence?: string;
}

type Work<Input> = (input: Input, context: Context) => object | Promise<object> | undefined;

/** An action whose input has a shape. `changes` in its result are written. */
const action = <Shape extends z.ZodRawShape>(shape: Shape, work: Work<z.infer<z.ZodObject<Shape>>>) => ({
  schema: z.strictObject(shape),
  work: work as (input: unknown, context: Context) => Outcome | Promise<Outcome> | undefined,
});

const actions = {
  check: action({ texts: z.record(line, text), key: line.nullable() }, ({ texts, key }, { project, language }) => {
    assertEditable(Object.keys(texts), project);
    return checkTexts(project, new Map(Object.entries(texts)), language, key);
  }),
  save: action({ files: versions }, (input, context) => save(input.files, context)),
  lock: action({ files, take: z.boolean() }, (input, { writer }) => ({ other: lock(input.files, writer, input.take) })),
  release: action({ files }, (input, { writer }) => release(input.files, writer)),
  repair: action({ file: line }, ({ file }, { project: { root, languages }, writer }) => {
    assertFree(root, [file], writer);
    repair(root, () => loadSite({ root, languages, drafts: true, day: today() }), [file]);
  }),
  confirm: action({ key: line, hasNoEffect: z.boolean() }, ({ key, hasNoEffect }, { project }) => {
    const changes = confirmPage(project, stateOfPage(project, key), { day: today(), hasNoEffect });
    return { changes: changes ?? new Map() };
  }),
  new: action({ kind: z.enum(['page', 'news', 'contact']), key: line }, ({ kind, key: name }, { project }) => {
    if (kind === 'contact') return { screen: `record/contacts/${name}` };
    const key = kind === 'news' ? `news/${today()}-${name}` : name;
    return { changes: newPage(project, key, today()), screen: `page/${key}` };
  }),
  rename: action({ from: line, to: line }, ({ from, to }, { project }) => {
    const { changes, kind } = renameContent(project, from, to);
    return { changes, screen: `${kind}/${to}` };
  }),
  notice: action({ template: line, page: line }, ({ template, page }, { project }) => {
    const pages = page === '' ? [] : [page];
    const { changes } = noticeFrom(project, template, { pages, units: [], begin: today() });
    const [file = ''] = changes.keys();
    return { changes, screen: file.replace(/^content(.*)\.yaml$/, 'record$1') };
  }),
  upload: action({ key: line, name: line, base64: z.base64() }, upload),
  remove: action({ file: line }, ({ file }, { project }) => {
    const isRecord = ['contact', 'notice', 'template'].includes(schemaOfFile(file) ?? '');
    const beside = pictureOfPage(file) ?? documentOfPage(file);
    if (!isRecord && !beside) throw new Refused(403, 'place');
    return { changes: removeFile(project, file), screen: beside ? `page/${beside.key}` : '' };
  }),
  removePage: action({ key: line, to: line, reason: line }, ({ key, to, reason }, { project }) => {
    if (!keyPattern.test(key)) throw new Refusal('badKey', { key });
    return { changes: removePage(project, key, to === '' ? { gone: true, reason } : { to }), screen: '' };
  }),
  version: action({ commit: z.string().regex(/^[0-9a-f]{40}$/), file: line }, ({ commit, file }, { project }) => {
    assertEditable([file], project);
    return versionAt(project.root, commit, file);
  }),
  propose: action(
    {
      ...{ groups: files.optional(), title: line.min(1).max(72), note: z.string().max(2000), confirmed: line },
      ...{ author: line.min(1).max(100), mail: z.email() },
    },
    async ({ groups = [], confirmed, ...input }, { project, signedIn, language }) => {
      if (groups.length === 0) throw new Refusal('nothingChosen');
      const say = translatorOf(project.messages, language);
      const note = [input.note, confirmed && `${say('desk.confirmedBy')}: ${confirmed}`].filter(Boolean).join('\n\n');
      const { branch, sent } = await propose(project, { ...input, ...signedIn, groups, note });
      return { branch, sent, sentence: say(sent ? 'desk.proposalSent' : 'desk.proposalKept', { branch }) };
    },
  ),
};

/** The names of the messages under which an action explains a refusal: those of the command that does the same. */
const group: Readonly<Record<string, string>> = { confirm: 'inStep', new: 'new', rename: 'rename', notice: 'notice' };

/**
 * Runs an action.
 * @returns the status and the JSON of the answer; a refusal has its `reason` in the language of the editor
 */
export async function run(
  name: string,
  input: unknown,
  context: Context,
): Promise<{ status: number; answer: unknown }> {
  const say = translatorOf(context.project.messages, context.language);
  const refuse = (status: number, reason: string) => ({ status, answer: { reason } });
  const found = Object.hasOwn(actions, name) ? actions[name as keyof typeof actions] : null;
  if (!found) return refuse(404, say('desk.refused.form'));
  const parsed = found.schema.safeParse(input);
  if (!parsed.success) return refuse(400, say('desk.refused.form'));
  try {
    const { changes, ...answer } = (await found.work(parsed.data, context)) ?? {};
    return { status: 200, answer: changes ? { ...write(changes, context), ...answer } : answer };
  } catch (error) {
    if (error instanceof Refused) {
      const { status, message, values, data } = error;
      return { status, answer: { reason: say(`desk.refused.${message}`, values), ...data } };
    }
    if (error instanceof Refusal)
      return refuse(422, say(`${group[name] ?? 'desk.refused'}.${error.message}`, error.values));
    if (!(error instanceof WriteError)) throw error;
    return refuse(507, say('report.notWritten', { file: error.file, reason: error.reason }));
  }
}

/** Writes texts, unless one of the files is no longer the version that the editor began with. */
function save(texts: readonly DeskFile[], context: Context) {
  const { project } = context;
  const changes = new Map(texts.map(({ file, text }) => [file, text]));
  assertEditable([...changes.keys()], project);
  const conflicts = texts.flatMap(({ file, text, version }) => {
    const onDisk = readDeskFile(project.root, file);
    return onDisk?.version === version || onDisk?.text === text ? [] : (onDisk ?? []);
  });
  if (conflicts.length > 0) throw new Refused(409, 'conflict', {}, { conflicts });
  write(changes, context);
  return { versions: Object.fromEntries(texts.map(({ file, text }) => [file, versionOf(text)])) };
}

/** Puts a picture or a document beside a page, under a plain name, unless the gate refuses it. */
function upload({ key, name, base64 }: Readonly<Record<'key' | 'name' | 'base64', string>>, context: Context) {
  const { root, languages, messages } = context.project;
  const target = `${folderOfPage(key)}/${plainName(name, 'file')}`;
  const isKnown = keyPattern.test(key) && existsSync(path.join(root, folderOfPage(key)));
  if (!isKnown || !(pictureOfPage(target) || documentOfPage(target))) throw new Refused(415, 'type');
  if (existsSync(path.join(root, target))) throw new Refusal('exists', { file: target });
  write(new Map([[target, Buffer.from(base64, 'base64')]]), context);
  const { findings } = loadSite({ root, languages, drafts: true });
  const unused: readonly string[] = [unusedPicture.code, unusedDocument.code];
  const error = findings.find((each) => each.file === target && isError(each) && !unused.includes(each.code));
  if (!error) return { file: target, name: path.posix.basename(target) };
  writeChanges(root, new Map([[target, null]]));
  const [words] = describe(error, { [context.language]: messages[context.language] ?? {} }, 'desk');
  throw new Refused(422, 'file', { words: `${words?.what} ${words?.write}` });
}

function write(changes: Changes, { project: { root }, writer }: Context) {
  assertFree(root, [...changes.keys()], writer);
  writeChanges(root, changes);
  return { files: [...changes.keys()] };
}

/** @throws Refused for a file outside of the content, that a link leads to, or that someone else writes */
function assertFree(root: string, names: readonly string[], writer: Writer): void {
  const isContent = (each: string) => each.startsWith('content/') && path.posix.normalize(each) === each;
  if (!names.every((each) => isContent(each) && isInside(root, each))) throw new Refused(403, 'place');
  const name = otherWriter(names, writer);
  if (name !== null) throw new Refused(423, 'locked', { name });
}

/** @throws Refused for a file that is not an editor's, or that a link leads to */
function assertEditable(names: readonly string[], { root }: Pick<Project, 'root'>): void {
  if (!names.every((each) => schemaOfFile(each) !== null && isInside(root, each))) throw new Refused(403, 'place');
}

const today = () => siteDay(process.env);
