import { type AttributeRule, componentNames, ruleOf } from '#lib/body/vocabulary.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { frontMatterSchema, templates } from '#lib/records/page.ts';
import { sayIn } from '../report/describe.ts';

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
  const say: Say = sayIn(messages, language.code);
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
    ...componentNames.map((name) =>
      make(`<${name}`, say(`components.${name}`), component(name, say, new Stops())),
    ),
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

function component(name: string, say: Say, stops: Stops): string[] {
  const rule = ruleOf(name);
  if (!rule) throw new Error(`The vocabulary names ${name} and does not know it.`);
  const attributes = Object.entries(rule.attributes)
    .map(([attribute, { kind }]) => ` ${attribute}="${value(kind, attribute, say, stops)}"`)
    .join('');
  if (rule.children === 'none') return [`<${name}${attributes} />`];
  if (rule.children === 'text')
    return [`<${name}${attributes}>${stops.place(say('snippets.words'))}</${name}>`];
  const [held] = rule.holds ?? [];
  const text = stops.place.bind(stops);
  const inside = held
    ? component(held, say, stops)
    : [...(rule.isBand ? [`## ${text(say('snippets.heading'))}`, ''] : []), text(say('snippets.text'))];
  return [`<${name}${attributes}>`, '', ...inside, '', `</${name}>`];
}

/** What stands between the quotation marks of an attribute. */
function value(kind: AttributeRule['kind'], attribute: string, say: Say, stops: Stops): string {
  switch (kind) {
    case 'words':
      return stops.place(say(`snippets.${attribute}`));
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
