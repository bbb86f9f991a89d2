import { fold } from '../languages/fold.ts';
import { otherForm, type Term } from './query.ts';
import { headingMark, type SearchedRecord } from './search-data.ts';
import { wordsIn } from './words.ts';

/** How much a match in each field counts: what a record is called and is about more than what it mentions. */
const boost = { names: 8, topics: 4, headings: 3, lead: 3, keywords: 1, text: 1 };

/** The constants of BM25+: how soon repetition counts less, how much a long field loses, and what a match counts at least. */
const [k, b, delta] = [1.2, 0.7, 0.5];

/** The folded texts of a record, by the field in which they are searched. */
export type Fields = Readonly<Record<keyof typeof boost, string>>;

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

/**
 * Scores records, known by their place in a list, with BM25+ in each field.
 * @see Lv and Zhai, Lower-bounding term frequency normalization, CIKM 2011
 */
export class TextIndex {
  /** The score of each record that holds a word. */
  readonly #scores = new Map<string, Map<number, number>>();

  constructor(records: readonly Fields[]) {
    for (const [field, weight] of Object.entries(boost)) {
      this.#addField(
        records.map((record) => Map.groupBy(wordsIn(record[field as keyof Fields]), (word) => word)),
        weight,
      );
    }
  }

  /** The records that hold all words of a term, by their place. */
  matches({ words, weight }: Term): Map<number, Match> {
    const matches = words.map((forms) => this.#formsIn(forms));
    const [first = new Map<number, Match>()] = matches;
    return new Map(
      [...first.keys()]
        .map((id) => [id, matches.flatMap((each) => each.get(id) ?? [])] as const)
        .filter(([, own]) => own.length === words.length)
        .map(([id, own]) => {
          const sum = own.reduce((total, { score }) => total + score, 0);
          return [id, { score: (sum * weight) / words.length, words: own.flatMap((match) => match.words) }];
        }),
    );
  }

  /** The records that hold any form of a word. The first form is the word as typed. */
  #formsIn(forms: readonly string[]): Map<number, Match> {
    const found = new Map<number, Match>();
    forms.forEach((form, place) => {
      for (const [id, score] of this.#scores.get(form) ?? []) {
        const other = found.get(id);
        found.set(id, {
          score: (other?.score ?? 0) + score * (place === 0 ? 1 : otherForm),
          words: [...(other?.words ?? []), form],
        });
      }
    });
    return found;
  }

  /** Adds one field of every record: its words, each as often as it occurs. */
  #addField(records: readonly ReadonlyMap<string, readonly string[]>[], weight: number) {
    const mean = records.reduce((sum, { size }) => sum + size, 0) / records.length;
    for (const [word, ids] of Map.groupBy(places(records), ([each]) => each)) {
      const rarity = Math.log(1 + (records.length - ids.length + 0.5) / (ids.length + 0.5));
      const scores = this.#scores.get(word) ?? new Map<number, number>();
      for (const [, id, times, size] of ids) {
        const share = (times * (k + 1)) / (times + k * (1 - b + (b * size) / mean));
        scores.set(id, (scores.get(id) ?? 0) + weight * rarity * (delta + share));
      }
      this.#scores.set(word, scores);
    }
  }
}

/** Each word of each record, with the place of the record, how often it has the word, and how many different words it has. */
function places(records: readonly ReadonlyMap<string, readonly string[]>[]) {
  return records.flatMap((words, id) =>
    [...words].map(([word, { length }]) => [word, id, length, words.size] as const),
  );
}
