import { fold } from '../languages/fold.ts';
import { excerptOf } from './excerpt.ts';
import { type Label, labelGain, labelsOf } from './labels.ts';
import { type Knowledge, type Query, readQuery, type Thing } from './query.ts';
import type { SearchData, SearchedRecord } from './search-data.ts';
import { fieldsOf, type Match, TextIndex } from './text-index.ts';
import { Vocabulary } from './vocabulary.ts';
import { wordPattern, wordsIn } from './words.ts';

/** The answer to a query. */
export interface Answer {
  /** The query as typed, with the nearest word of the site in place of an unknown word. */
  readonly query: string;
  /** Best first. */
  readonly results: readonly Result[];
}

/** A record that answers a query. */
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

/** How much a record loses for each part of the query that it lacks: its share of them to this power. */
const completeness = 1.5;

/** Records that score less than this part of the best one are noise, unless they gain by a label or a phrase. */
const leastOfBest = 0.1;

/** How much a record gains each time that it holds a query of several words as a phrase, and how often that counts. */
const phraseGain = 0.5;
const mostPhrases = 3;

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
      vocabulary: new Vocabulary([...words.flat(), ...synonyms.flat().flatMap(wordsIn)]),
      nearest: (word) => this.#index.nearest(word),
      written: (word) => this.#written(word),
      common: isCommon,
      synonyms: synonyms.map((group) => group.map((term) => term.split(' '))),
    };
  }

  /** Answers a telephone number, or a part of one, with the records that have it, and any other query by its words. */
  answer(typed: string): Answer {
    const digits = digitsOf(typed);
    const called = this.#records.filter(
      ({ numbers }) => digits !== '' && numbers.some((number) => number.includes(digits)),
    );
    if (called.length > 0)
      return { query: typed, results: called.map((record) => ({ record, excerpt: excerptOf(record, []) })) };
    const query = readQuery(typed, this.#knowledge);
    const results = this.#rank(query).flatMap(({ id, words }) => {
      const record = this.#records[id];
      const marked = words.filter((word) => !this.#knowledge.common.has(word));
      return record ? { record, excerpt: excerptOf(record, marked) } : [];
    });
    return { query: query.text, results };
  }

  #written(word: string): string {
    const texts = this.#records.flatMap(({ title, names, tasks, keywords, headings, text }) => [
      text,
      title,
      ...[names, tasks, keywords, headings].flat(),
    ]);
    const written = texts
      .flatMap((text) => text.match(wordPattern) ?? [])
      .find((each) => fold(each) === word);
    return written?.toLowerCase() ?? word;
  }

  #rank(query: Query): Candidate[] {
    const matches = query.things.map((thing) => this.#matchesOf(thing));
    const candidates = this.#records.map((_, id) => this.#candidate(id, query, matches));
    const best = Math.max(...candidates.map(({ score }) => score));
    return candidates
      .filter(({ score, gain }) => score > 0 && (gain > 0 || score > best * leastOfBest))
      .map((candidate) => ({ ...candidate, score: candidate.score * (1 + candidate.gain) }))
      .sort((a, b) => b.score - a.score);
  }

  #candidate(id: number, { words, things, text }: Query, matches: readonly Map<number, Match>[]): Candidate {
    const own = matches.flatMap((each) => each.get(id) ?? []);
    const gain = labelGain(this.#labels[id] ?? [], { words, things, text }) + this.#phraseGain(id, words);
    const sum = own.reduce((total, { score }) => total + score, 0);
    return {
      id,
      gain,
      // A query of common words alone finds what is called so.
      score: things.length === 0 ? Number(gain > 0) : sum * (own.length / things.length) ** completeness,
      words: own.flatMap((match) => match.words),
    };
  }

  /** For each record, its best match with one of the ways to say a thing, and all its words that match any. */
  #matchesOf(thing: Thing): Map<number, Match> {
    const best = new Map<number, Match>();
    for (const term of thing) {
      for (const [id, { score, words }] of this.#index.matches(term)) {
        const other = best.get(id);
        best.set(id, {
          score: Math.max(score, other?.score ?? 0),
          words: [...words, ...(other?.words ?? [])],
        });
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

/** The digits of a telephone number as records hold them, without `(0)` and leading zeros; empty for any other text. */
function digitsOf(typed: string): string {
  if (!/^[\d\s+()./-]{3,}$/.test(typed)) return '';
  return typed.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '');
}
