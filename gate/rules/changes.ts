import { type ComponentRule, vocabulary } from '#lib/body/vocabulary.ts';
import type { Language } from '#lib/languages/languages.ts';
import { type Finding, rule, startOfFile } from '../finding/finding.ts';
import type { PageFile } from '../read/files.ts';
import type { PageState, SectionHistory } from '../twins/state.ts';
import { type Value, valuesOf } from '../twins/values.ts';

/* Change notes: the last changes of a page, in words for visitors. */

export const unevenChanges = rule({ code: 'C256', severity: 'error', guide: 'pageFields' });
/** Two notes on one day, or one that is later than the last change of the page. */
export const wrongChangeDay = rule({ code: 'C257', severity: 'error', guide: 'pageFields' });
export const missingChangeNote = rule({ code: 'C258', severity: 'warning', guide: 'twins' });

/** C256 and C257: the days of change notes. */
export function checkChanges(pageFiles: readonly PageFile[]): Finding[] {
  const pages = [...Map.groupBy(pageFiles, ({ key }) => key).values()];
  return pages.flatMap(([first, ...others]) => {
    if (!first) return [];
    return [...[first, ...others].flatMap(checkOrder), ...others.flatMap((twin) => checkParity(first, twin))];
  });
}

function daysOf({ frontMatter: { value } }: PageFile): string[] {
  return (value?.changes ?? []).map(({ day }) => day);
}

function checkOrder(twin: PageFile): Finding[] {
  const { value, place } = twin.frontMatter;
  const days = daysOf(twin);
  return days.flatMap((day, index) => {
    const at = place(['changes', index, 'day']);
    const details = { day, updated: value?.updated ?? '' };
    if (days.indexOf(day) < index) return [wrongChangeDay.at(at, { ...details, kind: 'repeated' })];
    return value && day > value.updated ? [wrongChangeDay.at(at, { ...details, kind: 'late' })] : [];
  });
}

function checkParity(first: PageFile, twin: PageFile): Finding[] {
  if (!first.frontMatter.value || !twin.frontMatter.value) return [];
  const different = new Set(daysOf(first)).symmetricDifference(new Set(daysOf(twin)));
  if (different.size === 0) return [];
  const days = [...different].sort().join(', ');
  return [unevenChanges.at(twin.frontMatter.place(['changes']), { days, twin: first.file })];
}

/**
 * C258: a published page whose meaning changed since its confirmation, without a note of the day of that confirmation or later. What
 * can be known is that a value, a contact or a document changed in every language, that a block came or went, or that a statement is now
 * denied or limited; only a person can judge whether other words mean something else.
 */
export function checkMissingNotes(states: readonly PageState[], languages: readonly Language[]): Finding[] {
  return states.flatMap(({ key, twins, comparison }) => {
    const [first] = twins;
    const language = languages.find(({ code }) => code === first?.language);
    if (comparison.kind !== 'confirmed' || !first || !language) return [];
    const changed = comparison.sections.filter((section) => section.behind.length === 0 && section.changed.length > 0);
    const what = changed.flatMap((section) => changeOfMeaning(section, language, languages));
    // A section that is new was never confirmed: the page was.
    const since = lastDayOf(changed) ?? lastDayOf(comparison.sections) ?? '';
    const hasNote = daysOf(first).some((day) => day >= since);
    if (what.length === 0 || hasNote) return [];
    return [
      missingChangeNote.at(startOfFile(first.file, first.language), { key, since, what: what.slice(0, 3).join(', ') }),
    ];
  });
}

/** The last day, YYYY-MM-DD, on which one of some sections was confirmed; undefined when none was. */
function lastDayOf(sections: readonly SectionHistory[]): string | undefined {
  return sections
    .flatMap(({ confirmed }) => confirmed?.day ?? [])
    .sort()
    .at(-1);
}

