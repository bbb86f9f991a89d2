import { type Translate, translatorOf } from '#edit/report/describe.ts';
import { gateMessages } from '#edit/report/messages.ts';
import { editorSchemas, jsonSchemaOf } from '#edit/tools/schemas.ts';
import { twinStatesOf } from '#edit/translations.ts';
import { check } from '#gate/check.ts';
import { pathOf } from '#gate/read/files.ts';
import { exampleOf } from '#lib/body/example.ts';
import { type ComponentName, componentNames, vocabulary } from '#lib/body/vocabulary.ts';
import { languages } from '#lib/languages/languages.ts';
import { licenceNames } from '#lib/pictures/licences.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { layouts } from '#lib/records/page.ts';
import { homeKey } from '#lib/site/site.ts';
import type { FormField, Option } from '../model/form.ts';
import { type DeskFile, readDeskFile } from './files.ts';
import { formOf } from './form.ts';

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

export interface Lists {
  readonly pages: readonly Item[];
  readonly contacts: readonly Item[];
  readonly notices: readonly Item[];
  readonly templates: readonly Option[];
}

/** The target of a link, as an editor chooses it. */
export interface Target {
  /** `page:services/ict`, `contact:ict`. */
  readonly target: string;
  readonly title: string;
  /** The sections of a page, by language: anchor and heading. */
  readonly sections: Readonly<Record<string, readonly Option[]>>;
}

/** A component as the palette offers it. */
export interface PaletteEntry {
  readonly name: string;
  readonly explanation: string;
  /** The components that may hold it; null for any place. */
  readonly inside: readonly string[] | null;
  readonly holds: readonly string[] | null;
  readonly isBand: boolean;
  readonly once: boolean;
  /** What is put into each language. */
  readonly sources: Readonly<Record<string, string>>;
  readonly attributes: Readonly<
    Record<
      string,
      {
        readonly label: string;
        readonly options: readonly Option[] | null;
        readonly isShared: boolean;
        readonly isLink: boolean;
      }
    >
  >;
}

/** Everything that the screens need of the site, as the gate reads it, even while it has errors. */
export class DeskData {
  readonly #root: string;
  readonly #language: string;
  readonly #say: Translate;
  readonly #has: (key: string) => boolean;
  readonly #result: ReturnType<typeof check>;

