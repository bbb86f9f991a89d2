import facts from './wcag.json' with { type: 'json' };

/*
 * The success criteria of the Web Content Accessibility Guidelines 2.2, levels A and AA (https://www.w3.org/TR/WCAG22/): facts of the
 * standard, not content. 4.1.1 (Parsing) is obsolete and was removed. `content/accessibility/criteria.yaml` records how the site
 * meets each of them.
 */

/** The standard and the level that the site must meet. */
export const standard = {
  name: 'WCAG',
  version: '2.2',
  level: 'AA',
  url: 'https://www.w3.org/TR/WCAG22/',
} as const;

export type Level = 'A' | 'AA';

/** The four principles, in the order of the numbers: 1.x.x is perceivable. */
export const principles = ['perceivable', 'operable', 'understandable', 'robust'] as const;
type Principle = (typeof principles)[number];

export type CriterionNumber = keyof typeof facts;

/** The numbers of all criteria, in the order of the standard. */
export const criterionNumbers = Object.keys(facts) as CriterionNumber[];

/** The level of a criterion. */
export function levelOf(number: CriterionNumber): Level {
  return facts[number].level as Level;
}

/** The URL of a criterion in the standard, with the anchor that every version since WCAG 2.1 has. */
export function urlOfCriterion(number: CriterionNumber): string {
  return `${standard.url}#${facts[number].id}`;
}

/** The principle that a criterion belongs to: the first figure of its number. */
export function principleOf(number: CriterionNumber): Principle {
  const principle = principles[Number(number.split('.', 1)[0]) - 1];
  if (!principle) throw new Error(`No principle for the criterion ${number}.`);
  return principle;
}
