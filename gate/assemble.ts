import { readDocumentName } from '#lib/documents/documents.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { typeset } from '#lib/languages/typography.ts';
import { isHttps } from '#lib/recognise/addresses.ts';
import { contactKinds } from '#lib/records/contact.ts';
import type { FrontMatter } from '#lib/records/page.ts';
import { inheritedNames, parentOn, stateOn } from '#lib/site/life.ts';
import { type Notice, unitPages } from '#lib/site/notices.ts';
import { type Contact, homeKey, type Page, type Site, singlePages, type Twin } from '#lib/site/site.ts';
import type { Content } from './check.ts';
import { compare } from './finding/finding.ts';
import type { BodyPicture } from './read/body.ts';
import { type DocumentFile, dayOfNews, type PageFile, type PictureFile, parentPath, pathOf } from './read/files.ts';
import { assessmentOf } from './rules/accessibility.ts';
import { redirectsOfRegister } from './rules/paths.ts';

/**
 * Makes the site of content that passed the check; throws when the content has an error that the check did not find.
 * @param day the day of the build, YYYY-MM-DD; null for a site that shows nothing that depends on it
 */
export function assemble(content: Content, day: string | null): Site {
  const { languages, register } = content;
  const settings = passed(content.settings.value, 'site.yaml');
  const redirects = passed(content.redirects.value, 'redirects.yaml');
  const written = redirects.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, page: to }]));
  // In the order of the directory.
  const records = content.contacts
    .flatMap(({ contact }) => (contact ? withoutPastClosures(typesetIn(contact, languages), day) : []))
    .sort((a, b) => contactKinds.indexOf(a.kind) - contactKinds.indexOf(b.kind) || a.order - b.order);
  const contacts = records.map((record) => onDay(record, records, day));
  const present = contacts.filter((contact) => stateOn(contact, day) === 'present');
  const pages = assemblePages(content);
  const single = singlePages(pages);
  return {
    day,
    languages,
    origin: settings.origin,
    organisation: passed(
      contacts.find(({ id }) => id === settings.organisation),
      'The organisation',
    ),
    feedback: settings.feedback ?? null,
    security: settings.security ?? null,
    navigation: settings.navigation,
    pages,
    contacts: present.filter(({ kind }) => kind !== 'authority'),
    authorities: present.filter(({ kind }) => kind === 'authority'),
    absent: contacts.filter((contact) => !present.includes(contact)),
    notices: assembleNotices(content, { units: contacts, pages, directory: single.directory }, (notice) =>
      isCurrent(notice, day),
    ),
    redirects: [...written, ...redirectsOfRegister(register, content)],
    gone: redirects.filter(({ gone }) => gone).map(({ from }) => from),
    synonyms: passed(content.synonyms.value, 'synonyms.yaml'),
    ...single,
    accessibility: typesetIn(assessmentOf(content.accessibility), languages),
  };
}

function passed<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw new Error(`${name} passed the check and is missing.`);
  return value;
}

/** Whether a notice is shown on a day. */
export function isCurrent({ begin, end }: Pick<Notice, 'begin' | 'end'>, day: string | null): boolean {
  return day !== null && begin <= day && day <= end;
}

/** The notices that pass a test. */
export function assembleNotices(
  { notices, languages }: Content,
  site: Parameters<typeof unitPages>[1],
  isWanted: (notice: Pick<Notice, 'begin' | 'end'>) => boolean,
): Notice[] {
  return notices.notices.flatMap(({ key, result: { value } }): Notice[] => {
    if (!value || !isWanted(value)) return [];
    const {
      begin,
      end,
      urgency,
      title,
      text,
      more = null,
      everywhere,
      pages = [],
      units = [],
    } = typesetIn(value, languages);
    const keys = [...new Set([...pages, ...units.flatMap((id) => unitPages(id, site))])];
    return [{ key, urgency, begin, end, title, text, more, pages: everywhere ? null : keys }];
  });
}

/** A contact with the unit that it is part of on a day, and with the names that lead to it since other units or names ended. */
function onDay(contact: Contact, all: readonly Contact[], day: string | null): Contact {
  const parent = parentOn(contact, day);
  const state = stateOn(contact, day);
  if (state === 'planned') {
    // Its page waits for its first day.
    const { page, ...others } = contact;
    return { ...others, ...(parent !== undefined && { parent }) };
  }
  const names = state === 'present' ? inheritedNames(contact, all, day) : [];
  if (parent === contact.parent && names.length === 0) return contact;
  const codes = Object.keys(contact.name);
  const synonyms = codes.map((code) => {
    const known = [...(contact.synonyms?.[code] ?? []), ...names.map((name) => inLanguage(name, code))];
    return [code, [...new Set(known)]] as [string, string[]];
  });
  return {
    ...contact,
    ...(parent !== undefined && { parent }),
    ...(names.length > 0 && { synonyms: Object.fromEntries(synonyms) }),
  };
}

/** A contact without the exceptions to its hours that were over before the day of the build. */
function withoutPastClosures(contact: Contact, day: string | null): Contact {
  const { exceptions, ...others } = contact.availability ?? {};
  const current = exceptions?.filter(({ from, until = from }) => day === null || until >= day);
  if (!exceptions || current?.length === exceptions.length) return contact;
  return { ...contact, availability: { ...others, ...(current?.length ? { exceptions: current } : {}) } };
}

