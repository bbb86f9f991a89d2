/** The fewest letters of a part of a compound. */
const shortestPart = 4;

/** The fewest letters that the forms of a word share. */
const shortestStem = 3;

/** Letters that join the parts of a compound: personeel-s-dossier, student-en-job. */
const joints = ['', 's', 'e', 'n', 'en'];

/** The words of a site, folded, and how other words relate to them. */
export class Vocabulary {
  readonly #words: ReadonlySet<string>;
  /** The words by their first letters. */
  readonly #byStart: ReadonlyMap<string, readonly string[]>;
  /** The compounds among them, each with its two parts. Made when they are first needed. */
  #compounds: ReadonlyMap<string, readonly string[]> | undefined;

  /** @param words folded, in any number */
  constructor(words: Iterable<string>) {
    this.#words = new Set(words);
    this.#byStart = Map.groupBy(this.#words, startOf);
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Whether the site has a word that starts with these letters. */
  hasPrefix(letters: string): boolean {
    return this.#words.keys().some((word) => word.startsWith(letters));
  }

  /** Other forms of a word: `vacature` for `vacatures`. */
  formsOf(word: string): string[] {
    return (this.#byStart.get(startOf(word)) ?? []).filter((other) => isForm(word, other));
  }

  /** The compounds of which a word, in any form, is a part: `perszaal` for `pers`, `jaarrekeningen` for `rekening`. */
  compoundsOf(word: string): string[] {
    this.#compounds ??= new Map(
      [...this.#words]
        .map((each) => [each, this.partsOf(each)] as const)
        .filter(([, parts]) => parts.length > 0),
    );
    return [...this.#compounds]
      .filter(([, parts]) => parts.some((part) => part === word || isForm(part, word)))
      .map(([compound]) => compound);
  }

  /** The two words of the site that make up a compound; none when a part is unknown. */
  partsOf(word: string): string[] {
    for (let end = word.length - shortestPart; end >= shortestPart; end--) {
      const last = this.#lastPart(word.slice(end));
      if (last === undefined) continue;
      for (const joint of joints) {
        const start = word.slice(0, end - joint.length);
        const first = word.startsWith(start + joint) ? this.#firstPart(start) : undefined;
        if (first !== undefined) return [first, last];
      }
    }
    return [];
  }

  /** The word of the site with which a longer, unknown one starts: `sollicitatie` for `sollicitatiegesprek`. */
  firstPartOf(word: string): string | undefined {
    for (let end = word.length - shortestStem; end > shortestPart; end--) {
      const start = this.#firstPart(word.slice(0, end));
      if (start !== undefined) return start;
    }
    return undefined;
  }

  /** The word of the site that a compound starts with: itself, or a word of which it is the stem (`poets`, `poetsen`). */
  #firstPart(letters: string): string | undefined {
    if (letters.length < shortestPart) return undefined;
    return this.has(letters) ? letters : this.formsOf(letters).find((form) => form.startsWith(letters));
  }

  /** The word of the site that a compound ends with, in any form. */
  #lastPart(letters: string): string | undefined {
    const forms = this.formsOf(letters).filter((form) => form.length >= shortestPart);
    return this.has(letters)
      ? letters
      : forms.find((form) => form.startsWith(letters) || letters.startsWith(form));
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
