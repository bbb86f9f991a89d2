import type { Language } from '#lib/languages/languages.ts';
import { type Finding, startOfFile } from '../finding/finding.ts';
import { rule } from '../finding/rule.ts';
import type { PageFile } from '../read/files.ts';
import type { SectionHistory } from '../twins/history.ts';
import type { PageState } from '../twins/state.ts';
import { valuesOf } from '../twins/values.ts';

/* Change notes: what a page tells visitors about its last changes. */

/** Twins whose change notes have different days. */
export const unevenChanges = rule({ code: 'C256', severity: 'error', guide: 'pageFields' });
/** Two notes on one day, or one that is later than the last change of the page. */
export const wrongChangeDay = rule({ code: 'C257', severity: 'error', guide: 'pageFields' });
/** A change of the meaning without a note. */
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
 * can be known is that a number, a date or an address changed in every language, or that a section came or went; whether other words
 * mean something else can only be judged by a person.
 */
export function checkMissingNotes(states: readonly PageState[], languages: readonly Language[]): Finding[] {
  return states.flatMap(({ key, twins, comparison }) => {
    const [first] = twins;
    const language = languages.find(({ code }) => code === first?.language);
    if (comparison.kind !== 'confirmed' || !first || !language) return [];
    const changed = comparison.sections.filter((section) => section.behind.length === 0 && section.changed.length > 0);
    const what = changed.flatMap((section) => changeOfMeaning(section, language));
    const since =
      changed
        .flatMap(({ confirmed }) => confirmed?.day ?? [])
        .sort()
        .at(-1) ?? '';
    const hasNote = daysOf(first).some((day) => day >= since);
    if (what.length === 0 || hasNote) return [];
    return [
      missingChangeNote.at(startOfFile(first.file, first.language), { key, since, what: what.slice(0, 3).join(', ') }),
    ];
  });
}

/** What changed in the meaning of a section, in the words of its first language; empty when only words changed. */
function changeOfMeaning({ confirmed, now }: SectionHistory, language: Language): string[] {
  const was = confirmed?.texts[language.code] ?? '';
  const is = now?.[language.code]?.text ?? '';
  if (was === '' || is === '')
    return [(was + is).split('\n', 1)[0]?.replace(/^#+ /, '').slice(0, 60) ?? ''].filter(Boolean);
  const valuesIn = (text: string) => valuesOf([{ text, line: 1, column: 1 }], language);
  const [before, after] = [valuesIn(was), valuesIn(is)];
  const known = new Set(before.map(({ value }) => value));
  const added = after.filter(({ value }) => !known.has(value));
  const gone = before.filter(({ value }) => !after.some((each) => each.value === value));
  return [...added, ...gone].map(({ written }) => written);
}