/** What changed in the meaning of a section, in the words of its first language; empty when only words changed. */
function changeOfMeaning(
  { confirmed, now }: SectionHistory,
  language: Language,
  languages: readonly Language[],
): string[] {
  const textsIn = (code: string) => [confirmed?.texts[code] ?? '', now?.[code]?.text ?? ''] as const;
  const [was, is] = textsIn(language.code);
  if (was === '' || is === '') return [titleOf(was + is).slice(0, 60)].filter(Boolean);
  const valuesIn = (text: string) => valuesOf([{ text: seenIn(text), line: 1, column: 1 }], language);
  const [before, after] = [valuesIn(was), valuesIn(is)];
  const values = [...missingFrom(before, after), ...missingFrom(after, before)].map(({ written }) => written);
  const others = languages.map((each) => otherChanges(...textsIn(each.code), each));
  const mine = others[languages.indexOf(language)] ?? [];
  return others.every(({ length }) => length > 0) ? [...values, ...mine] : values;
}

/** The components, blocks and denials that one version of a text has and the other lacks. */
function otherChanges(was: string, is: string, { denials = '' }: Language): string[] {
  const [before, after] = [seenIn(was), seenIn(is)];
  const denying = new Set(denials.split(' '));
  const denied = (text: string) => (text.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => denying.has(word));
  return [
    ...differenceOf(was.match(named) ?? [], is.match(named) ?? []),
    ...newBlocks(before, after),
    ...newBlocks(after, before),
    ...(denied(before).length === denied(after).length ? [] : differenceOf(denied(before), denied(after))),
  ];
}

/** What one list has more often than the other. */
function differenceOf(some: readonly string[], others: readonly string[]): string[] {
  const timesIn = (list: readonly string[], wanted: string) => list.filter((each) => each === wanted).length;
  return [...new Set([...some, ...others])].filter((each) => timesIn(some, each) !== timesIn(others, each));
}

/** The blocks of a text whose words another one hardly has; of a list or table, the new lines when it is longer. */
function newBlocks(before: string, after: string): string[] {
  const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  const [known, lines] = [new Set(wordsIn(before)), before.split('\n')];
  const itemsIn = (text: string) => text.match(item)?.length ?? 0;
  const isLonger = itemsIn(after) > itemsIn(before);
  const isNew = (line: string) => {
    if (isLonger && line.match(item)) return !lines.includes(line);
    const words = wordsIn(line);
    const strange = words.filter((word) => !known.has(word));
    return strange.length >= 3 && strange.length > words.length * 0.7;
  };
  return after
    .split('\n')
    .filter(isNew)
    .map((line) => line.slice(0, 60));
}

/** The start of an item of a list, or of a row of a table. */
const item = /^\s*(?:[-*+|]|\d+\.)(?= )/gm;

/** A component that leads to a contact or a document. */
const named = /<\w+ [^>]*?\b(?:contact|kind|file)="[^"]*"/g;

/** The title of a section, from its text: its heading, or the first words of its component. */
function titleOf(text: string): string {
  const [line = ''] = seenIn(text).split('\n', 1);
  return /^<[^"]*"([^"]*)"/.exec(line)?.[1] ?? line.replace(/^#+ /, '');
}

/** The values that a text lacks. A number in words never counts as missing, because the word may have another meaning, but it counts as present. */
function missingFrom(present: readonly Value[], values: readonly Value[]): Value[] {
  const known = new Set(present.map(({ value }) => value));
  return values.filter(({ value, isWord = false }) => !isWord && !known.has(value));
}

const rules: readonly ComponentRule[] = Object.values(vocabulary);

/** The names of the attributes without words for visitors: a file, a licence, a contact. */
const codeNames = rules.flatMap(({ attributes }) =>
  Object.keys(attributes).filter((name) => attributes[name]?.kind !== 'words'),
);

/** What visitors do not see of a section: the targets of links, and the attributes without words. */
const unseen = new RegExp(`(?<=\\])\\([^()\\s]*\\)|\\b(?:${[...new Set(codeNames)].join('|')})="[^"]*"`, 'g');

const seenIn = (text: string) => text.replace(unseen, '');
