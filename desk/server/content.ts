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
import { isSharedKind } from '../model/places.ts';
import { type DeskFile, readDeskFile, schemaOfFile, singleFiles } from './files.ts';
import { type Control, controlOf, type Option } from './form.ts';

/** What the list shows of a page or a record. */
export interface Item {
  /** The address of its screen, after the language: `page/services/ict`, `record/contacts/ict`. */
  readonly screen: string;
  readonly title: string;
  /** Its key, or the name of its file. */
  readonly id: string;
  /** The states of its twins; none for a record. */
  readonly states: Readonly<Record<string, string>>;
}

/** Everything that can be edited, by kind. */
export interface Lists {
  readonly groups: readonly {
    readonly kind: 'pages' | 'news' | 'contacts' | 'notices' | 'templates' | 'files';
    readonly items: readonly Item[];
  }[];
  readonly templates: readonly Option[];
}

/** A component as the palette offers it. */
export interface PaletteEntry {
  readonly name: string;
  readonly explanation: string;
  readonly rule: Pick<ComponentRule, 'inside' | 'holds' | 'isBand' | 'once'>;
  /** The extensions of the file that it shows, which an editor chooses first; null for a component without a file. */
  readonly accept: string | null;
  /** What is put into each language. */
  readonly sources: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, PaletteAttribute>>;
}

