import { fold } from '../languages/fold.ts';
import { headingMark, type SearchedRecord } from './search-data.ts';
import { searchWords, wordPattern } from './words.ts';

/** The length of an excerpt in characters, and how much of it comes before the first match. */
const length = 180;
const before = 60;

/**
 * The passage of a record that says most of what was found: the line of its text with most of the words, or its first line.
 * A record that was found by its title in another language starts with that title.
 * @param words folded
 * @returns plain parts, and between them parts that match
 */
export function excerptOf(record: SearchedRecord, words: readonly string[]): string[] {
  const wanted = new Set(words);
  const matchesIn = (text: string) => new Set(searchWords(text).filter((word) => wanted.has(word))).size;
  const lines = record.text.split('\n');
  const most = Math.max(...lines.map(matchesIn));
  const best = lines.findIndex((line) => matchesIn(line) === most);
  const translation =
    most === 0 && matchesIn(record.title) === 0
      ? record.translations.find(([title]) => matchesIn(title) > 0)
      : undefined;
  const passage = cut(passageAt(lines, best), wanted);
  return mark(translation ? `${translation[0]} (${translation[1]}). ${passage}` : passage, wanted);
}

/** A line; a heading, a question or a term with the line below it; the items of a list in one line, after their sentence. */
function passageAt(lines: readonly string[], place: number): string {
  const line = lines[place] ?? '';
  if (line.startsWith(headingMark)) {
    const next = lines[place + 1] ?? '';
    const heading = line.slice(headingMark.length);
    if (next === '' || next.startsWith(headingMark)) return heading;
    return /\p{P}$/u.test(heading) ? `${heading} ${next}` : `${heading}: ${next}`;
  }
  const isItem = (each: string | undefined) => each !== undefined && !/^# |[.?!:…]$/u.test(each);
  if (!isItem(line)) return line;
  let [start, end] = [place, place + 1];
  while (isItem(lines[start - 1])) start--;
  while (isItem(lines[end])) end++;
  const before = lines[start - 1]?.endsWith(':') ? `${lines[start - 1]} ` : '';
  return before + lines.slice(start, end).join(', ');
}

/** Cuts a long passage between words, to what surrounds its first match. */
function cut(passage: string, wanted: ReadonlySet<string>): string {
  if (passage.length <= length) return passage;
  const first = [...passage.matchAll(wordPattern)].find(([word]) => wanted.has(fold(word)))?.index ?? 0;
  const start = first <= before ? 0 : passage.indexOf(' ', first - before) + 1;
  const rest = passage.slice(start);
  const end = rest.length <= length ? rest : `${rest.slice(0, rest.lastIndexOf(' ', length))} …`;
  return start === 0 ? end : `… ${end}`;
}

function mark(passage: string, wanted: ReadonlySet<string>): string[] {
  const parts: string[] = [''];
  let end = 0;
  for (const { 0: word, index } of passage.matchAll(wordPattern)) {
    if (!wanted.has(fold(word))) continue;
    parts.push(...[passage.slice(end, index), word]);
    end = index + word.length;
  }
  parts.push(passage.slice(end));
  return parts.slice(1);
}
