import { Rule } from '#gate/finding/finding.ts';
import * as families from './families.ts';

/** The code of any rule. */
export type FindingCode = Extract<(typeof families)[keyof typeof families], Rule>['code'];

/** Every kind of mistake that the gate reports, sorted by code. */
export const allRules: readonly Rule[] = Object.values<unknown>(families)
  .filter((each): each is Rule => each instanceof Rule)
  .sort((a, b) => (a.code < b.code ? -1 : 1));

/** The codes of all rules, sorted. */
export const findingCodes = allRules.map(({ code }) => code as FindingCode);
