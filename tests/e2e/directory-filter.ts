import { expect, type Locator, type Page } from '@playwright/test';
import { foldWords, matches } from '#lib/contacts/matching.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { type ContactKind, contactKinds } from '#lib/records/contact.ts';
import { type Contact, contactsOfKind, pageOf, twinOf } from '#lib/site/site.ts';
import { site } from '../published-site.ts';
import { wordsOf } from './documents.ts';

/** The ids of all units, in the order of the directory. */
export const allUnits = site.contacts.map(({ id }) => id);

/** The kinds with units in the directory, in its order. */
export const listedKinds = contactKinds.filter((kind) => contactsOfKind(site, kind).length > 0) as [
  ContactKind,
  ContactKind,
  ...ContactKind[],
];

/** The path of the directory in a language. */
export const directoryIn = ({ code }: Language) => twinOf(pageOf(site, site.directory ?? ''), code).path;

/** The ids of the units of one kind. */
export const unitsOfKind = (kind: ContactKind) => contactsOfKind(site, kind).map(({ id }) => id);

/** A unit with tasks. */
export const taskUnit: Contact = site.contacts.filter(({ tasks }) => tasks)[0] as Contact;

/** A task of that unit in a language that matches no other unit. */
export function taskIn({ code }: Language): string {
  const others = site.contacts.filter((contact) => contact !== taskUnit).map((each) => JSON.stringify(each));
  const task = inLanguage(taskUnit.tasks ?? {}, code).find(
    (each) => !others.some((text) => matches({ words: foldWords(text), digits: '' }, each)),
  );
  if (!task) throw new Error(`Every task of ${taskUnit.id} matches other units in "${code}".`);
  return task;
}

/** The controls of the filter on the directory of a language, and its result. */
export class Filter {
  readonly field: Locator;
  readonly count: Locator;
  readonly clear: Locator;
  readonly page: Page;

  constructor(page: Page, language: Language) {
    const { filter } = wordsOf(language);
    this.page = page;
    this.field = page.getByLabel(filter.field);
    this.count = page.locator('output');
    this.clear = page.getByRole('button', { name: filter.clear });
  }

  /** The ids of the visible entries, in order. */
  shown(): Promise<string[]> {
    return this.page
      .locator('[data-entries] li[id]')
      .evaluateAll((entries) => entries.filter((entry) => entry.checkVisibility()).map(({ id }) => id));
  }

  async expectShown(ids: readonly string[]): Promise<void> {
    await expect.poll(() => this.shown()).toEqual(allUnits.filter((id) => ids.includes(id)));
  }

  /** The query of the URL. */
  query(): string {
    return new URL(this.page.url()).search;
  }
}
