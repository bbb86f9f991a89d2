import { fold } from '../languages/fold.ts';
import { inLanguage, type Language } from '../languages/languages.ts';
import { homeKey, pagesOfIndex, type Site, twinOf, unitPath } from '../site/site.ts';

/** An entry of the index from A to Z. */
export interface IndexEntry {
  readonly text: string;
  readonly path: string;
  /** The page or unit that a word, a task or another name leads to; null for a page or a unit. */
  readonly see: string | null;
}

/** The entries of the index, sorted: every page except home and search with its words, every unit with its other names and its tasks. */
export function indexEntries(site: Site, language: Language): IndexEntry[] {
  const pages = pagesOfIndex(site)
    .filter(({ key }) => key !== homeKey && key !== site.search)
    .flatMap((page): IndexEntry[] => {
      const { title, path, index } = twinOf(page, language.code);
      return [{ text: title, path, see: null }, ...index.map((text) => ({ text, path, see: title }))];
    });
  const units = site.contacts
    .filter(({ kind, page }) => kind !== 'organisation' && (page !== undefined || site.directory !== null))
    .flatMap((contact): IndexEntry[] => {
      const own = <T>(value: Readonly<Record<string, T>> | undefined) => value && inLanguage(value, language.code);
      const path = unitPath(site, contact, language.code);
      const name = own(contact.name) ?? '';
      const others = [own(contact.abbreviation) ?? [], own(contact.brand) ?? []].flat();
      return [
        { text: name, path, see: null },
        ...[...others, ...(own(contact.tasks) ?? [])].map((text) => ({ text, path, see: name })),
      ];
    });
  // A unit and its page often have the same name.
  const lines = new Map([...pages, ...units].map((entry) => [`${entry.text} ${entry.path}`, entry]));
  const { compare } = new Intl.Collator(language.tag);
  return [...lines.values()].sort((a, b) => compare(a.text, b.text));
}

/** Groups entries by their first letter, without accents; digits go under 0. */
export function indexLetters(entries: readonly IndexEntry[]): { letter: string; entries: IndexEntry[] }[] {
  const groups = Map.groupBy(entries, ({ text }) => (/^\d/.test(text) ? '0' : fold(text.slice(0, 1)).toUpperCase()));
  return [...groups].map(([letter, group]) => ({ letter, entries: group }));
}