function assemblePages({ pageFiles: files, languages, pictures, documents, draftKeys }: Content): Page[] {
  const keyAtPath = new Map(files.map((each) => [pathOf(each), each.key]));
  const pages = [...Map.groupBy(files, ({ key }) => key)].map(([key, twins]): Page => {
    const [first] = twins;
    const shared = passed(first?.frontMatter.value, `The page "${key}"`);
    const path = passed(first && pathOf(first), `The path of the page "${key}"`);
    const byLanguage = Object.fromEntries(twins.map((twin) => [twin.language, twin]));
    return {
      key,
      template: shared.template,
      order: shared.order ?? 1000,
      draft: draftKeys.has(key),
      contact: shared.contact ?? null,
      parent: key === homeKey ? null : (keyAtPath.get(parentPath(path)) ?? null),
      day: dayOfNews(key),
      about: { units: [...new Set(shared.units)], pages: [...new Set(shared.pages)] },
      twins: Object.fromEntries(
        languages.map((language) => [language.code, assembleTwin(inLanguage(byLanguage, language.code), language)]),
      ),
      pictures: assemblePictures(
        pictures.filter((each) => each.key === key),
        twins.flatMap(({ body }) => body?.pictures ?? []),
      ),
      documents: assembleDocuments(
        documents.filter((each) => each.key === key),
        languages,
      ),
      publication: publicationOf(shared),
    };
  });
  return inReadingOrder(pages, null);
}

function assemblePictures(pictures: readonly PictureFile[], shown: readonly BodyPicture[]): Page['pictures'] {
  const wide = new Set(shown.filter(({ isWide }) => isWide).map(({ name }) => name));
  return Object.fromEntries(
    pictures.flatMap(({ name, file, facts }) => {
      if (facts.kind !== 'picture') return [];
      const { width, height, isDrawing } = facts;
      return [[name, { file, width, height, isWide: wide.has(name), isDrawing }]];
    }),
  );
}

function assembleDocuments(documents: readonly DocumentFile[], languages: readonly Language[]): Page['documents'] {
  return Object.fromEntries(
    documents.flatMap(({ name, file, bytes, facts }) => {
      const parts = readDocumentName(name);
      if (facts.kind !== 'document' || !parts) return [];
      const { type, pages } = facts;
      const { edition, language: named } = parts;
      const language = facts.language ?? languages.find(({ code }) => code === named)?.tag ?? null;
      const known = languages.find(({ code }) => language?.split('-')[0] === code);
      const title = facts.title && known ? typeset(facts.title, known) : facts.title;
      return [[name, { name, file, type, title, language, pages, bytes, date: facts.date ?? edition }]];
    }),
  );
}

function publicationOf({ year, published }: FrontMatter): Page['publication'] {
  return year === undefined || published === undefined ? null : { year, published };
}

function assembleTwin(pageFile: PageFile, language: Language): Twin {
  const { file } = pageFile;
  const frontMatter = passed(pageFile.frontMatter.value, file);
  const body = passed(pageFile.body, file);
  const set = (text: string) => typeset(text, language);
  return {
    language: language.code,
    file,
    path: passed(pathOf(pageFile), `The path of ${file}`),
    title: set(frontMatter.title),
    label: set(frontMatter.label ?? frontMatter.title),
    summary: set(frontMatter.summary),
    teaser: set(frontMatter.teaser ?? frontMatter.summary),
    keywords: [...(frontMatter.keywords ?? []), ...(frontMatter.index ?? [])],
    index: (frontMatter.index ?? []).map(set),
    updated: frontMatter.updated,
    translatedFrom: frontMatter.translatedFrom ?? null,
    changes: (frontMatter.changes ?? [])
      .map(({ day, text }) => ({ day, text: set(text) }))
      .sort((a, b) => compare(b.day, a.day)),
    headings: body.headings.map((heading) => ({ ...heading, text: set(heading.text) })),
    components: [...body.components.keys()].sort(),
    image: imageOf(frontMatter.image, body.pictures),
    documents: [...new Set(body.documents.map(({ name }) => name))],
  };
}

/** The picture of a shared link, described as it is in the text. */
function imageOf(name: string | undefined, shown: readonly BodyPicture[]): Twin['image'] {
  const alt = shown.find((each) => each.name === name)?.alt;
  return name === undefined || !alt ? null : { name, alt };
}

/** Pages under a parent, the latest news first, each followed by its own children. */
function inReadingOrder(pages: readonly Page[], parent: string | null): Page[] {
  return pages
    .filter((page) => page.parent === parent)
    .sort((a, b) => a.order - b.order || compare(b.day ?? '', a.day ?? '') || compare(a.key, b.key))
    .flatMap((page) => [page, ...inReadingOrder(pages, page.key)]);
}

/** A record with every translated text typeset in its language, except addresses of sites. */
function typesetIn<T>(record: T, languages: readonly Language[]): T {
  const set = (value: unknown, language: Language | null): unknown => {
    if (typeof value === 'string') return language && !isHttps(value) ? typeset(value, language) : value;
    if (Array.isArray(value)) return value.map((each) => set(each, language));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [
        key,
        set(each, languages.find(({ code }) => code === key) ?? language),
      ]),
    );
  };
  return set(record, null) as T;
}
