import { invalidHtml } from '../../published/checks/validator.ts';
import { readDocument } from '../../published/document.ts';
import type { Check } from '../check.ts';

/** The success criterion of a rule of html-validate; other rules concern HTML alone. */
const criteria: Readonly<Record<string, readonly string[]>> = {
  'area-alt': ['1.1.1'],
  'aria-hidden-body': ['4.1.2'],
  'aria-label-misuse': ['4.1.2'],
  'autocomplete-password': ['3.3.8'],
  deprecated: ['2.2.2'],
  'element-required-attributes': ['3.1.1'],
  'empty-heading': ['1.3.1', '2.4.6'],
  'empty-title': ['2.4.2'],
  'heading-level': ['1.3.1'],
  'hidden-focusable': ['4.1.2'],
  'input-missing-label': ['1.3.1', '4.1.2'],
  'meta-refresh': ['2.2.1'],
  'missing-doctype': [],
  'multiple-labeled-controls': ['1.3.1'],
  'no-autoplay': ['1.4.2'],
  'no-missing-references': ['1.3.1', '4.1.2'],
  'prefer-native-element': ['4.1.2'],
  'svg-focusable': ['4.1.2'],
  'text-content': ['4.1.2'],
  'unique-landmark': ['1.3.1'],
  'valid-autocomplete': ['1.3.5'],
  'wcag/h30': ['2.4.4'],
  'wcag/h32': ['3.2.2'],
  'wcag/h36': ['1.1.1'],
  'wcag/h37': ['1.1.1'],
  'wcag/h63': ['1.3.1'],
  'wcag/h67': ['1.1.1'],
  'wcag/h71': ['1.3.1'],
};

/** html-validate: whether the document, as the server sends it, is valid HTML with what assistive technology requires. */
export const htmlValidate: Check = {
  id: 'html-validate',
  criteria: [...new Set(Object.values(criteria).flat())].sort(),
  async judge(page) {
    const response = await page.request.get(page.url());
    const faults = await invalidHtml(readDocument(new URL(page.url()).pathname, await response.text()));
    return {
      judged: htmlValidate.criteria,
      barriers: faults.map((fault) => {
        const [, rule = '', words = '', element = ''] = /^(.+?): (.*) \((\d+:\d+)\)$/s.exec(fault) ?? [];
        return {
          rule,
          criteria: /<(?:a|button)> element is not permitted as (?:a )?descendant of <(?:a|button)>/.test(words)
            ? ['4.1.2']
            : (criteria[rule] ?? []),
          element: `line ${element}`,
          words,
          isUndecided: false,
        };
      }),
    };
  },
};
