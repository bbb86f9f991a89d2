import { type Blank, exampleOf } from '#lib/body/example.ts';
import { componentNames } from '#lib/body/vocabulary.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';
import { licenceNames } from '#lib/pictures/licences.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { frontMatterSchema, templates } from '#lib/records/page.ts';
import { translatorOf } from '../report/describe.ts';

/* Snippets for VS Code, one set per language: every component and every field of a page; no tool explains front matter in MDX. */

/** https://code.visualstudio.com/docs/editing/userdefinedsnippets */
export interface Snippet {
  readonly prefix: string;
  /** The language identifier of the MDX extension. */
  readonly scope: 'mdx';
  readonly body: readonly string[];
  readonly description: string;
}

type Translate = (key: string) => string;

/** The snippets of a language by name. Names contain the language, so that the sets do not overwrite each other. */
export function snippetsOf(language: Language, messages: AllMessages): Record<string, Snippet> {
  const translate: Translate = translatorOf(messages, language.code);
  const make = (prefix: string, description: string, body: readonly string[]): [string, Snippet] => [
    `${prefix} (${language.name})`,
    { prefix, scope: 'mdx', body, description },
  ];
  const fields = Object.keys(frontMatterSchema.shape);
  return Object.fromEntries([
    make(translate('snippets.fields'), translate('snippets.page'), pageFields(translate)),
    ...fields.map((field) =>
      make(`${translate('snippets.field')}-${field}`, translate(`fields.page.${field}`), [`${field}: $0`]),
    ),
    ...componentNames.map((name) => {
      const stops = new TabStops();
      const body = exampleOf(name, (blank) => fillIn(blank, translate, stops));
      return make(`<${name}`, translate(`components.${name}`), body);
    }),
  ]);
}

/** The tab stops of a snippet. */
class TabStops {
  #count = 0;

  placeholder(words: string): string {
    return `\${${++this.#count}:${words.replace(/[\\$}]/g, '\\$&')}}`;
  }

  choice(words: readonly string[]): string {
    return `\${${++this.#count}|${words.join(',')}|}`;
  }
}

function pageFields(translate: Translate): string[] {
  const stops = new TabStops();
  const values: Partial<Record<keyof typeof frontMatterSchema.shape, string>> = {
    title: stops.placeholder(translate('new.titleValue')),
    summary: stops.placeholder(translate('new.summaryValue')),
    slug: stops.placeholder('slug'),
    template: stops.choice(templates),
    updated: '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE',
    draft: 'true',
  };
  const lines = Object.entries(values).flatMap(([field, value]) => [
    `# ${translate(`fields.page.${field}`).replaceAll('$', '\\$')}`,
    `${field}: ${value}`,
  ]);
  return ['---', ...lines, '---', '', '$0'];
}

function fillIn({ kind, purpose }: Blank, translate: Translate, stops: TabStops): string {
  switch (kind) {
    case 'words':
      return stops.placeholder(translate(`snippets.${purpose}`));
    case 'link':
      return `page:${stops.placeholder(translate('snippets.key'))}`;
    case 'contact':
      return stops.placeholder(translate('snippets.contact'));
    case 'contact-kind':
      return stops.choice(contactKinds);
    case 'picture':
      return stops.placeholder('foto.jpg');
    case 'document':
      return stops.placeholder('document.pdf');
    case 'licence':
      return stops.choice(licenceNames);
    case 'language':
      return stops.placeholder('en');
  }
}
