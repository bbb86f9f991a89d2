import { z } from 'zod';
import { type Changes, WriteError, writeChanges } from '#edit/changes.ts';
import { confirmPage, stateOfPage } from '#edit/confirm.ts';
import { newPage } from '#edit/new-page.ts';
import { noticeFrom, withoutNotice } from '#edit/notice.ts';
import { type Project, Refusal } from '#edit/project.ts';
import { renamePage } from '#edit/rename-page.ts';
import { translatorOf } from '#edit/report/describe.ts';
import { siteDay } from '#gate/finding/days.ts';
import { checkTexts } from './check-texts.ts';
import { isEditable, isInside, readDeskFile, versionOf } from './files.ts';
import { history, propose, versionAt } from './git.ts';
import { Refused } from './guard.ts';

/* What the desk can do. Every action takes JSON, which its schema checks, and answers with JSON. */

const text = z.string().max(256 * 1024);
const file = z.string().max(300);
const key = z.string().max(200);
const name = z.string().max(100);

const schemas = {
  check: z.strictObject({ texts: z.record(file, text), key: key.nullable() }),
  save: z.strictObject({ files: z.array(z.strictObject({ file, text, version: z.string().nullable() })).max(10) }),
  confirm: z.strictObject({ key, hasNoEffect: z.boolean() }),
  new: z.strictObject({ key }),
  rename: z.strictObject({ from: key, to: key }),
  notice: z.strictObject({ template: name, everywhere: z.boolean(), pages: z.array(key), units: z.array(key) }),
  withoutNotice: z.strictObject({ key }),
  history: z.strictObject({ files: z.array(file).max(10) }),
  version: z.strictObject({ commit: z.string().regex(/^[0-9a-f]{40}$/), file }),
  propose: z.strictObject({
    files: z.array(file).min(1).max(200),
    title: z.string().trim().min(1).max(72),
    note: z.string().max(2000),
    author: z.string().trim().min(1).max(100),
    mail: z.email(),
  }),
} as const;

type Action = keyof typeof schemas;
type Input<Name extends Action> = z.infer<(typeof schemas)[Name]>;

interface Context {
  readonly project: Project;
  /** The language of the editor. */
  readonly language: string;
}

const actions: { readonly [Name in Action]: (input: Input<Name>, context: Context) => unknown } = {
  check({ texts, key: page }, { project, language }) {
    for (const each of Object.keys(texts)) assertEditable(each, project);
    return checkTexts(project, new Map(Object.entries(texts)), language, page);
  },
  save: ({ files }, { project }) => save(files, project),
  confirm({ key: page, hasNoEffect }, { project }) {
    const changes = confirmPage(project, stateOfPage(project, page), { day: today(), hasNoEffect });
    return write(project, changes ?? new Map());
  },
  new: ({ key: page }, { project }) => write(project, newPage(project, page, today())),
  rename: ({ from, to }, { project }) => write(project, renamePage(project, from, to)),
  notice({ template, everywhere, pages, units }, { project }) {
    const reach = everywhere ? { pages: [], units: [] } : { pages, units };
    return write(project, noticeFrom(project, template, { ...reach, begin: today() }).changes);
  },
  withoutNotice: ({ key: notice }, { project }) => write(project, withoutNotice(project, notice)),
  history({ files }, { project }) {
    for (const each of files) assertEditable(each, project);
    return history(project.root, files);
  },
  version({ commit, file: each }, { project }) {
    assertEditable(each, project);
    return versionAt(project.root, commit, each);
  },
  propose: (input, { project }) => propose(project, input),
};

/** The names of the messages under which an action explains a refusal: those of the command that does the same. */
const group: Partial<Record<Action, string>> = {
  confirm: 'inStep',
  new: 'new',
  rename: 'rename',
  notice: 'notice',
  withoutNotice: 'notice',
};

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
  if (!isAction(action)) return { status: 404, answer: { reason: say('desk.refused.form') } };
  const parsed = schemas[action].safeParse(input);
  if (!parsed.success) return { status: 400, answer: { reason: say('desk.refused.form') } };
  try {
    const work = actions[action] as (data: unknown, context: Context) => unknown;
    return { status: 200, answer: (await work(parsed.data, context)) ?? {} };
  } catch (error) {
    if (error instanceof Refused)
      return { status: error.status, answer: { reason: say(`desk.refused.${error.message}`) } };
    if (error instanceof Conflict) return { status: 409, answer: { conflicts: error.files } };
    if (error instanceof Refusal) {
      const reason = say(`${group[action] ?? 'desk.refused'}.${error.message}`, error.values);
      return { status: 422, answer: { reason } };
    }
    if (!(error instanceof WriteError)) throw error;
    return { status: 507, answer: { reason: say('report.notWritten', { file: error.file, reason: error.reason }) } };
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

/** Writes texts, unless one of the files is no longer the version that the editor began with. */
function save(files: Input<'save'>['files'], { root, languages }: Project) {
  for (const each of files) assertEditable(each.file, { root, languages });
  const conflicts = files.flatMap((each) => {
    const onDisk = readDeskFile(root, each.file);
    return onDisk?.version === each.version || onDisk?.text === each.text ? [] : (onDisk ?? []);
  });
  if (conflicts.length > 0) throw new Conflict(conflicts);
  writeChanges(root, new Map(files.map((each) => [each.file, each.text])));
  return { versions: Object.fromEntries(files.map((each) => [each.file, versionOf(each.text)])) };
}

function write({ root }: Project, changes: Changes) {
  if (![...changes.keys()].every((each) => isInside(root, each))) throw new Refused(403, 'place');
  writeChanges(root, changes);
  return { files: [...changes.keys()] };
}

/** @throws Refused for a file that the gate would not read, or that a link leads to */
function assertEditable(each: string, { root, languages }: Pick<Project, 'root' | 'languages'>): void {
  if (!isEditable(each, languages) || !isInside(root, each)) throw new Refused(403, 'place');
}

const today = () => siteDay(process.env);
