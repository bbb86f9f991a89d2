import { inLanguage, type Language } from '../languages/languages.ts';
import type { Contact } from '../site/site.ts';
import { addressLines } from './address.ts';
import { isReachable, mailboxesOf } from './channels.ts';
import { foldWords, matches } from './matching.ts';

/**
 * The words by which people look for a unit and that its entry in the directory does not show: its tasks, synonyms and keywords,
 * and its names, tasks and synonyms in the other languages. Folded, in one line, without words that match anyway.
 * @param isIndexed whether the page has an index of tasks, whose links show the tasks
 */
export function hiddenWords(
  contact: Contact,
  language: Language,
  languages: readonly Language[],
  isIndexed: boolean,
): string {
  const { name, abbreviation, brand, tasks, synonyms, keywords } = contact;
  const hidden = languages.flatMap(({ code }) => [
    ...[name, abbreviation, brand].flatMap((text) => (text ? inLanguage(text, code) : [])),
    ...[tasks, synonyms].flatMap((list) => (list ? inLanguage(list, code) : [])),
    ...(keywords && code === language.code ? inLanguage(keywords, code) : []),
  ]);
  const shown = isIndexed && tasks ? inLanguage(tasks, language.code) : [];
  let words = foldWords([...visibleTexts(contact, language), ...shown].join(' '));
  const added: string[] = [];
  for (const word of wordsOf(hidden)) {
    if (matches({ words, digits: '' }, word)) continue;
    words += `${word} `;
    added.push(word);
  }
  return added.sort().join(' ');
}

function visibleTexts(contact: Contact, language: Language): string[] {
  const { name, abbreviation, brand, purpose, person = '', website, address } = contact;
  const texts = [name, abbreviation, brand, purpose].flatMap((text) => (text ? inLanguage(text, language.code) : []));
  const showsAddress = address && !website && !isReachable(contact);
  return [...texts, person, ...mailboxesOf(contact), ...(showsAddress ? addressLines(address, language) : [])];
}

function wordsOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/[^\p{L}\p{N}&]+/u))
    .filter((word) => word.length > 2 || /^\p{Lu}{2}$|\d/u.test(word))
    .flatMap((word) => foldWords(word).split(' ').filter(Boolean))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}
