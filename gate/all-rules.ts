import { legacyRules } from './finding/finding.ts';
import { Rule } from './finding/rule.ts';
import * as layout from './rules/layout.ts';

/*
 * Every kind of mistake that the gate reports: the rules that these files export.
 */

const families = [layout] as const;

type RulesOf<Family> = Extract<Family[keyof Family], Rule>;

export type FindingCode = RulesOf<(typeof families)[number]>['code'] | keyof typeof legacyRules;

export const allRules: readonly Rule[] = [
  ...families.flatMap((family) => Object.values(family).filter((each) => each instanceof Rule)),
  ...Object.entries(legacyRules).map(([code, definition]) => new Rule({ code, ...definition })),
];

/** The codes of all rules, sorted. */
export const findingCodes = allRules.map(({ code }) => code as FindingCode).sort();
