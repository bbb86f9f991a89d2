import { digitsOf, digitsOfNumbers } from '../contacts/digits.ts';
import { fold } from '../languages/fold.ts';
import { excerptOf } from './excerpt.ts';
import { type Label, labelGain, labelsOf } from './labels.ts';
import { type Knowledge, type Query, readQuery, type Thing } from './query.ts';
import type { SearchData, SearchedRecord } from './search-data.ts';
import { SiteWords } from './site-words.ts';
import { fieldsOf, type Match, TextIndex } from './text-index.ts';
import { searchWords, wordPattern, wordsIn } from './words.ts';

export interface Answer {
  /** The query as typed, with the nearest word of the site in place of an unknown word. */
  readonly query: string;
  /** Best first. */
  readonly results: readonly Result[];
}

export interface Result {
  readonly record: SearchedRecord;
  /** A passage of it: plain parts at even places, matching words at odd ones. */
  readonly excerpt: readonly string[];
}

/** A record, by its place in the list, with what ranks it. */
interface Candidate extends Match {
  readonly id: number;
  /** How much more it counts because its labels, or a phrase in its text, say what the query asks for. */
  readonly gain: number;
}

/** How much a record loses for missing parts of the query: its score is multiplied by the share found, to this power. */
const completeness = 1.5;

/** Records that score less than this part of the best one are noise, unless they gain by a label or a phrase. */
const leastOfBest = 0.1;

/** How much a record gains each time that it holds a query of several words as a phrase, and how often that counts. */
const phraseGain = 1;
const mostPhrases = 3;

/** The phrase that every result must contain: the text between quotation marks. */
const quoted = /["“”„«]\s*([^"“”„«»]+?)\s*["“”»]/g;

/** The search index of a site in one language. The browser makes it: the texts are smaller than an index of them. */
export class SiteIndex {
  readonly #records: readonly SearchedRecord[];
  readonly #labels: readonly (readonly Label[])[];
  /** The folded words of each record, with a space around each. */
  readonly #words: readonly string[];
  readonly #index: TextIndex;
  readonly #knowledge: Knowledge;

  constructor({ records, synonyms, common }: SearchData) {
    const fields = records.map(fieldsOf);
    const words = fields.map((each) => wordsIn(Object.values(each).join('\n')));
    const isCommon = new Set(common);
    this.#records = records;
    this.#labels = records.map((record) => labelsOf(record, isCommon));
    this.#words = words.map((each) => ` ${each.join(' ')} `);
    this.#index = new TextIndex(fields);
    this.#knowledge = {
      siteWords: new SiteWords(words.flat(), synonyms.flat().flatMap(wordsIn)),
      written: (word) => this.#written(word),
      common: isCommon,
      labels: new Set(this.#labels.flat().map(({ text }) => text)),
      synonyms: synonyms.map((group) => group.map((term) => term.split(' '))),
    };
  }

  /**
   * Answers a telephone number, or a part of one, with the records that have it, and any other query by its words. A text in
   * quotation marks is a phrase that every result holds, word for word.
   */
  answer(typed: string): Answer {
    const called = this.#calledBy(digitsOf(typed));
    if (called.length > 0)
      return { query: typed, results: called.map((record) => ({ record, excerpt: excerptOf(record, []) })) };
    const phrases = [...typed.matchAll(quoted)].map(([, phrase = '']) => ` ${searchWords(phrase).join(' ')} `);
    const query = readQuery(typed, this.#knowledge, phrases.length > 0);
    const results = this.#rank(query)
      .filter(({ id }) => phrases.every((phrase) => this.#words[id]?.includes(phrase)))
      .flatMap(({ id, words }) => {
        const record = this.#records[id];
        const marked = words.filter((word) => !this.#knowledge.common.has(word));
        return record ? { record, excerpt: excerptOf(record, marked) } : [];
      });
    return { query: query.text, results };
  }

  /** The records with a telephone number that has these digits: first those that it belongs to, then those that mention it. */
  #calledBy(digits: string): SearchedRecord[] {
    if (digits === '') return [];
    const has = (numbers: readonly string[]) => numbers.some((number) => number.includes(digits));
    const own = this.#records.filter(({ numbers }) => has(numbers));
    const mentioned = this.#records.filter(({ text }) => has(digitsOfNumbers(text)));
    return [...new Set([...own, ...mentioned])];
  }

  #written(word: string): string {
    const texts = this.#records.flatMap(({ title, names, topics, keywords, text }) => [
      text,
      title,
      ...[names, topics, keywords].flat(),
    ]);
    const written = texts.flatMap((text) => text.match(wordPattern) ?? []).find((each) => fold(each) === word);
    return written?.toLowerCase() ?? word;
  }

  #rank(query: Query): Candidate[] {
    const matches = query.things.map((thing) => this.#matchesOf(thing));
    const shares = this.#sharesOf(matches);
    const candidates = this.#records.map((_, id) => this.#candidate(id, query, matches, shares));
    const best = Math.max(...candidates.map(({ score }) => score));
    return candidates
      .filter(({ score, gain }) => score > 0 && (gain > 0 || score > best * leastOfBest))
      .map((candidate) => ({ ...candidate, score: candidate.score * (1 + candidate.gain) }))
      .sort((a, b) => b.score - a.score);
  }

  /** How much of the query each thing is: the rarer on the site, the more. What no record has is no part of it. */
  #sharesOf(matches: readonly Map<number, Match>[]): number[] {
    const rarities = matches.map(({ size }) => (size === 0 ? 0 : Math.log(1 + this.#records.length / size)));
    const all = rarities.reduce((sum, rarity) => sum + rarity, 0);
    return rarities.map((rarity) => rarity / (all || 1));
  }

  #candidate(id: number, query: Query, matches: readonly Map<number, Match>[], shares: readonly number[]): Candidate {
    const own = matches.map((each) => each.get(id));
    const gain = labelGain(this.#labels[id] ?? [], query, shares) + this.#phraseGain(id, query.words);
    const sum = own.reduce((total, match) => total + (match?.score ?? 0), 0);
    const share = own.reduce((total, match, place) => total + (match ? (shares[place] ?? 0) : 0), 0);
    return {
      id,
      gain,
      // A query of common words alone finds what is called so.
      score: query.things.length === 0 ? Number(gain > 0) : sum * share ** completeness,
      words: own.flatMap((match) => match?.words ?? []),
    };
  }

  /** For each record, its best match with one of the ways to say a thing, and all its words that match any. */
  #matchesOf(thing: Thing): Map<number, Match> {
    const best = new Map<number, Match>();
    for (const term of thing) {
      for (const [id, { score, words }] of this.#index.matches(term)) {
        const other = best.get(id);
        best.set(id, { score: Math.max(score, other?.score ?? 0), words: [...words, ...(other?.words ?? [])] });
      }
    }
    return best;
  }

  #phraseGain(id: number, words: readonly string[]): number {
    if (words.length < 2) return 0;
    const times = (this.#words[id] ?? '').split(` ${words.join(' ')} `).length - 1;
    return Math.min(times, mostPhrases) * phraseGain;
  }
}
