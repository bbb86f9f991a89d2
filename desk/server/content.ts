import { gateMessages, type Translate, translatorOf } from '#edit/report/describe.ts';
import { editorSchemas, jsonSchemaOf } from '#edit/tools/schemas.ts';
import { twinStatesOf } from '#edit/translations.ts';
import { check } from '#gate/check.ts';
import { publishedTypes } from '#gate/pictures/facts.ts';
import { contactIdOf, dayOfNews, folderOfPage, pathOf } from '#gate/read/files.ts';
import { exampleOf } from '#lib/body/example.ts';
import { type ComponentName, type ComponentRule, componentNames, vocabulary } from '#lib/body/vocabulary.ts';
import { documentTypes } from '#lib/documents/types.ts';
import { languages } from '#lib/languages/languages.ts';
import { licenceNames } from '#lib/pictures/licences.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { layouts } from '#lib/records/page.ts';
import { homeKey } from '#lib/site/site.ts';
import { isShared } from '../model/places.ts';
import { readDeskFile, schemaOfFile, singleFiles } from './files.ts';
import { type Control, controlOf, type FormField, inEachLanguage, type Option } from './form.ts';

/** Everything that can be edited, by kind. */
export type Lists = ReturnType<DeskContent['lists']>;

/** A component as the palette offers it. */
export type PaletteEntry = OpenPage['palette'][number];

/** A page or a record for its screen. */
export type OpenContent = NonNullable<ReturnType<DeskContent['page'] | DeskContent['record']>>;

/** What the screen of a page needs besides. */
export type OpenPage = NonNullable<ReturnType<DeskContent['page']>>['page'];

/** Everything that the screens need of the site, as the gate reads it, even while it has errors. */
export class DeskContent {
  readonly #root: string;
  readonly #language: string;
  readonly #messages: ReturnType<typeof gateMessages>;
  readonly #say: Translate;
  readonly #result: ReturnType<typeof check>;

  constructor(root: string, language: string) {
    this.#root = root;
    this.#language = language;
    this.#messages = gateMessages(root, languages);
    this.#say = translatorOf(this.#messages, language);
    this.#result = check({ root, languages });
  }

