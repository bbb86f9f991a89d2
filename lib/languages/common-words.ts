import * as lists from 'stopword';
import type { Language } from './languages.ts';

/** The common words of a language: articles, pronouns and the like. Throws when the package has no list of this name. */
export function commonWordsOf(name: Language['commonWords']): readonly string[] {
  const list = (lists as unknown as Readonly<Record<string, readonly string[] | undefined>>)[name];
  if (!list) throw new Error(`The package stopword has no list "${name}".`);
  return list;
}
