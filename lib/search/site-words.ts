/** The fewest letters of a part of a compound, unless it is a listed word. */
const shortestPart = 4;

/** The fewest letters that the forms of a word share, and of a listed word that is a part of a compound. */
const shortestStem = 3;

/** The fewest letters of a word in which a slip is corrected: a short word with a slip is another word. */
const leastCorrected = 5;

/** Letters that join the parts of a compound: personeel-s-dossier, student-en-job. */
const joints = ['', 's', 'e', 'n', 'en'];

/** The words of a site, folded, and how other words relate to them. */
export class SiteWords {
  /** The words, and how often the site has each. */
  readonly #words: ReadonlyMap<string, number>;
  /** Words of the lists of editors, which may be short parts of compounds: `job` in `zomerjob`. */
  readonly #listed: ReadonlySet<string>;
  readonly #byStart: ReadonlyMap<string, readonly string[]>;
  /** The compounds among them, each with its two parts. Made when they are first needed. */
  #compounds: ReadonlyMap<string, readonly string[]> | undefined;

  /**
   * @param words folded, in any number
   * @param listed folded: words of lists of synonyms
   */
  constructor(words: Iterable<string>, listed: Iterable<string> = []) {
    this.#listed = new Set(listed);
    this.#words = new Map([
      ...[...this.#listed].map((word) => [word, 0] as const),
      ...[...Map.groupBy(words, (word) => word)].map(([word, { length }]) => [word, length] as const),
    ]);
    this.#byStart = Map.groupBy(this.#words.keys(), startOf);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** The words that start or, unless they are few, end with these letters: `Muntschouwburg` for `schouwburg`. */
  wordsWith(letters: string): string[] {
    const isEnd = letters.length >= leastCorrected;
    return [...this.#words.keys()].filter((word) => word.startsWith(letters) || (isEnd && word.endsWith(letters)));
  }

  /** Other forms of a word: `vacature` for `vacatures`. */
  formsOf(word: string): string[] {
    return (this.#byStart.get(startOf(word)) ?? []).filter((other) => isForm(word, other));
  }

  /** The word that was most probably meant: one letter away, in a long word two; of several the nearest, then the most frequent. */
  nearest(word: string): string | null {
    const most = word.length < leastCorrected ? 0 : word.length < 8 ? 1 : 2;
    const [best] = [...this.#words]
      .filter(([other]) => other[0] === word[0] && Math.abs(other.length - word.length) <= most)
      .map(([other, times]) => ({ other, times, slips: slipsBetween(word, other) }))
      .filter(({ slips }) => slips <= most)
      .sort((a, b) => a.slips - b.slips || b.times - a.times);
    return best?.other ?? null;
  }

  /** The compounds that contain a word, in any form: `perszaal` for `pers`, `jaarrekeningen` for `rekening`. */
  compoundsOf(word: string): string[] {
    this.#compounds ??= new Map(
      [...this.#words.keys()]
        .map((each) => [each, this.partsOf(each)] as const)
        .filter(([, parts]) => parts.length > 0),
    );
    return [...this.#compounds]
      .filter(([, parts]) => parts.some((part) => part === word || isForm(part, word)))
      .map(([compound]) => compound);
  }

  /** The two words of the site that make up a compound; none when a part is unknown. */
  partsOf(word: string): string[] {
    for (let end = word.length - shortestStem; end >= shortestStem; end--) {
      const last = this.#lastPart(word.slice(end));
      const first = last === undefined ? undefined : this.#firstPart(word, end);
      if (first !== undefined && last !== undefined) return [first, last];
    }
    return [];
  }

  /** The word of the site that a longer, unknown compound ends or starts with: `job` for `zomerjob`. */
  knownPartOf(word: string): string | undefined {
    for (let end = shortestStem; end <= word.length - shortestStem; end++) {
      const last = word.slice(end);
      if (this.#isPart(last)) return last;
    }
    for (let end = word.length - shortestStem; end >= shortestStem; end--) {
      const first = this.#firstPart(word, end);
      if (first !== undefined && (first.length > shortestPart || this.#listed.has(first))) return first;
    }
    return undefined;
  }

  #isPart(letters: string): boolean {
    return letters.length < shortestPart ? this.#listed.has(letters) : this.has(letters);
  }

  /** The word that a compound starts with: itself, or a word whose stem it is (`poets`, `poetsen`), perhaps with a joint after it. */
  #firstPart(word: string, end: number): string | undefined {
    for (const joint of joints) {
      const letters = word.slice(0, end - joint.length);
      if (!word.startsWith(letters + joint)) continue;
      if (this.#isPart(letters)) return letters;
      if (letters.length >= shortestPart && this.has(`${letters}en`)) return `${letters}en`;
    }
    return undefined;
  }

  /** The word of the site that a compound ends with, in any form. */
  #lastPart(letters: string): string | undefined {
    if (this.#isPart(letters)) return letters;
    return this.formsOf(letters)
      .filter((form) => this.#isPart(form))
      .find((form) => form.startsWith(letters) || letters.startsWith(form));
  }
}

/**
 * Whether two different folded words are forms of one word: they differ in an ending of at most three letters, and the stem has
 * at least two letters more than the ending. When one of them is the stem, a doubled letter counts as one (`zaal`, `zalen`) and
 * the stem may be shorter.
 */
export function isForm(one: string, other: string): boolean {
  if (/\d/.test(one + other)) return false;
  const [stem, ending] = compare(one, other);
  if (ending > 0 && ending <= 3 && stem >= Math.max(shortestStem, ending + 2)) return true;
  const [a, b] = [singleLetters(one), singleLetters(other)];
  const [shared, rest] = compare(a, b);
  return rest > 0 && rest <= 2 && shared >= shortestStem && shared === Math.min(a.length, b.length);
}

function startOf(word: string): string {
  return word.slice(0, shortestStem);
}

/** The letters that two words share from the start, and the letters that the longer one has after them. */
function compare(one: string, other: string): [stem: number, ending: number] {
  let stem = 0;
  while (stem < one.length && one[stem] === other[stem]) stem++;
  return [stem, Math.max(one.length, other.length) - stem];
}

function singleLetters(word: string): string {
  return word.replace(/(.)\1/g, '$1');
}

/** How many letters are wrong, missing, too many or swapped with the next one (Damerau–Levenshtein distance). */
function slipsBetween(one: string, other: string): number {
  let [before, previous] = [[] as number[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const current = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const isSwapped = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      current[j] = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + Number(!isSame),
        isSwapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, previous] = [previous, current];
  }
  return previous[other.length] ?? 0;
}