  /** Every page and record by kind, in the order of keys: title, key or file, path of the screen, and the twins that need work. */
  lists() {
    const { pageStates, content } = this.#result;
    const pages = twinStatesOf(pageStates).map((twins) => {
      const key = twins[0]?.key ?? '';
      const notable = twins.filter(({ status }) => status !== 'inStep');
      const states = notable.map(({ language, status }) => `${language}: ${this.#say(`desk.states.${status}`)}`);
      return { screen: `page/${key}`, title: this.#titleOf(key), id: key, states: states.join(', ') };
    });
    const record = (name: string, title: string) => {
      return { screen: `record/${name}`, title, id: `content/${name}.yaml`, states: '' };
    };
    const { notices, templates } = content.notices;
    const titled = (folder: string, each: typeof templates | typeof notices) =>
      each.map(({ key, result }) => record(folder + key, result.value?.title[this.#language] ?? key));
    const files = [...singleFiles].map(([name, file]) =>
      record(file.replace(/^content\/|\.yaml$/g, ''), this.#say(`desk.files.${name}`)),
    );
    return {
      pages: pages.filter(({ id }) => dayOfNews(id) === null),
      news: pages.filter(({ id }) => dayOfNews(id) !== null),
      contacts: this.#contacts().map(({ value, label }) => record(`contacts/${value}`, label)),
      notices: titled('notices/', notices),
      templates: titled('notices/templates/', templates),
      files,
    };
  }

  /** A page, with a file for each language; null when there is no such page. */
  page(key: string) {
    const { pageStates, content } = this.#result;
    const twins = pageStates.find((each) => each.key === key)?.twins;
    const files = languages.flatMap(({ code }) => readDeskFile(this.#root, `${folderOfPage(key)}/${code}.mdx`) ?? []);
    if (!twins || files.length < languages.length) return null;
    const template = twins[0]?.frontMatter.value?.template;
    const besides = [...content.pictures, ...content.documents].flatMap((each) => (each.key === key ? each.name : []));
    return {
      title: this.#titleOf(key),
      // What it is renamed by.
      name: key,
      files,
      form: this.form(files[0]?.file ?? ''),
      paths: this.#pathsOf(key),
      page: {
        key,
        palette: this.#palette(besides),
        // What a text in each language can link to.
        targets: Object.fromEntries(languages.map(({ code }) => [code, this.#targets(code)])),
        // Whether the template leaves room for bands.
        isWide: template !== undefined && layouts[template].isWide,
        // The names of the files beside it.
        besides,
      },
    };
  }

  /** A record with the page that shows it: of a unit its own, otherwise the home page; null when editors do not write it. */
  record(name: string) {
    const file = `content/${name}.yaml`;
    const schema = schemaOfFile(file);
    const found = schema === null ? null : readDeskFile(this.#root, file);
    if (!found) return null;
    const known = Object.values(this.lists()).flat();
    const { contacts } = this.#result.content;
    const own = contacts.find(({ id }) => id === contactIdOf(file))?.contact?.page;
    const isOneOfMany = ['contact', 'notice', 'template'].includes(schema ?? '');
    return {
      title: known.find(({ id }) => id === file)?.title ?? file,
      name: isOneOfMany && found.version !== null ? name : null,
      files: [found],
      form: this.form(file),
      paths: this.#pathsOf(own ?? homeKey),
      page: null,
    };
  }

  /** The form of a file, from its schema. In that of a page, what the languages do not share has a value for each. */
  form(file: string): Control {
    const name = schemaOfFile(file);
    const schema = editorSchemas(languages).find((each) => each.name === name);
    if (!schema) return { kind: 'line' };
    const form = controlOf(jsonSchemaOf(schema, languages, this.#messages), schema.name, this);
    if (name !== 'page' || form.kind !== 'group') return form;
    const inEach = (field: FormField) => ({ ...field, control: inEachLanguage(field.control) });
    return { kind: 'group', fields: form.fields.map((field) => (isShared(field.name) ? field : inEach(field))) };
  }

  #pathsOf(key: string): Record<string, string> {
    const { twins = [] } = this.#result.pageStates.find((each) => each.key === key) ?? {};
    return Object.fromEntries(twins.map((twin) => [twin.language, pathOf(twin) ?? '/']));
  }

  /** What a text in a language can link to, by its title: pages, their sections, contacts, and the pages with documents. */
  #targets(code: string): Option[] {
    const { pageStates, content } = this.#result;
    const pages = pageStates.flatMap(({ key, twins }) => {
      const title = this.#titleOf(key, code);
      const { headings = [] } = twins.find(({ language }) => language === code)?.body ?? {};
      const documents = content.documents.flatMap(({ key: page, name, facts }) =>
        page === key ? `${(facts.kind === 'document' && facts.title) || title} (${name})` : [],
      );
      return [
        { value: `page:${key}`, label: title },
        ...headings.map(({ anchor, text }) => ({ value: `page:${key}#${anchor}`, label: `${title} › ${text}` })),
        ...documents.map((label) => ({ value: `page:${key}`, label })),
      ];
    });
    return [...pages, ...this.#contacts('contact:')];
  }

  /** The components that an editor can put into a page with these files beside it. */
  #palette(besides: readonly string[]) {
    const plain = (value: string) => ({ value, label: value });
    const options: Readonly<Record<string, readonly Option[]>> = {
      contact: this.#contacts(),
      'contact-kind': contactKinds.map((value) => ({ value, label: this.option('kind', value) })),
      licence: licenceNames.map(plain),
      picture: besides.map(plain),
      document: besides.map(plain),
    };
    const names = componentNames.filter((name) => !('inline' in vocabulary[name]) && name !== 'Lang');
    return [...(['heading', 'text'] as const), ...names].map((name) => this.#entry(name, options));
  }

  /** A part as the palette offers it. `options` has the possible values of the kinds of attributes. */
  #entry(name: ComponentName | 'heading' | 'text', options: Readonly<Record<string, readonly Option[]>>) {
    const isPlain = name === 'heading' || name === 'text';
    const rule: ComponentRule = isPlain ? { attributes: {}, children: 'blocks' } : vocabulary[name];
    const kindOfFile = rule.attributes['file']?.kind;
    const extensions = kindOfFile === 'picture' ? Object.values(publishedTypes).flat() : documentTypes;
    const sourceIn = (code: string) => {
      const say = translatorOf(this.#messages, code);
      if (isPlain) return say(`desk.new.${name}`);
      return exampleOf(name, ({ kind, purpose }) => {
        // What an editor must write about a file has no example: the gate requires it at the field.
        if (kind === 'words') return kindOfFile === undefined ? say(`snippets.${purpose}`) : '';
        return kind === 'link' ? `page:${homeKey}` : (options[kind]?.[0]?.value ?? code);
      }).join('\n');
    };
    const fields = Object.entries(rule.attributes).map(([attribute, { kind }]) => {
      const plain: Control = { kind: kind === 'link' ? 'link' : 'text' };
      const control: Control = options[kind] ? { kind: 'choice', options: options[kind] } : plain;
      return [attribute, { label: this.labelOf(name, attribute), control }] as const;
    });
    return {
      name,
      rule,
      explanation: this.#say(isPlain ? `desk.kind.${name}` : `components.${name}`),
      // The extensions of the file that it shows, which an editor chooses first.
      accept: kindOfFile === undefined ? null : extensions.map((each) => `.${each}`).join(','),
      sources: Object.fromEntries(languages.map(({ code }) => [code, sourceIn(code)])),
      attributes: Object.fromEntries(fields),
    };
  }

  #pages(before = ''): Option[] {
    return this.#result.pageStates.map(({ key }) => ({ value: before + key, label: this.#titleOf(key) }));
  }

  #contacts(before = ''): Option[] {
    const { contacts } = this.#result.content;
    return contacts.map(({ id, contact }) => ({ value: before + id, label: contact?.name[this.#language] ?? id }));
  }

  /** The possible values of a field that come from other files: pages, contacts. */
  optionsOf(field: string, group: string): readonly Option[] | null {
    if (group === 'navigation' || ['page', 'more', 'pages', 'policy'].includes(field)) return this.#pages();
    if (field === 'to') return this.#pages('page:');
    const isContact = ['contact', 'parent', 'replacedBy', 'unit', 'units', 'organisation'].includes(field);
    return isContact ? this.#contacts() : null;
  }

  #titleOf(key: string, code = this.#language): string {
    const twins = this.#result.pageStates.find((each) => each.key === key)?.twins ?? [];
    const fields = twins.find(({ language }) => language === code)?.frontMatter.fields;
    return String(fields?.get('label') ?? fields?.get('title') ?? key);
  }

  /** The short name of a field in its group. */
  labelOf(group: string, field: string): string {
    return this.#first([`desk.labels.${group}-${field}`, `desk.labels.${field}`], field);
  }

  /** What a field is for: Markdown as plain words. */
  explain(group: string, field: string): string {
    return this.#say(`fields.${group}.${field}`).replace(/[`_]/g, '');
  }

  /** The name of one of the possible values of a field, which may be another field. */
  option(field: string, value: string): string {
    return this.#first([`desk.options.${field}-${value}`, `desk.options.${value}`, `desk.labels.${value}`], value);
  }

  /** The first message that exists. */
  #first(keys: readonly string[], otherwise: string): string {
    const words: unknown = this.#messages[this.#language];
    const messageAt = (key: string) =>
      key.split('.').reduce((at, step) => (at as Record<string, unknown> | undefined)?.[step], words);
    return keys.map(messageAt).find((each) => typeof each === 'string') ?? otherwise;
  }
}
