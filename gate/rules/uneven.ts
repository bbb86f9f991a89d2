import type { Language } from '#lib/languages/languages.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { YamlResult } from '../read/yaml.ts';
import type { Path } from '../read/yaml-document.ts';
import { missingValues } from '../twins/parity.ts';
import { valuesOf } from '../twins/values.ts';

/** A number or a date that a record lacks in one language. */
export const unevenValues = rule({ code: 'C246', severity: 'error', guide: 'fields' });

/** Fields that differ from language to language: names, addresses of sites, words for search. */
const ignored = ['abbreviation', 'brand', 'website', 'form', 'tasks', 'synonyms', 'keywords'];

/**
 * C246: the texts of a record have the same numbers and dates in every language.
 * @param groupOf a name for the texts that are compared as one, from the path of a text without its language
 */
export function checkValues(
  { texts, place, value: record }: Pick<YamlResult<unknown>, 'texts' | 'place' | 'value'>,
  languages: readonly Language[],
  groupOf: (path: Path) => string = (path) => path.join('.'),
): Finding[] {
  if (record === null) return [];
  const translated = texts.flatMap(({ path, value }) => {
    const language = languages.find(({ code }) => code === path.at(-1));
    const isIgnored = path.some((step) => ignored.includes(String(step)));
    return language && !isIgnored ? [{ path, value, language, group: groupOf(path.slice(0, -1)) }] : [];
  });
  return [...Map.groupBy(translated, ({ group }) => group).values()].flatMap((group) => {
    const sides = [...Map.groupBy(group, ({ language }) => language)].map(([language, own]) => {
      // In the name of a street, a month is no date: `Rue du 4 Août`, `4 Augustuslaan`.
      const textOf = ({ path, value }: (typeof own)[number]) =>
        path.includes('street') ? value.replace(/\p{L}+/gu, ' ') : value;
      const placed = own.map((each) => ({ text: textOf(each), line: 1, column: 1 }));
      // E-mail addresses and telephone numbers in a text have a finding of their own.
      const values = valuesOf(placed, language).filter(({ value }) => !/[@+]/.test(value));
      return { language, path: own.at(-1)?.path ?? [], values };
    });
    return sides.flatMap((mine) =>
      sides.flatMap((theirs) =>
        missingValues(mine, theirs).map(({ written }) =>
          unevenValues.at(place(mine.path), { there: written, other: theirs.language.code }),
        ),
      ),
    );
  });
}