interface PaletteAttribute {
  readonly label: string;
  readonly options: readonly Option[] | null;
  /** Whether it has the same value in every language. */
  readonly isShared: boolean;
  readonly isLink: boolean;
}

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

  /** Every page and record, in the order of their keys. */
  lists(): Lists {
    const { pageStates, content } = this.#result;
    const states = twinStatesOf(pageStates);
    const pages = pageStates.map(({ key }, index) => ({
      screen: `page/${key}`,
      title: this.#titleOf(key),
      id: key,
      states: Object.fromEntries(
        (states[index] ?? []).map(({ language, status }) => [language, this.#say(`desk.states.${status}`)]),
      ),
    }));
    const record = (file: string, title: string) => ({ screen: screenOf(file), title, id: file, states: {} });
    const { notices, templates } = content.notices;
    const titled = (folder: string, each: typeof templates | typeof notices) =>
      each.map(({ key, result }) => record(`${folder}/${key}.yaml`, result.value?.title[this.#language] ?? key));
    return {
      groups: [
        { kind: 'pages', items: pages.filter(({ id }) => dayOfNews(id) === null) },
        { kind: 'news', items: pages.filter(({ id }) => dayOfNews(id) !== null) },
        {
          kind: 'contacts',
          items: this.#contacts().map(({ value, label }) => record(`content/contacts/${value}.yaml`, label)),
        },
        { kind: 'notices', items: titled('content/notices', notices) },
        { kind: 'templates', items: titled('content/notices/templates', templates) },
        { kind: 'files', items: [...singleFiles].map(([name, file]) => record(file, this.#say(`desk.files.${name}`))) },
      ],
      templates: templates.map(({ key, result }) => ({
        value: key,
        label: result.value?.title[this.#language] ?? key,
      })),
    };
  }

  /** The files of a page in every language; null when there is no such page. */
  page(key: string): DeskFile[] | null {
    if (!this.#result.pageStates.some((each) => each.key === key)) return null;
    const files = languages.map(({ code }) => readDeskFile(this.#root, `${folderOfPage(key)}/${code}.mdx`));
    return files.every((file) => file !== null) ? files : null;
  }

  /** The paths of a page on the site by language, whether its template leaves room for bands, and the files beside it. */
  pageFacts(key: string): { paths: Record<string, string>; isWide: boolean; besides: string[] } {
    const { pageStates, content } = this.#result;
    const twins = pageStates.find((each) => each.key === key)?.twins ?? [];
    const template = twins[0]?.frontMatter.value?.template;
    return {
      paths: Object.fromEntries(twins.map((twin) => [twin.language, pathOf(twin) ?? '/'])),
      isWide: template !== undefined && layouts[template].isWide,
      besides: [...content.pictures, ...content.documents].flatMap((each) => (each.key === key ? [each.name] : [])),
    };
  }

  /** The page that shows a record: of a unit its own, otherwise the directory. */
  pathsOfRecord(file: string): Record<string, string> {
    const id = contactIdOf(file);
    const own = this.#result.content.contacts.find((each) => each.id === id)?.contact?.page;
    return this.pageFacts(own ?? homeKey).paths;
  }

  /** The form of a file, from its schema. */
  form(file: string): Control {
    const name = schemaOfFile(file);
    const schema = editorSchemas(languages).find((each) => each.name === name);
    if (!schema) return { kind: 'line' };
    return controlOf(jsonSchemaOf(schema, languages, this.#messages), schema.name, {
      labelOf: (group, field) => this.#label(group, field),
      explain: (group, field) => this.#say(`fields.${group}.${field}`),
      option: (field, value) => this.#first([`desk.options.${field}-${value}`, `desk.options.${value}`], value),
      optionsOf: (field, group) => this.#optionsOf(field, group),
    });
  }

  /** Everything that a text in a language can link to, as `page:services/ict#hours` by its title: pages, their sections, contacts. */
  targets(code: string): Option[] {
    const pages = this.#result.pageStates.flatMap(({ key, twins }) => {
      const title = this.#titleOf(key, code);
      const headings = twins.find(({ language }) => language === code)?.body?.headings ?? [];
      return [
        { value: `page:${key}`, label: title },
        ...headings.map(({ anchor, text }) => ({ value: `page:${key}#${anchor}`, label: `${title} › ${text}` })),
      ];
    });
    return [...pages, ...this.#contacts().map(({ value, label }) => ({ value: `contact:${value}`, label }))];
  }

  /** The components that an editor can put into a page. */
  palette(key: string): PaletteEntry[] {
    const files = this.pageFacts(key).besides.map((value) => ({ value, label: value }));
    return componentNames
      .filter((name) => !('inline' in vocabulary[name]) && name !== 'Lang')
      .map((name) => this.#entry(name, files));
  }

  #entry(name: ComponentName, files: readonly Option[]): PaletteEntry {
    const rule: ComponentRule = vocabulary[name];
    const { inside, holds, isBand, once, attributes } = rule;
    const options: Record<string, readonly Option[]> = {
      contact: this.#contacts(),
      'contact-kind': contactKinds.map((value) => ({ value, label: this.#first([`desk.options.${value}`], value) })),
      licence: licenceNames.map((value) => ({ value, label: value })),
      picture: files,
      document: files,
    };
    const kindOfFile = attributes['file']?.kind;
    const extensions = kindOfFile === 'picture' ? Object.values(publishedTypes).flat() : documentTypes;
    return {
      name,
      explanation: this.#say(`components.${name}`),
      rule: { ...(inside && { inside }), ...(holds && { holds }), ...(isBand && { isBand }), ...(once && { once }) },
      accept: kindOfFile === undefined ? null : extensions.map((each) => `.${each}`).join(','),
      sources: Object.fromEntries(
        languages.map(({ code }) => {
          const say = translatorOf(this.#messages, code);
          const fill = ({ kind, purpose }: { kind: string; purpose: string }) => {
            // What an editor must write about a file has no example: the gate requires it at the field.
            if (kind === 'words') return kindOfFile === undefined ? say(`snippets.${purpose}`) : '';
            return kind === 'link' ? `page:${homeKey}` : (options[kind]?.[0]?.value ?? code);
          };
          return [code, exampleOf(name, fill).join('\n')];
        }),
      ),
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([attribute, { kind }]) => [
          attribute,
          {
            label: this.#label(name, attribute),
            options: options[kind] ?? null,
            isShared: isSharedKind(kind),
            isLink: kind === 'link',
          },
        ]),
      ),
    };
  }

  #contacts(): Option[] {
    return this.#result.content.contacts.map(({ id, contact }) => ({
      value: id,
      label: contact?.name[this.#language] ?? id,
    }));
  }

  #optionsOf(field: string, group: string): readonly Option[] | null {
    const pages = this.#result.pageStates.map(({ key }) => ({ value: key, label: this.#titleOf(key) }));
    if (group === 'navigation' || ['page', 'more', 'pages', 'policy'].includes(field)) return pages;
    if (field === 'to') return pages.map(({ value, label }) => ({ value: `page:${value}`, label }));
    return ['contact', 'parent', 'replacedBy', 'unit', 'units', 'organisation'].includes(field)
      ? this.#contacts()
      : null;
  }

  #titleOf(key: string, code = this.#language): string {
    const twins = this.#result.pageStates.find((each) => each.key === key)?.twins ?? [];
    const fields = twins.find(({ language }) => language === code)?.frontMatter.fields;
    return String(fields?.get('label') ?? fields?.get('title') ?? key);
  }

  #label(group: string, field: string): string {
    return this.#first([`desk.labels.${group}-${field}`, `desk.labels.${field}`], field);
  }

  /** The first message that exists. */
  #first(keys: readonly string[], otherwise: string): string {
    const has = (key: string) => {
      const steps = key.split('.');
      const words: unknown = this.#messages[this.#language];
      return steps.reduce((at, step) => (at as Record<string, unknown> | undefined)?.[step], words) !== undefined;
    };
    const found = keys.find(has);
    return found === undefined ? otherwise : this.#say(found);
  }
}

/** The address of the screen of a record. */
const screenOf = (file: string) => `record/${file.replace(/^content\/|\.yaml$/g, '')}`;
