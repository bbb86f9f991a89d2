import { inLanguage, type Language, type Translated } from '#lib/languages/languages.ts';
import type { Finding } from '../finding/finding.ts';
import type { SourceFile } from '../finding/source-file.ts';
import type { TextAt, YamlResult } from '../read/yaml.ts';
import type { Body } from '../rules/body.ts';
import { checkContactDetails } from './contact-details.ts';
import { checkDates, checkNumbers } from './figures.ts';
import { checkLinkTexts } from './link-texts.ts';
import type { Wording } from './lists.ts';
import { checkDashes, checkQuotes, checkSpaces } from './marks.ts';
import { checkOtherLanguage, type SmallWords, smallWords } from './other-language.ts';
import {
  checkCapitals,
  checkEndings,
  checkHardWords,
  checkRepeats,
  checkSentences,
  type HardWords,
  hardWords,
} from './plain.ts';
import { checkTerms, type TermFinder, termFinder } from './terms.ts';
import { type Words, WordsBuilder } from './words.ts';

/** A YAML file with texts for readers, each under the code of its language. */
export interface TextRecord {
  readonly source: SourceFile | null;
  readonly result: Pick<YamlResult<unknown>, 'texts'>;
}

/** What the rules for words are made of: plain data. */
export interface TextRulesOptions {
  /** Null without a list, or when the list itself has findings: then only the rules that need none are held. */
  readonly wording: Translated<Wording> | null;
  readonly languages: readonly Language[];
}

/** One twin, as the rules for words see it. */
export interface TwinText {
  readonly language: string;
  readonly source: SourceFile;
  readonly words: Words;
  /** Null when the body cannot be read: then the words only serve to compare the other twins with. */
  readonly body: Body | null;
}

/** The rules for words, ready for all files. */
export interface TextRules {
  /** Checks the words of a page. */
  readonly checkTwins: (twins: readonly TwinText[]) => Finding[];
  /** Checks the words of a contact record, or of another one, in every language. */
  readonly checkRecord: (record: TextRecord) => Finding[];
}

/** What the rules look for in one language, made ready once for all files. */
interface House {
  readonly wording: Wording;
  readonly terms: TermFinder;
  readonly hard: HardWords;
  readonly known: ReadonlySet<string>;
  readonly twice: ReadonlySet<string>;
}

/** Makes the rules for words ready, once for all files. */
export function textRules({ wording, languages }: TextRulesOptions): TextRules {
  const small = smallWords(languages);
  const houses = new Map(
    languages.map(({ code }) => [code, wording ? houseOf(inLanguage(wording, code)) : null] as const),
  );
  const check = (words: Words, elsewhere: ReadonlySet<string>): Finding[] => {
    const { code } = words.language;
    const smallOfLanguage = small.get(code);
    const house = houses.get(code) ?? null;
    return [
      ...checkAlways(words),
      ...(smallOfLanguage ? checkForeign(words, smallOfLanguage, elsewhere) : []),
      ...(house ? checkHouse(words, house) : []),
    ];
  };
  return {
    checkTwins: (twins) => checkTwins(twins, houses, check),
    checkRecord: (record) => checkRecord(record, languages, check),
  };
}

type Check = (words: Words, elsewhere: ReadonlySet<string>) => Finding[];

function houseOf(wording: Wording): House {
  return {
    wording,
    terms: termFinder(wording.terms),
    hard: hardWords(wording),
    known: new Set(wording.abbreviations),
    twice: new Set(wording.twice.map((word) => word.toLowerCase())),
  };
}

/** The rules that hold in every language and need no list. */
function checkAlways(words: Words): Finding[] {
  return [
    ...checkContactDetails(words),
    ...checkQuotes(words),
    ...checkDashes(words),
    ...checkSpaces(words),
    ...checkDates(words),
    ...checkNumbers(words),
    ...checkEndings(words),
  ];
}

function checkForeign(words: Words, small: SmallWords, elsewhere: ReadonlySet<string>): Finding[] {
  return small.foreign.size === 0 ? [] : checkOtherLanguage(words, small, elsewhere);
}

function checkHouse(words: Words, { wording, terms, known, twice }: House): Finding[] {
  return [
    ...checkTerms(words, terms),
    ...checkCapitals(words, known),
    ...checkRepeats(words, twice),
    ...checkSentences(words, wording),
  ];
}

function checkTwins(
  twins: readonly TwinText[],
  houses: ReadonlyMap<string, House | null>,
  check: Check,
): Finding[] {
  return twins.flatMap((twin) => {
    const { words, source, body, language } = twin;
    if (!body) return [];
    const house = houses.get(language) ?? null;
    const others = twins.filter((each) => each !== twin).map((each) => each.words);
    return [
      ...check(words, passagesOf(others)),
      ...checkLinkTexts(body.linkTexts, house?.wording.vagueLinks ?? [], source),
      ...(house ? checkHardWords(words, house.hard, body.terms) : []),
    ];
  });
}

function passagesOf(all: readonly Words[]): Set<string> {
  return new Set(all.flatMap(({ text }) => text.split('\n')));
}

/** Fields of a record that are no sentences for its readers: names of brands, words for search, addresses on the web. */
const notRead = ['abbreviation', 'brand', 'website', 'form', 'synonyms', 'keywords'];

/** A record holds all languages: each is checked by itself. */
function checkRecord(
  { source, result }: TextRecord,
  languages: readonly Language[],
  check: Check,
): Finding[] {
  if (!source) return [];
  const read = result.texts.filter(({ path }) => !path.some((step) => notRead.includes(String(step))));
  const all = languages.map((language) => {
    const builder = new WordsBuilder(source);
    for (const { path, value, start, end } of read) {
      if (path.includes(language.code)) builder.passage('field', () => builder.add(value, start, end));
    }
    return builder.build(language);
  });
  return all.flatMap((words) => check(words, passagesOf(all.filter((each) => each !== words))));
}

/** The fields of a page that visitors read. */
const readFields = ['title', 'label', 'summary', 'teaser'];

/** The words of a page: its fields, then its body. */
export function wordsOfPage(
  source: SourceFile,
  texts: readonly TextAt[],
  addBody: (builder: WordsBuilder) => void,
  language: Language,
): Words {
  const builder = new WordsBuilder(source);
  const shift = source.startOfLine(2);
  for (const { path, value, start, end } of texts) {
    if (path.length !== 1 || !readFields.includes(String(path[0]))) continue;
    builder.passage('field', () => builder.add(value, shift + start, shift + end));
  }
  addBody(builder);
  return builder.build(language);
}
