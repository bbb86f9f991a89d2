import type { Query, Thing } from './query.ts';
import { headingMark, type SearchedRecord } from './search-data.ts';
import { searchWords } from './words.ts';

/** A title, another name, a task or a heading: what says what a record is about. */
export interface Label {
  /** Its folded words, separated by single spaces. */
  readonly text: string;
  /** These words without common ones. */
  readonly words: readonly string[];
  readonly weight: number;
}

/** How much a label that says what the query asks for counts. */
const weights = { name: 3, task: 2.5, heading: 2 };

/** How many times more a label counts that is the query, word for word. */
const same = 6;

/** The labels of a record. */
export function labelsOf(record: SearchedRecord, common: ReadonlySet<string>): Label[] {
  const titles = [record.title, ...record.translations.map(([title]) => title)];
  const ownHeadings = record.text.split('\n').filter((line) => line.startsWith(headingMark));
  const label = (weight: number) => (written: string) => {
    const words = searchWords(written);
    return { text: words.join(' '), words: words.filter((word) => !common.has(word)), weight };
  };
  return [
    ...[...titles, ...record.names].map(label(weights.name)),
    ...record.tasks.map(label(weights.task)),
    ...[...ownHeadings, ...record.headings].map(label(weights.heading)),
  ];
}

/** How much a record gains from its best label: 0 when none says all of the query, more the less else the label says. */
export function labelGain(labels: readonly Label[], { words, things }: Query): number {
  const query = words.join(' ');
  return Math.max(
    0,
    ...labels.map((label) => label.weight * (label.text === query ? same : shareOf(label, things))),
  );
}

/** The share of the words of a label that say what the query asks for; 0 when a part of the query is missing. */
function shareOf({ words }: Label, things: readonly Thing[]): number {
  const has = (word: string) => words.includes(word);
  const terms = things.map((thing) => thing.find((term) => term.words.every((forms) => forms.some(has))));
  const found = terms.filter((term) => term !== undefined);
  if (found.length === 0 || found.length < things.length) return 0;
  const said = new Set(found.flatMap((term) => term.words.map((forms) => forms.find(has))));
  return (Math.min(...found.map(({ weight }) => weight)) * said.size) / words.length;
}
