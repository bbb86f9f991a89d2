import type { Root } from 'mdast';
import { inLanguage, type Language, type Translated } from '#lib/languages/languages.ts';
import type { Finding, SourceFile } from '../finding/finding.ts';
import type { Body } from '../read/body.ts';
import type { YamlResult } from '../read/yaml.ts';
import type { TextAt } from '../read/yaml-document.ts';
import { addBody } from './body-prose.ts';
import { checkContactDetails } from './contact-details.ts';
import { checkAmounts, checkDates } from './figures.ts';
import { type LettersByLanguage, lettersOf } from './letters.ts';
import { checkFilePaths, checkLinkTexts } from './link-texts.ts';
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
import {
  checkPlaceholders,
  checkTerms,
  type PlaceholderFinder,
  placeholderFinder,
  type TermFinder,
  termFinder,
} from './terms.ts';

/** The text of one twin. */
export interface TwinText {
  readonly prose: Prose;
  /** Null when the body cannot be read: then its prose only serves for comparison with the other twins. */
  readonly body: Body | null;
}

/** What the rules match in one language. */
interface LanguageLists {
  /** All languages of the site. */
  readonly languages: readonly Language[];
  readonly stopWords: StopWords;
  readonly letters: LettersByLanguage;
  /** Null without a valid list: then only the rules apply that need none. */
  readonly house: HouseLists | null;
}

/** The lists of `content/wording.yaml`, ready for matching. */
interface HouseLists {
  readonly wording: Wording;
  readonly terms: TermFinder;
  readonly hard: HardWords;
  readonly twice: ReadonlySet<string>;
  readonly placeholders: PlaceholderFinder;
}

/** The wording rules, prepared once for all files. `wording` is null without a valid list; `proses` are the texts of the site. */
export class WordingRules {
  readonly #lists: Translated<LanguageLists>;
  readonly #languages: readonly Language[];

  constructor(wording: Translated<Wording> | null, languages: readonly Language[], proses: readonly Prose[]) {
    const letters = lettersOf(proses);
    const stopWords = stopWordsOf(languages, proses);
    this.#languages = languages;
    this.#lists = Object.fromEntries(
      languages.map(({ code }) => {
        const house = wording && houseLists(inLanguage(wording, code));
        return [code, { languages, stopWords: inLanguage(stopWords, code), letters, house }];
      }),
    );
  }

  checkPage(twins: readonly TwinText[]): Finding[] {
    return twins.flatMap((twin) => {
      const others = twins.filter((each) => each !== twin).map(({ prose }) => prose);
      return checkTwin(twin, others, this.#listsOf(twin.prose));
    });
  }

  /** C018 on a page that is published; a draft may have any text. */
  checkPublished({ prose }: TwinText): Finding[] {
    const { house } = this.#listsOf(prose);
    return house ? checkPlaceholders(prose, house.placeholders) : [];
  }

  /** Checks a record, a YAML file with texts for visitors, in every language. */
  checkRecord({ source, texts }: Pick<YamlResult<unknown>, 'source' | 'texts'>): Finding[] {
    const all = proseOfRecord(source, texts, this.#languages);
    return all.flatMap((prose) => {
      const others = all.filter((each) => each !== prose);
      return [...checkProse(prose, others, this.#listsOf(prose)), ...this.checkPublished({ prose, body: null })];
    });
  }

  #listsOf(prose: Prose): LanguageLists {
    return inLanguage(this.#lists, prose.language.code);
  }
}

function houseLists(wording: Wording): HouseLists {
  return {
    wording,
    terms: termFinder(wording.terms),
    hard: hardWords(wording),
    twice: new Set(wording.twice.map((word) => word.toLowerCase())),
    placeholders: placeholderFinder(wording.placeholders),
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
function checkProse(prose: Prose, others: readonly Prose[], lists: LanguageLists): Finding[] {
  const { languages, stopWords, letters, house } = lists;
  const elsewhere = new Set(others.flatMap(({ text }) => text.split('\n')));
  return [
    ...checkContactDetails(prose),
    ...checkFilePaths(prose),
    ...checkQuotes(prose),
    ...checkDashes(prose),
    ...checkSpaces(prose),
    ...checkDates(prose, languages),
    ...checkAmounts(prose),
    ...checkDoubleForms(prose),
    ...checkOtherLanguage(prose, stopWords, elsewhere, letters),
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

function proseOfRecord(source: SourceFile, texts: readonly TextAt[], languages: readonly Language[]): Prose[] {
  const words = texts.filter(({ path }) => !path.some((step) => ignoredFields.includes(String(step))));
  return languages.map((language) => {
    const prose = new Prose(source, language);
    for (const { path, value, start, end } of words) {
      const kind = path.includes('address') ? 'address' : 'field';
      if (path.includes(language.code)) prose.addPassage(kind, () => prose.addText(value, start, end));
    }
    return prose;
  });
}

/** The front matter fields that visitors read. */
const pageFields = ['title', 'label', 'summary', 'teaser', 'index'];

/** The prose of a page: its fields, then its body when it can be read. */
export function proseOfPage(
  source: SourceFile,
  texts: readonly TextAt[],
  tree: Root | null,
  language: Language,
): Prose {
  const prose = new Prose(source, language);
  for (const { path, value, start, end } of texts) {
    const [field, , part] = path;
    if (!pageFields.includes(String(field)) && (field !== 'changes' || part !== 'text')) continue;
    prose.addPassage('field', () => prose.addText(value, start, end));
  }
  if (tree) addBody(prose, tree);
  return prose;
}
