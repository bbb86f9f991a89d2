import { legacyRules } from './finding/finding.ts';
import { Rule } from './finding/rule.ts';
import * as layout from './rules/layout.ts';
import * as contactDetails from './wording/contact-details.ts';
import * as figures from './wording/figures.ts';
import * as linkTexts from './wording/link-texts.ts';
import * as marks from './wording/marks.ts';
import * as otherLanguage from './wording/other-language.ts';
import * as plainLanguage from './wording/plain-language.ts';
import * as spaces from './wording/spaces.ts';
import * as terms from './wording/terms.ts';

/*
 * Every kind of mistake that the gate reports: the rules that these files export.
 */

const families = [
  layout,
  contactDetails,
  figures,
  linkTexts,
  marks,
  otherLanguage,
  plainLanguage,
  spaces,
  terms,
] as const;

type RulesOf<Family> = Extract<Family[keyof Family], Rule>;

export type FindingCode = RulesOf<(typeof families)[number]>['code'] | keyof typeof legacyRules;

const familyRules = families.flatMap((family) =>
  Object.values<unknown>(family).filter((each) => each instanceof Rule),
);

export const allRules: readonly Rule[] = [
  ...familyRules,
  // Some rules of a family are also used by files that still build findings of the old shape.
  ...Object.entries(legacyRules)
    .filter(([code]) => !familyRules.some((each) => each.code === code))
    .map(([code, definition]) => new Rule({ code, ...definition })),
];

/** The codes of all rules, sorted. */
export const findingCodes = allRules.map(({ code }) => code as FindingCode).sort();
