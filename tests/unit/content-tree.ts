import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { confirmationOf } from '#edit/confirm.ts';
import { type LoadResult, loadSite } from '#gate/load.ts';
import { folderOfPage } from '#gate/read/files.ts';
import { pathsFile, writeRegister } from '#gate/rules/paths.ts';
import { confirmationName } from '#gate/twins/confirmation.ts';
import { type Language, languages } from '#lib/languages/languages.ts';

/** Content as a table: path from the project's root to the text (or the bytes) of the file. */
export type Tree = Readonly<Record<string, string | Uint8Array>>;

/** Changes to a tree: new or different files, and `null` for a deleted one. */
export type Changes = Readonly<Record<string, string | Uint8Array | null>>;

const byCode = [...languages].sort((a, b) => (a.code < b.code ? -1 : 1));
const [firstByCode] = byCode;
const lastByCode = byCode.at(-1);
if (!firstByCode || !lastByCode || byCode.length < 2) throw new Error('The tests need two languages.');

/**
 * Two languages of the site. Cases change the files of `one`: its files are read last, so that a difference between twins is reported
 * there.
 */
export const one: Language = lastByCode;
export const other: Language = firstByCode;

/** The file of a page in a language. */
export const pageFile = (key: string, { code }: Language = one) => `content/pages/${key}/${code}.mdx`;

/** The text of a page: front matter as lines, then the body. */
export function pageText(values: Readonly<Record<string, string>>, body = 'A paragraph.'): string {
  const lines = Object.entries(values).map(([name, value]) => `${name}: ${value}`);
  return ['---', ...lines, '---', '', body, ''].join('\n');
}

/** The front matter of each page of the tree. */
export const fields = {
  home: {
    title: 'A site of a few pages',
    summary: 'A summary that is long enough to be taken for a real one.',
    slug: '""',
    template: 'home',
    updated: '2026-05-01',
  },
  services: {
    title: 'Services',
    summary: 'A summary that is long enough to be taken for a real one.',
    slug: 'services',
    template: 'sections',
    order: '1',
    updated: '2026-05-01',
  },
  'services/post': {
    title: 'The post room',
    summary: 'A summary that is long enough to be taken for a real one.',
    slug: 'services/post',
    template: 'service',
    contact: 'post-room',
    updated: '2026-05-01',
  },
} as const;

/** One value for each language, as lines of YAML under a field. */
const inEach = (value: string, indent = '  ') => languages.map(({ code }) => `${indent}${code}: ${value}`).join('\n');

const belgiumIn = ({ tag }: Language) => new Intl.DisplayNames(tag, { type: 'region' }).of('BE');

/** The contact records of the tree. */
export const contacts = {
  organisation: `kind: organisation
order: 1
name:
${inEach('The Organisation')}
purpose:
${inEach('It is the organisation of this small site.')}
languages: [fr]
verified: 2026-05-01
confirmedBy: source-text
address:
  street:
${inEach('High Street 1', '    ')}
  postcode: "1000"
  city:
${inEach('Town', '    ')}
  country:
${languages.map((language) => `    ${language.code}: ${belgiumIn(language)}`).join('\n')}
`,
  'post-room': `kind: support-service
order: 1
name:
${inEach('Post room')}
purpose:
${inEach('Letters that come in and letters that go out.')}
page: services/post
confirmedBy: source-text
languages: [nl]
channels:
  phone:
    - number: "+3225010411"
verified: 2026-05-01
`,
} as const;

/** The day of the check; findings about time depend on it. */
export const today = '2026-11-21';

export const settingsFile = 'content/site.yaml';
export const settings = `origin: https://site.example
organisation: organisation
navigation:
  header: [services]
  tasks: [services]
  footer: [services]
  legal: [services]
  lost: [home]
`;

export const contactFile = (id: keyof typeof contacts) => `content/contacts/${id}.yaml`;

export const redirectsFile = 'content/redirects.yaml';

