import { type Blank, exampleOf } from '#lib/body/example.ts';
import { componentNames } from '#lib/body/vocabulary.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { frontMatterSchema, templates } from '#lib/records/page.ts';
import { translatorOf } from '../report/describe.ts';

/*
 * Snippets for VS Code, one set for each language: every component, and the fields of a page, each with what it is for. They make up for
 * what no tool does: explain front matter in MDX.
 */

/** https://code.visualstudio.com/docs/editing/userdefinedsnippets */
export interface Snippet {
  readonly prefix: string;
  /** The language that the MDX extension gives to the files of pages. */
  readonly scope: 'mdx';
  readonly body: readonly string[];
  readonly description: string;
}

type Say = (key: string) => string;

/** The snippets of a language by their names, which no other language has. */
export function snippetsOf(language: Language, messages: AllMessages): Record<string, Snippet> {
  const say: Say = translatorOf(messages, language.code);
  const make = (prefix: string, description: string, body: readonly string[]): [string, Snippet] => [
    `${prefix} (${language.name})`,
    { prefix, scope: 'mdx', body, description },
  ];
  const fields = Object.keys(frontMatterSchema.shape);
  return Object.fromEntries([
    make(say('snippets.fields'), say('snippets.page'), pageFields(say)),
    ...fields.map((field) =>
      make(`${say('snippets.field')}-${field}`, say(`fields.page.${field}`), [`${field}: $0`]),
    ),
    ...componentNames.map((name) => {
      const stops = new Stops();
      const body = exampleOf(name, (blank) => fillIn(blank, say, stops));
      return make(`<${name}`, say(`components.${name}`), body);
    }),
  ]);
}

/** The places of a snippet that the writer visits one after another. */
class Stops {
  #count = 0;

  /** A place with words to replace. */
  place(words: string): string {
    return `\${${++this.#count}:${words.replace(/[\\$}]/g, '\\$&')}}`;
  }

  /** A place with words to choose from. */
  choice(words: readonly string[]): string {
    return `\${${++this.#count}|${words.join(',')}|}`;
  }
}

/** The fields that every page has, and the mark of a draft, each below what it is for. */
function pageFields(say: Say): string[] {
  const stops = new Stops();
  const values: Partial<Record<keyof typeof frontMatterSchema.shape, string>> = {
    title: stops.place(say('new.titleValue')),
    summary: stops.place(say('new.summaryValue')),
    slug: stops.place('slug'),
    template: stops.choice(templates),
    updated: '$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE',
    draft: 'true',
  };
  const lines = Object.entries(values).flatMap(([field, value]) => [
    `# ${say(`fields.page.${field}`).replaceAll('$', '\\$')}`,
    `${field}: ${value}`,
  ]);
  return ['---', ...lines, '---', '', '$0'];
}

/** What an editor fills in or chooses at a blank of a component. */
function fillIn({ kind, purpose }: Blank, say: Say, stops: Stops): string {
  switch (kind) {
    case 'words':
      return stops.place(say(`snippets.${purpose}`));
    case 'link':
      return `page:${stops.place(say('snippets.key'))}`;
    case 'contact':
      return stops.place(say('snippets.contact'));
    case 'contact-kind':
      return stops.choice(contactKinds);
    case 'language':
      return stops.place('en');
  }
}
