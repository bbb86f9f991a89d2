import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type SearchData, searchDataPath } from '#lib/search/search-data.ts';
import { SiteIndex } from '#lib/search/site-index.ts';
import { directoryPath, pageOf, twinOf } from '#lib/site/site.ts';
import { out, root, site } from './published-site.ts';

/** Questions of visitors in one language: `tests/fixtures/search/<code>.yaml`. */
export interface Questions {
  /** A question with results. */
  readonly plain: string;
  /** A slip, and what was meant. */
  readonly slip: string;
  readonly meant: string;
  /** A word of another language. */
  readonly foreign: string;
  /** Each question with what must be among the first three results: `page:<key>` or `contact:<id>`. */
  readonly questions: Readonly<Record<string, string>>;
}

/** The questions in a language. */
export function questionsIn(code: string): Questions {
  return parse(readFileSync(path.join(root, `tests/fixtures/search/${code}.yaml`), 'utf8'));
}

/** The address of an answer: of `page:services/ict`, or of `contact:ccb`, whose page or else entry in the directory it is. */
export function pathOf(answer: string, code: string): string {
  const [kind, key = ''] = answer.split(':');
  const page = kind === 'page' ? key : site.contacts.find(({ id }) => id === key)?.page;
  return page ? twinOf(pageOf(site, page), code).path : directoryPath(site, key, code);
}

/** The published file with the search data of a language. */
export function searchFileOf(code: string): string {
  const name = searchDataPath({ code }).slice(1).replace('.json', '');
  const file = readdirSync(path.join(out, 'site/assets')).find(
    (each) => each.startsWith(`${name}.`) && each.endsWith('.json'),
  );
  if (!file) throw new Error(`There is no search data for "${code}".`);
  return path.join(out, 'site/assets', file);
}

/** The published search data of a language. */
export function searchDataOf(code: string): SearchData {
  return JSON.parse(readFileSync(searchFileOf(code), 'utf8'));
}

/** The search index of a language, as browsers make it. */
export function indexOf(code: string): SiteIndex {
  return new SiteIndex(searchDataOf(code));
}

/** The place of the first right result of a question, from 0; -1 when no result is right. */
export function rankOf(index: SiteIndex, question: string, right: readonly string[]): number {
  return index.answer(question).results.findIndex(({ record }) => right.includes(record.path));
}
