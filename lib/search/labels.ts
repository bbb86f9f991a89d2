import { otherForm, type Query, type Term, type Thing } from './query.ts';
import { headingMark, type SearchedRecord } from './search-data.ts';
import { searchWords } from './words.ts';

/** A title, another name, a topic or a heading: what says what a record is about. */
export interface Label {
  /** Its folded words, separated by single spaces. */
  readonly text: string;
  /** These words without common ones. */
  readonly words: readonly string[];
  readonly weight: number;
}

const weights = { name: 3, topic: 2.5, heading: 2 };

/** How many times more a label counts when it is the query, word for word. */
const same = 6;

/** The smallest share of the query that a label must contain. */
const leastShare = 0.5;

/** The labels of a record. */
export function labelsOf(record: SearchedRecord, common: ReadonlySet<string>): Label[] {
  const titles = [record.title, ...record.translations.map(([title]) => title)];
  const headings = record.text.split('\n').filter((line) => line.startsWith(headingMark));
  const label = (weight: number) => (written: string) => {
    const words = searchWords(written);
    return { text: words.join(' '), words: words.filter((word) => !common.has(word)), weight };
  };
  return [
    ...[...titles, ...record.names].map(label(weights.name)),
    ...record.topics.map(label(weights.topic)),
    ...headings.map(label(weights.heading)),
  ];
}

/**
 * How much a record gains from the label that contains most of the query: more for a larger share of the query, less for other words in the label.
 * @param shares how much of the query each thing is; together 1
 */
export function labelGain(labels: readonly Label[], { words, things }: Query, shares: readonly number[]): number {
  const query = words.join(' ');
  return Math.max(
    0,
    ...labels.map((label) => label.weight * (label.text === query ? same : fitOf(label, things, shares))),
  );
}

/** How well a label fits the query: the share of the query that it contains, squared, times the share of its words that are in the query. */
function fitOf({ words }: Label, things: readonly Thing[], shares: readonly number[]): number {
  const has = (word: string) => words.includes(word);
  const said = things.map((thing) => thing.find((term) => term.words.every((forms) => forms.some(has))));
  const weightOf = (term: Term) => term.weight * (term.words.every(([typed = '']) => has(typed)) ? 1 : otherForm);
  const share = said.reduce((sum, term, place) => sum + (term ? (shares[place] ?? 0) * weightOf(term) : 0), 0);
  if (share < leastShare) return 0;
  const saying = new Set(said.flatMap((term) => term?.words.map((forms) => forms.find(has)) ?? []));
  return (share ** 2 * saying.size) / words.length;
}
