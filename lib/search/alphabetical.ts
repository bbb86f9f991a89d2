import { fold } from '../languages/fold.ts';
import { inLanguage, type Language } from '../languages/languages.ts';
import { homeKey, pagesOfIndex, type Site, twinOf, unitPath } from '../site/site.ts';

export interface IndexEntry {
  readonly text: string;
  readonly href: string;
  /** The page or unit that a word, a task or another name leads to; null for a page or a unit. */
  readonly see: string | null;
}

/**
 * The index, sorted, by first letter without accents, digits under 0: every page except home and search with its words, every unit
 * with its other names and its tasks.
 */
export function indexLetters(site: Site, language: Language): { letter: string; entries: IndexEntry[] }[] {
  const pages = pagesOfIndex(site)
    .filter(({ key }) => key !== homeKey && key !== site.search)
    .flatMap((page): IndexEntry[] => {
      const { title, path: href, index } = twinOf(page, language.code);
      return [{ text: title, href, see: null }, ...index.map((text) => ({ text, href, see: title }))];
    });
  const units = site.contacts
    .filter(({ kind, page }) => kind !== 'organisation' && (page !== undefined || site.directory !== null))
    .flatMap((contact): IndexEntry[] => {
      const own = <T>(value: Readonly<Record<string, T>> | undefined) => value && inLanguage(value, language.code);
      const href = unitPath(site, contact, language.code);
      const name = own(contact.name) ?? '';
      const others = [own(contact.abbreviation) ?? [], own(contact.brand) ?? []].flat();
      return [
        { text: name, href, see: null },
        ...[...others, ...(own(contact.tasks) ?? [])].map((text) => ({ text, href, see: name })),
      ];
    });
  // A unit and its page often have the same name.
  const lines = new Map([...pages, ...units].map((entry) => [`${entry.text} ${entry.href}`, entry]));
  const { compare } = new Intl.Collator(language.tag);
  const sorted = [...lines.values()].sort((a, b) => compare(a.text, b.text));
  const letterOf = ({ text }: IndexEntry) => (/^\d/.test(text) ? '0' : fold(text.slice(0, 1)).toUpperCase());
  return [...Map.groupBy(sorted, letterOf)].map(([letter, entries]) => ({ letter, entries }));
}
