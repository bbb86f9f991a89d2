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

interface Facts {
  /** Its anchor in the standard. */
  readonly id: string;
  readonly level: Level;
}

const facts = {
  '1.1.1': { id: 'non-text-content', level: 'A' },
  '1.2.1': { id: 'audio-only-and-video-only-prerecorded', level: 'A' },
  '1.2.2': { id: 'captions-prerecorded', level: 'A' },
  '1.2.3': { id: 'audio-description-or-media-alternative-prerecorded', level: 'A' },
  '1.2.4': { id: 'captions-live', level: 'AA' },
  '1.2.5': { id: 'audio-description-prerecorded', level: 'AA' },
  '1.3.1': { id: 'info-and-relationships', level: 'A' },
  '1.3.2': { id: 'meaningful-sequence', level: 'A' },
  '1.3.3': { id: 'sensory-characteristics', level: 'A' },
  '1.3.4': { id: 'orientation', level: 'AA' },
  '1.3.5': { id: 'identify-input-purpose', level: 'AA' },
  '1.4.1': { id: 'use-of-color', level: 'A' },
  '1.4.2': { id: 'audio-control', level: 'A' },
  '1.4.3': { id: 'contrast-minimum', level: 'AA' },
  '1.4.4': { id: 'resize-text', level: 'AA' },
  '1.4.5': { id: 'images-of-text', level: 'AA' },
  '1.4.10': { id: 'reflow', level: 'AA' },
  '1.4.11': { id: 'non-text-contrast', level: 'AA' },
  '1.4.12': { id: 'text-spacing', level: 'AA' },
  '1.4.13': { id: 'content-on-hover-or-focus', level: 'AA' },
  '2.1.1': { id: 'keyboard', level: 'A' },
  '2.1.2': { id: 'no-keyboard-trap', level: 'A' },
  '2.1.4': { id: 'character-key-shortcuts', level: 'A' },
  '2.2.1': { id: 'timing-adjustable', level: 'A' },
  '2.2.2': { id: 'pause-stop-hide', level: 'A' },
  '2.3.1': { id: 'three-flashes-or-below-threshold', level: 'A' },
  '2.4.1': { id: 'bypass-blocks', level: 'A' },
  '2.4.2': { id: 'page-titled', level: 'A' },
  '2.4.3': { id: 'focus-order', level: 'A' },
  '2.4.4': { id: 'link-purpose-in-context', level: 'A' },
  '2.4.5': { id: 'multiple-ways', level: 'AA' },
  '2.4.6': { id: 'headings-and-labels', level: 'AA' },
  '2.4.7': { id: 'focus-visible', level: 'AA' },
  '2.4.11': { id: 'focus-not-obscured-minimum', level: 'AA' },
  '2.5.1': { id: 'pointer-gestures', level: 'A' },
  '2.5.2': { id: 'pointer-cancellation', level: 'A' },
  '2.5.3': { id: 'label-in-name', level: 'A' },
  '2.5.4': { id: 'motion-actuation', level: 'A' },
  '2.5.7': { id: 'dragging-movements', level: 'AA' },
  '2.5.8': { id: 'target-size-minimum', level: 'AA' },
  '3.1.1': { id: 'language-of-page', level: 'A' },
  '3.1.2': { id: 'language-of-parts', level: 'AA' },
  '3.2.1': { id: 'on-focus', level: 'A' },
  '3.2.2': { id: 'on-input', level: 'A' },
  '3.2.3': { id: 'consistent-navigation', level: 'AA' },
  '3.2.4': { id: 'consistent-identification', level: 'AA' },
  '3.2.6': { id: 'consistent-help', level: 'A' },
  '3.3.1': { id: 'error-identification', level: 'A' },
  '3.3.2': { id: 'labels-or-instructions', level: 'A' },
  '3.3.3': { id: 'error-suggestion', level: 'AA' },
  '3.3.4': { id: 'error-prevention-legal-financial-data', level: 'AA' },
  '3.3.7': { id: 'redundant-entry', level: 'A' },
  '3.3.8': { id: 'accessible-authentication-minimum', level: 'AA' },
  '4.1.2': { id: 'name-role-value', level: 'A' },
  '4.1.3': { id: 'status-messages', level: 'AA' },
} as const satisfies Readonly<Record<string, Facts>>;

export type CriterionNumber = keyof typeof facts;

/** The numbers of all criteria, in the order of the standard. */
export const criterionNumbers = Object.keys(facts) as CriterionNumber[];

/** The level of a criterion. */
export function levelOf(number: CriterionNumber): Level {
  return facts[number].level;
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
