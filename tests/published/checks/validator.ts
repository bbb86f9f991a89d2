import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Document } from '../document.ts';

/** The configuration of the HTML validator, with a reason for each rule that is off. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
    rules: {
      // The doctype is case-insensitive (HTML, 13.1.1); the serializer writes it in lower case.
      'doctype-style': 'off',
      // Not a rule of HTML but of a search engine, which truncates titles. The specific part of a title comes first.
      'long-title': 'off',
      // Checkboxes of a group share a name (HTML 4.10.18.1), so that the URL contains every chosen one.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
      // Subresource integrity is for files on other hosts. Ours are on the host that sends the page.
      // The frame of a wide table is a region without a heading, so no section.
      'prefer-native-element': ['error', { exclude: ['region'] }],
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
);

/** Violations of the HTML standard and of rules for assistive technology. */
export async function invalidHtml({ path, html }: Document): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );
}