/** The smallest site that uses every kind of file and passes the gate, with the same words in every language. */
export const validTree: Tree = {
  [settingsFile]: settings,
  [redirectsFile]: '[]\n',
  ...Object.fromEntries(Object.entries(contacts).map(([id, text]) => [`content/contacts/${id}.yaml`, text])),
  ...Object.fromEntries(
    Object.entries(fields).flatMap(([key, values]) =>
      languages.map((language) => [pageFile(key, language), pageText(values)]),
    ),
  ),
};

/** The page in one language, with other fields (null removes one) or another body. */
export function onePage(
  key: keyof typeof fields,
  changed: Readonly<Record<string, string | null>> = {},
  body?: string,
): Changes {
  return { [pageFile(key)]: pageText(without({ ...fields[key], ...changed }), body) };
}

/** The same in every language. */
export function allTwins(
  key: keyof typeof fields,
  changed: Readonly<Record<string, string | null>> = {},
  body?: string,
): Changes {
  const text = pageText(without({ ...fields[key], ...changed }), body);
  return Object.fromEntries(languages.map((language) => [pageFile(key, language), text]));
}

function without(values: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null));
}

/** The day on which the tree was confirmed. */
export const confirmedOn = '2026-05-01';

/** The path of the confirmation of a page. */
export const confirmationFile = (key: string) => `${folderOfPage(key)}/${confirmationName}`;

/**
 * Writes the valid tree with some changes to a temporary folder and loads it. All twins are confirmed as changed, unless the changes
 * include their confirmation.
 */
export function load(changes: Changes = {}, drafts = false, preview = false): LoadResult {
  const tree = { ...validTree, ...changes };
  const isConfirmed = Object.keys(changes).every((file) => !isTwin(file) || confirmationOfTwin(file) in changes);
  validConfirmations ??= confirmationsOf(validTree);
  const confirmations = isConfirmed ? validConfirmations : confirmationsOf(tree);
  return read({ [pathsFile]: registerOf(tree), ...confirmations, ...tree }, { drafts, preview });
}

/** A register of the paths of every page and redirect, as `npm run check -- --register` leaves it. The first page at a path owns it. */
function registerOf(tree: Changes): string {
  const paths = Object.entries(tree).flatMap(([file, text]) => {
    const [, key, code] = /^content\/pages\/(.+)\/([a-z]+)\.mdx$/.exec(file) ?? [];
    const slug = /^slug: (?:"")?([a-z0-9/-]*)$/m.exec(String(text ?? ''))?.[1];
    const isPublished = slug !== undefined && !/^draft: true$/m.test(String(text));
    return key && isPublished ? [{ path: `/${code}${slug && '/'}${slug}`, key }] : [];
  });
  const old = [...String(tree[redirectsFile]).matchAll(/from: (.*)\n {2}to: page:(.*)$/gm)];
  const all = [...old.map(([, path = '', key = '']) => ({ path, key })), ...paths.reverse()];
  return writeRegister('', [...new Map(all.map((entry) => [entry.path, entry])).values()]);
}

const isTwin = (file: string) => file.endsWith('.mdx');
const confirmationOfTwin = (file: string) => `${path.posix.dirname(file)}/${confirmationName}`;

/** The confirmations of the valid tree, which most cases share. */
let validConfirmations: Tree | null = null;

/** The confirmations that a tree lacks. */
function confirmationsOf(tree: Changes): Tree {
  const { pageStates } = read(tree, { drafts: true, preview: false });
  return Object.fromEntries(
    pageStates.flatMap(({ key, comparison }) =>
      comparison.kind === 'unconfirmed'
        ? [[confirmationFile(key), confirmationOf(comparison, confirmedOn, languages)]]
        : [],
    ),
  );
}

function read(tree: Changes, options: { drafts: boolean; preview: boolean }): LoadResult {
  const root = mkdtempSync(path.join(tmpdir(), 'content-'));
  try {
    for (const [file, content] of Object.entries(tree)) {
      if (content === null) continue;
      mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
      writeFileSync(path.join(root, file), content);
    }
    return loadSite({ root, languages, ...options, day: today, release: true });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
