import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { Document } from '../document.ts';

/** The one configuration of the HTML validator. Each rule that is off says why. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: [
      'html-validate:standard',
      'html-validate:recommended',
      'html-validate:document',
      'html-validate:a11y',
    ],
    rules: {
      // HTML reads the doctype without regard to case (13.1.1); the serializer writes it in lower case.
      'doctype-style': 'off',
      // Not a rule of HTML but of one search engine, which cuts what follows. The particular part of a title stands first.
      'long-title': 'off',
      // Checkboxes of one group have one name (HTML 4.10.18.1): the address then holds every one that is chosen.
      'form-dup-name': ['error', { shared: ['radio', 'checkbox'] }],
      // Integrity (SRI) is for files that another host keeps. Ours come from the same host as the page that would vouch for them.
      'require-sri': ['error', { target: 'crossorigin' }],
    },
  }),
);

/** What breaks the HTML standard, or stands in the way of assistive technology. */
export async function invalidHtml({ path, html }: Document): Promise<string[]> {
  const { results } = await validator.validateString(html, path);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} (${line}:${column})`),
  );
}
