import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { languages } from '#lib/languages/languages.ts';
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
  /** Queries about what other services do. */
  readonly elsewhere: readonly string[];
  /** Each question with what must be among the first three results: `page:<key>` or `contact:<id>`. */
  readonly questions: Readonly<Record<string, string>>;
}

/** A query of a visitor, with every answer that counts as right: `page:<key>` or `contact:<id>`. */
interface VisitorQuery {
  readonly code: string;
  readonly query: string;
  readonly right: readonly string[];
}

/**
 * The lists of queries, `tests/fixtures/search/<list>.tsv`, each with the least share of queries whose answer is first, and in the
 * first three, and the largest share of those without it. `collected` are queries of visitors; `further` were written without looking at the answers.
 */
export const queryLists = [
  { list: 'collected', first: 90, three: 97, absent: 0 },
  { list: 'further', first: 85, three: 93, absent: 2 },
] as const;

/** The queries of a list. */
function queriesIn(list: string): VisitorQuery[] {
  return readFileSync(path.join(root, `tests/fixtures/search/${list}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [code = '', query = '', right = ''] = line.split('\t');
      return { code, query, right: right.split(' ') };
    });
}

/** The place of the first right answer to each query of a list, from 0; -1 when no result is right. */
export function ranksOf(list: string): { readonly query: VisitorQuery; readonly rank: number }[] {
  const indexes = new Map(languages.map(({ code }) => [code, indexOf(code)]));
  return queriesIn(list).map((query) => {
    const index = indexes.get(query.code);
    if (!index) throw new Error(`There is no search in "${query.code}".`);
    const paths = query.right.map((answer) => pathOf(answer, query.code));
    return { query, rank: rankOf(index, query.query, paths) };
  });
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
