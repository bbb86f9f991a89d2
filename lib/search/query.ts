import { fold } from '../languages/fold.ts';
import { isForm, type SiteWords } from './site-words.ts';
import { wordPattern } from './words.ts';

/** One way to say a thing. */
export interface Term {
  /** The words that a record must all hold, each in one of several forms, first as typed. */
  readonly words: readonly (readonly string[])[];
  readonly weight: number;
}

/** All ways to say a word or a phrase of the query, first as typed. */
export type Thing = readonly Term[];

export interface Query {
  /** The query as typed, with the nearest word of the site in place of an unknown word. */
  readonly text: string;
  /** Its words, folded. */
  readonly words: readonly string[];
  /** The things to find. Common words are left out. */
  readonly things: readonly Thing[];
}

/** What reading a query requires of the site. */
export interface Knowledge {
  readonly siteWords: SiteWords;
  /** Words too common to search for. */
  readonly common: ReadonlySet<string>;
  /** Texts that are a whole label: an abbreviation among them is a word like any other. */
  readonly labels: ReadonlySet<string>;
  /** Groups of terms that mean the same, each term as its words. */
  readonly synonyms: readonly (readonly (readonly string[])[])[];
  /** A word as the site writes it, with its accents, in lowercase. */
  readonly written: (word: string) => string;
}

/** How much other ways to say a word count; the word itself counts 1. */
const weights = { synonym: 0.8, compound: 0.7, parts: 0.7, part: 0.5, longer: 0.3 };

/** How much another form of a word counts. */
export const otherForm = 0.8;

/** Words of up to this many letters count only in a query without longer ones, unless they are a label or have synonyms. */
const mostLetters = 2;

/**
 * Reads a query: corrects slips, leaves out common words, finds synonyms, other forms of a word, and compounds.
 * @param isLiteral whether every word is meant as typed: nothing is corrected
 */
export function readQuery(typed: string, knowledge: Knowledge, isLiteral: boolean): Query {
  const { siteWords, written } = knowledge;
  const words: string[] = [];
  const text = typed.replace(wordPattern, (each) => {
    const word = fold(each);
    const meant = isLiteral || isKnown(word, knowledge) ? word : siteWords.nearest(word);
    words.push(meant ?? word);
    return meant === null || meant === word ? each : written(meant);
  });
  const hasLong = words.some((word) => word.length > mostLetters && !knowledge.common.has(word));
  return { text, words, things: thingsIn(words, knowledge, hasLong) };
}

function isKnown(word: string, { siteWords, common }: Knowledge): boolean {
  return (
    /\d/.test(word) ||
    common.has(word) ||
    siteWords.wordsWith(word).length > 0 ||
    siteWords.formsOf(word).length > 0 ||
    siteWords.partsOf(word).length > 0
  );
}

function thingsIn(words: readonly string[], knowledge: Knowledge, hasLong: boolean): Thing[] {
  const { siteWords, common, labels } = knowledge;
  const [word, next = ''] = words;
  if (word === undefined) return [];
  const synonyms = longestSynonym(words, knowledge);
  if (synonyms) {
    const { group, length } = synonyms;
    const own = words.slice(0, length);
    const others = group.filter((term) => term.join() !== own.join());
    const thing = [
      ...(length > 1 ? [{ words: inForms(own, siteWords), weight: 1 }] : waysToSay(word, knowledge)),
      ...others.map((term) => ({ words: inForms(term, siteWords), weight: weights.synonym })),
    ];
    return [thing, ...thingsIn(words.slice(length), knowledge, hasLong)];
  }
  const isShort = hasLong && word.length <= mostLetters && !/\d/.test(word) && !labels.has(word);
  if (common.has(word) || isShort) return thingsIn(words.slice(1), knowledge, hasLong);
  // A compound that was typed as two words.
  const isCompound = next !== '' && !common.has(next) && siteWords.has(word + next);
  return [
    waysToSay(isCompound ? word + next : word, knowledge),
    ...thingsIn(words.slice(isCompound ? 2 : 1), knowledge, hasLong),
  ];
}

/** The group of the longest synonym that the words start with, in any form, and its length in words. */
function longestSynonym(words: readonly string[], { synonyms }: Knowledge) {
  const isHere = (term: readonly string[]) =>
    term.every((word, place) => word === words[place] || isForm(word, words[place] ?? ''));
  return synonyms
    .flatMap((group) => group.filter(isHere).map(({ length }) => ({ group, length })))
    .sort((a, b) => b.length - a.length)[0];
}

function inForms(words: readonly string[], siteWords: SiteWords): string[][] {
  return words.map((word) => [word, ...siteWords.formsOf(word)]);
}

/**
 * The ways to say a single word. For a compound that the site does not have, its parts; of an unknown compound, the part that
 * occurs on the site. A word that does not occur on the site may be the start or the end of one that does.
 */
function waysToSay(word: string, knowledge: Knowledge): Thing {
  const { siteWords } = knowledge;
  const own = inForms([word], siteWords);
  const isUnknown = !siteWords.has(word) && own.flat().length === 1;
  const longer = isUnknown && word.length > 3 ? siteWords.wordsWith(word) : [];
  const compounds = siteWords.compoundsOf(word);
  const parts = siteWords.has(word) || longer.length > 0 ? [] : siteWords.partsOf(word);
  const known = isUnknown && longer.length + parts.length === 0 ? siteWords.knownPartOf(word) : undefined;
  const others = [
    ...(compounds.length > 0 ? [{ words: [compounds], weight: weights.compound }] : []),
    ...(longer.length > 0 ? [{ words: [longer], weight: weights.longer }] : []),
    ...(parts.length > 0 ? [{ words: inForms(parts, siteWords), weight: weights.parts }] : []),
    ...[...parts, ...(known === undefined ? [] : [known])]
      .flatMap((part) => thingsIn([part], knowledge, false).flat())
      .map((term) => ({ ...term, weight: term.weight * weights.part })),
  ];
  return [{ words: own, weight: 1 }, ...others];
}
