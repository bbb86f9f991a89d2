import type { Stop } from './listen.ts';

/** An announced element with the elements inside it. */
export interface Heard extends Stop {
  /** The role, such as `link` or `listitem`; `text` for plain text. */
  readonly role: string;
  /** The accessible name; the words of plain text. */
  readonly name: string;
  /** The states after the name: `level 2`, `current page`, `not checked`. */
  readonly state: readonly string[];
  readonly children: readonly Heard[];
}

const end = /^end(?: of |, )/;

/** The states and properties that follow a name (ARIA 1.2, 6.6). */
const states =
  /^(?:level \d|position \d+|set size \d+|current(?: page| item)?|(?:not |partially )?checked|(?:not )?expanded|disabled|invalid|required|\d+ (?:columns?|rows?))$/;

/** Builds a tree from stops: the stops between the start and the end of an element are inside it. */
export function heardOf(stops: readonly Stop[]): Heard {
  const opens = new Set<number>();
  const ends: string[] = [];
  for (let index = stops.length - 1; index >= 0; index--) {
    const { phrase } = stops[index] as Stop;
    if (end.test(phrase)) ends.push(phrase.replace(end, ''));
    else if (ends.at(-1) === phrase) {
      ends.pop();
      opens.add(index);
    }
  }
  type Growing = Heard & { children: Heard[] };
  const path: Growing[] = [];
  let whole: Heard | null = null;
  for (const [index, stop] of stops.entries()) {
    if (end.test(stop.phrase)) {
      path.pop();
      continue;
    }
    const heard: Growing = { ...stop, ...partsOf(stop), children: [] };
    path.at(-1)?.children.push(heard);
    whole ??= heard;
    if (opens.has(index)) path.push(heard);
  }
  if (!whole) throw new Error('The screen reader announces nothing.');
  return whole;
}

function partsOf({ phrase, isText }: Stop): Pick<Heard, 'role' | 'name' | 'state'> {
  if (isText) return { role: 'text', name: phrase, state: [] };
  const words = phrase.split(', ');
  const role = states.test(words[0] ?? '') ? 'generic' : (words.shift() ?? '');
  const name = words.filter((word) => !states.test(word)).join(', ');
  return { role, name, state: words.filter((word) => states.test(word)) };
}

/** The element and all elements inside it, in order. */
export function* allOf(heard: Heard): Generator<Heard> {
  yield heard;
  for (const child of heard.children) yield* allOf(child);
}

/** The elements with a role and, if given, a name. */
export function within(heard: Heard, role: string, name?: string): readonly Heard[] {
  return [...allOf(heard)].filter((each) => each.role === role && (name === undefined || each.name === name));
}

/** The text of the element. */
export function wordsWithin(heard: Heard): string {
  if (heard.role === 'text' || heard.children.length === 0) return heard.name;
  return heard.children.map(wordsWithin).join(' ');
}
