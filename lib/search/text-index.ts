import MiniSearch from 'minisearch';
import { fold } from '../languages/fold.ts';
import { otherForm, type Term } from './query.ts';
import { headingMark, type SearchedRecord } from './search-data.ts';
import { wordsIn } from './words.ts';

/** How much a match in each field counts: what a record is called and is about more than what it mentions. */
const boost = { names: 8, topics: 4, headings: 3, lead: 3, keywords: 1, text: 1 };

/** The folded texts of a record, by the field in which they are searched. */
export type Fields = Readonly<Record<keyof typeof boost, string>>;

/** How well a record matches. */
export interface Match {
  readonly score: number;
  readonly words: readonly string[];
}

/** Sorts the texts of a record into fields, and folds them. */
export function fieldsOf(record: SearchedRecord): Fields {
  const lines = record.text.split('\n');
  const isHeading = (line: string) => line.startsWith(headingMark);
  const titles = record.translations.map(([title]) => title);
  const folded = (texts: readonly string[]) => fold(texts.join('\n'));
  return {
    names: folded([record.title, ...record.names, ...titles]),
    topics: folded(record.topics),
    headings: folded(lines.filter(isHeading)),
    keywords: folded(record.keywords),
    lead: folded(lines.slice(0, 1)),
    text: folded(lines.slice(1).filter((line) => !isHeading(line))),
  };
}

/** Scores records, known by their place in a list, with MiniSearch (BM25+). */
export class TextIndex {
  readonly #engine = new MiniSearch<Fields & { readonly id: number }>({
    fields: Object.keys(boost),
    tokenize: wordsIn,
    processTerm: (word) => word,
    searchOptions: { boost },
  });

  constructor(records: readonly Fields[]) {
    this.#engine.addAll(records.map((fields, id) => ({ ...fields, id })));
  }

  /** The records that hold all words of a term, by their place. */
  matches({ words, weight }: Term): Map<number, Match> {
    const results = this.#engine.search({
      combineWith: 'AND',
      queries: words.map(([own, ...forms]) => ({
        combineWith: 'OR',
        queries: [own ?? '', { queries: forms, boostTerm: () => otherForm }],
      })),
    });
    return new Map(
      results.map(({ id, score, terms, queryTerms }) => [
        id,
        // MiniSearch multiplies by the number of words that match; a term counts as one word.
        { score: (score * weight) / queryTerms.length / words.length, words: terms },
      ]),
    );
  }
}
