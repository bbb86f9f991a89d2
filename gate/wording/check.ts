import type { Root } from 'mdast';
import { inLanguage, type Language, type Translated } from '#lib/languages/languages.ts';
import type { Finding } from '../finding/finding.ts';
import type { SourceFile } from '../finding/source-file.ts';
import type { Body } from '../read/body.ts';
import type { YamlResult } from '../read/yaml.ts';
import type { TextAt } from '../read/yaml-document.ts';
import { addBody } from './body-prose.ts';
import { checkContactDetails } from './contact-details.ts';
import { checkAmounts, checkDates } from './figures.ts';
import { checkLinkTexts } from './link-texts.ts';
import type { Wording } from './lists.ts';
import { checkDashes, checkQuotes } from './marks.ts';
import { checkOtherLanguage, type StopWords, stopWordsOf } from './other-language.ts';
import {
  checkCapitals,
  checkDoubleForms,
  checkHardWords,
  checkRepeats,
  checkSentences,
  type HardWords,
  hardWords,
} from './plain-language.ts';
import { Prose } from './prose.ts';
import { checkSpaces } from './spaces.ts';
import { checkTerms, type TermFinder, termFinder } from './terms.ts';

/** A YAML file with texts for visitors, each under the code of its language. */
interface RecordText {
  /** Null when the file cannot be read as text. */
  readonly source: SourceFile | null;
  readonly result: Pick<YamlResult<unknown>, 'texts'>;
}

export interface WordingOptions {
  /** Null without a valid list: then only the rules apply that need none. */
  readonly wording: Translated<Wording> | null;
  readonly languages: readonly Language[];
}

/** The text of one twin. */
export interface TwinText {
  readonly prose: Prose;
  /** Null when the body cannot be read: then its prose only serves for comparison with the other twins. */
  readonly body: Body | null;
}

/** The wording rules, ready for all files. */
export interface WordingRules {
  /** Checks all twins of a page. */
  readonly checkPage: (twins: readonly TwinText[]) => Finding[];
  /** Checks a record, in every language. */
  readonly checkRecord: (record: RecordText) => Finding[];
}

/** What the rules match in one language. */
interface LanguageLists {
  readonly stopWords: StopWords;
  readonly house: HouseLists | null;
}

/** The lists of `content/wording.yaml`, ready for matching. */
interface HouseLists {
  readonly wording: Wording;
  readonly terms: TermFinder;
  readonly hard: HardWords;
  readonly twice: ReadonlySet<string>;
}

/** Prepares the wording rules once for all files. */
export function wordingRules({ wording, languages }: WordingOptions): WordingRules {
  const stopWords = stopWordsOf(languages);
  const lists: Translated<LanguageLists> = Object.fromEntries(
    languages.map(({ code }) => [
      code,
      {
        stopWords: inLanguage(stopWords, code),
        house: wording ? houseLists(inLanguage(wording, code)) : null,
      },
    ]),
  );
  const listsOf = (prose: Prose) => inLanguage(lists, prose.language.code);
  return {
    checkPage: (twins) =>
      twins.flatMap((twin) =>
        checkTwin(
          twin,
          twins.filter((each) => each !== twin).map(({ prose }) => prose),
          listsOf(twin.prose),
        ),
      ),
    checkRecord: (record) => {
      const all = proseOfRecord(record, languages);
      return all.flatMap((prose) =>
        checkProse(
          prose,
          all.filter((each) => each !== prose),
          listsOf(prose),
        ),
      );
    },
  };
}

function houseLists(wording: Wording): HouseLists {
  return {
    wording,
    terms: termFinder(wording.terms),
    hard: hardWords(wording),
    twice: new Set(wording.twice.map((word) => word.toLowerCase())),
  };
}

function checkTwin({ prose, body }: TwinText, others: readonly Prose[], lists: LanguageLists): Finding[] {
  if (!body) return [];
  const { house } = lists;
  return [
    ...checkProse(prose, others, lists),
    ...checkLinkTexts(body.linkTexts, house?.wording.vagueLinks ?? [], prose.source),
    ...(house ? checkHardWords(prose, house.hard, body.terms) : []),
  ];
}

/** The rules that pages and records share; `others` is the same text in the other languages. */
function checkProse(prose: Prose, others: readonly Prose[], { stopWords, house }: LanguageLists): Finding[] {
  const elsewhere = new Set(others.flatMap(({ text }) => text.split('\n')));
  return [
    ...checkContactDetails(prose),
    ...checkQuotes(prose),
    ...checkDashes(prose),
    ...checkSpaces(prose),
    ...checkDates(prose),
    ...checkAmounts(prose),
    ...checkDoubleForms(prose),
    ...checkOtherLanguage(prose, stopWords, elsewhere),
    ...(house
      ? [
          ...checkTerms(prose, house.terms),
          ...checkCapitals(prose, house.hard.abbreviations),
          ...checkRepeats(prose, house.twice),
          ...checkSentences(prose, house.wording),
        ]
      : []),
  ];
}

/** Fields of a record that are not running text: names of brands, words for search, web addresses. */
const ignoredFields = ['abbreviation', 'brand', 'website', 'form', 'synonyms', 'keywords'];

/** The prose of a record in each language. */
function proseOfRecord({ source, result }: RecordText, languages: readonly Language[]): Prose[] {
  if (!source) return [];
  const texts = result.texts.filter(({ path }) => !path.some((step) => ignoredFields.includes(String(step))));
  return languages.map((language) => {
    const prose = new Prose(source, language);
    for (const { path, value, start, end } of texts) {
      if (path.includes(language.code)) prose.addPassage('field', () => prose.addText(value, start, end));
    }
    return prose;
  });
}

/** The front matter fields that visitors read. */
const pageFields = ['title', 'label', 'summary', 'teaser'];

/** The prose of a page: its fields, then its body when it can be read. */
export function proseOfPage(
  source: SourceFile,
  texts: readonly TextAt[],
  tree: Root | null,
  language: Language,
): Prose {
  const prose = new Prose(source, language);
  for (const { path, value, start, end } of texts) {
    if (path.length !== 1 || !pageFields.includes(String(path[0]))) continue;
    prose.addPassage('field', () => prose.addText(value, start, end));
  }
  if (tree) addBody(prose, tree);
  return prose;
}