  constructor(root: string, language: string) {
    this.#root = root;
    this.#language = language;
    const every = gateMessages(root, languages);
    this.#say = translatorOf(every, language);
    const words = every[language] ?? {};
    this.#has = (key) =>
      key.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], words) !==
      undefined;
    this.#result = check({ root, languages });
  }

  /** Pages, contacts and notices, in the order of their keys. */
  lists(): Lists {
    const { pageStates, content } = this.#result;
    const states = twinStatesOf(pageStates);
    return {
      pages: pageStates.map(({ key }, index) => ({
        screen: `page/${key}`,
        title: this.#titleOf(key),
        id: key,
        states: Object.fromEntries(
          (states[index] ?? []).map((twin) => [twin.language, this.#say(`desk.states.${twin.status}`)]),
        ),
      })),
      contacts: content.contacts.map(({ id, contact }) => ({
        screen: `record/contacts/${id}`,
        title: contact?.name[this.#language] ?? id,
        id,
        states: {},
      })),
      notices: content.notices.notices.map(({ key, result }) => ({
        screen: `record/notices/${key}`,
        title: result.value?.title[this.#language] ?? key,
        id: key,
        states: {},
      })),
      templates: content.notices.templates.map(({ key, result }) => ({
        value: key,
        label: result.value?.title[this.#language] ?? key,
      })),
    };
  }

  /** The files of a page in every language; null when there is no such page. */
  page(key: string): DeskFile[] | null {
    const state = this.#result.pageStates.find((each) => each.key === key);
    if (!state) return null;
    const files = languages.map(({ code }) => readDeskFile(this.#root, `content/pages/${key}/${code}.mdx`));
    return files.every((file) => file !== null) ? files : null;
  }

  /** The paths of a page on the site, by language, and whether its template leaves room for bands. */
  pageFacts(key: string): { paths: Record<string, string>; isWide: boolean } {
    const twins = this.#result.pageStates.find((each) => each.key === key)?.twins ?? [];
    const template = twins[0]?.frontMatter.value?.template;
    return {
      paths: Object.fromEntries(twins.map((twin) => [twin.language, pathOf(twin) ?? '/'])),
      isWide: template !== undefined && layouts[template].isWide,
    };
  }

  /** The page that shows a record: of a unit its own, otherwise the directory; null for the settings. */
  pathsOfRecord(folder: string, name: string): Record<string, string> | null {
    if (folder === 'site') return null;
    const id = name.slice(name.indexOf('/') + 1);
    const own = this.#result.content.contacts.find((each) => each.id === id)?.contact?.page;
    return this.pageFacts(folder === 'contacts' && own !== undefined ? own : homeKey).paths;
  }

  /** The form of a kind of record, or of the fields of a page. */
  form(name: 'page' | 'contact' | 'notice' | 'site'): FormField[] {
    const schema = editorSchemas(languages).find((each) => each.name === name);
    if (!schema) return [];
    const json = jsonSchemaOf(schema, languages, gateMessages(this.#root, languages));
    return formOf(json, name, {
      labelOf: (group, field) =>
        this.#optional(`desk.labels.${group}-${field}`) ?? this.#optional(`desk.labels.${field}`),
      explain: (group, field) => this.#say(`fields.${group}.${field}`),
      option: (field, value) =>
        this.#optional(`desk.options.${field}-${value}`) ?? this.#optional(`desk.options.${value}`),
      optionsOf: (field) => this.#optionsOf(field),
    });
  }

  /** Everything that a text can link to. */
  targets(): Target[] {
    const { content, pageStates } = this.#result;
    const pages = pageStates.map(({ key, twins }) => ({
      target: `page:${key}`,
      title: this.#titleOf(key),
      sections: Object.fromEntries(
        twins.map((twin) => [
          twin.language,
          (twin.body?.headings ?? []).map(({ anchor, text }) => ({ value: anchor, label: text })),
        ]),
      ),
    }));
    const contacts = content.contacts.flatMap(({ id, contact }) =>
      contact ? [{ target: `contact:${id}`, title: contact.name[this.#language] ?? id, sections: {} }] : [],
    );
    return [...pages, ...contacts];
  }

  /** The components that an editor can put into a page. */
  palette(key: string): PaletteEntry[] {
    const pictures = this.#result.content.pictures.filter((each) => each.key === key);
    const names = pictures.map(({ name }) => ({ value: name, label: name }));
    return componentNames
      .filter((name) => !('inline' in vocabulary[name]) && name !== 'Lang')
      .map((name) => this.#entry(name, names));
  }

  #entry(name: ComponentName, pictures: readonly Option[]): PaletteEntry {
    const rule: (typeof vocabulary)[ComponentName] & {
      inside?: readonly string[];
      holds?: readonly string[];
      isBand?: true;
      once?: true;
    } = vocabulary[name];
    const options: Record<string, readonly Option[]> = {
      contact: this.#optionsOf('contact') ?? [],
      'contact-kind': contactKinds.map((value) => ({ value, label: this.#optional(`desk.options.${value}`) ?? value })),
      licence: licenceNames.map((value) => ({ value, label: value })),
      picture: pictures,
    };
    return {
      name,
      explanation: this.#say(`components.${name}`),
      inside: rule.inside ?? null,
      holds: rule.holds ?? null,
      isBand: rule.isBand ?? false,
      once: rule.once ?? false,
      sources: Object.fromEntries(languages.map(({ code }) => [code, this.#sourceOf(name, code, options)])),
      attributes: Object.fromEntries(
        Object.entries(rule.attributes as Record<string, { kind: string }>).map(([attribute, { kind }]) => [
          attribute,
          {
            label:
              this.#optional(`desk.labels.${name}-${attribute}`) ??
              this.#optional(`desk.labels.${attribute}`) ??
              attribute,
            options: options[kind] ?? null,
            isShared: kind !== 'words' && kind !== 'link',
            isLink: kind === 'link',
          },
        ]),
      ),
    };
  }

  #sourceOf(name: ComponentName, code: string, options: Readonly<Record<string, readonly Option[]>>): string {
    const say = translatorOf(gateMessages(this.#root, languages), code);
    const fill = ({ kind, purpose }: { kind: string; purpose: string }) => {
      if (kind === 'words') return say(`snippets.${purpose}`);
      if (kind === 'link') return `page:${homeKey}`;
      return options[kind]?.[0]?.value ?? code;
    };
    return exampleOf(name, fill).join('\n');
  }

  #optionsOf(field: string): readonly Option[] | null {
    const { pageStates, content } = this.#result;
    if (['page', 'more', 'pages', 'policy', 'header', 'tasks', 'footer', 'legal', 'lost'].includes(field)) {
      return field === 'tasks' || pageStates.length === 0
        ? null
        : pageStates.map(({ key }) => ({ value: key, label: this.#titleOf(key) }));
    }
    if (['contact', 'parent', 'replacedBy', 'unit', 'units', 'organisation'].includes(field)) {
      return content.contacts.map(({ id, contact }) => ({ value: id, label: contact?.name[this.#language] ?? id }));
    }
    return null;
  }

  #titleOf(key: string): string {
    const twins = this.#result.pageStates.find((each) => each.key === key)?.twins ?? [];
    const own = twins.find(({ language }) => language === this.#language);
    return String(own?.frontMatter.fields.get('label') ?? own?.frontMatter.fields.get('title') ?? key);
  }

  #optional(key: string): string | null {
    return this.#has(key) ? this.#say(key) : null;
  }
}
