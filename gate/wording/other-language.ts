import * as commonWords from 'stopword';
import type { Language } from '#lib/languages/languages.ts';
import type { Finding } from '../finding/finding.ts';
import { matches } from './marks.ts';
import type { Words } from './words.ts';

/** The small words by which a language shows: those that no other language of the site has. */
export interface SmallWords {
  readonly own: ReadonlySet<string>;
  /** Words of the other languages, each with the code of its language. */
  readonly foreign: ReadonlyMap<string, string>;
}

/**
 * The small words of each language, by its code. A word that two languages share says nothing, nor does a single letter, nor
 * a word of English: names and titles in English stand in texts of every language.
 */
export function smallWords(languages: readonly Language[]): ReadonlyMap<string, SmallWords> {
  const lists = new Map(languages.map((language) => [language.code, listOf(language.commonWords)]));
  const everywhere = listOf('eng');
  const isShared = (word: string) =>
    everywhere.has(word) || [...lists.values()].filter((list) => list.has(word)).length > 1;
  return new Map(
    languages.map(({ code }) => {
      const own = new Set([...(lists.get(code) ?? [])].filter((word) => !isShared(word)));
      const others = [...lists].filter(([other]) => other !== code);
      const foreign = others.flatMap(([other, list]) =>
        [...list].filter((word) => !isShared(word)).map((word) => [word, other] as const),
      );
      return [code, { own, foreign: new Map(foreign) }];
    }),
  );
}

function listOf(name: string): ReadonlySet<string> {
  const list = (commonWords as unknown as Record<string, readonly string[] | undefined>)[name];
  if (!list) throw new Error(`The package stopword has no list with the name "${name}".`);
  return new Set(list.filter((word) => word.length > 1));
}

/** How many words may stand between two small words of one stretch. */
const reach = 5;

/**
 * C106: words of another language of the site, in a text that does not say so: two of its small words close together, and
 * none of the text's own between them. One is enough when a twin has the very same passage, unless it looks like a name.
 * @param elsewhere the passages of the twins
 */
export function checkOtherLanguage(
  words: Words,
  { own, foreign }: SmallWords,
  elsewhere: ReadonlySet<string>,
): Finding[] {
  const findings: Finding[] = [];
  for (const { start, end, kind } of words.passages) {
    const passage = words.text.slice(start, end);
    // An attribute and a field cannot hold a mark of language, so there a quotation is left alone.
    const text =
      kind === 'attribute' || kind === 'field'
        ? passage.replace(/[‘“«„"][^’”»“"]*[’”»“"]/g, (quoted) => ' '.repeat(quoted.length))
        : passage;
    const found = stretchOf(text, own, foreign, elsewhere.has(passage) ? 1 : 2);
    if (!found) continue;
    const range = { start: start + found.start, end: start + found.end };
    findings.push(
      words.finding('C106', range, {
        found: text.slice(found.start, found.end),
        other: found.language,
        markable: kind === 'attribute' || kind === 'field' ? 'no' : 'yes',
      }),
    );
  }
  return findings;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly language: string;
}

interface Run extends Stretch {
  /** How many small words it has, and which word of the text the last one is. */
  readonly count: number;
  readonly last: number;
}

const anyWord = /\p{L}+/gu;

function stretchOf(
  text: string,
  own: ReadonlySet<string>,
  foreign: ReadonlyMap<string, string>,
  needed: number,
): Stretch | null {
  let run = null as Run | null;
  let place = 0;
  let isMixed = false;
  const others: string[] = [];
  for (const { match, start, end } of matches(text, anyWord)) {
    place++;
    const word = match[0].toLowerCase();
    const language = foreign.get(word);
    if (own.has(word)) {
      isMixed = true;
      run = null;
    } else if (language !== undefined) {
      const before: Run | null = run?.language === language && place - run.last <= reach ? run : null;
      run = { start: before?.start ?? start, end, language, count: (before?.count ?? 0) + 1, last: place };
      if (run.count > 1) return run;
    } else others.push(match[0]);
  }
  if (needed > 1 || !run || isMixed) return null;
  // What has no word in small letters but the small one itself looks like a name.
  return others.some((word) => /^\p{Ll}/u.test(word)) ? { ...run, start: 0, end: text.length } : null;
}
