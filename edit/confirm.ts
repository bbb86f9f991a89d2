import { suggestionFor } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import type { ConfirmedSection, Counterparts } from '#gate/twins/confirmation.ts';
import { type Comparison, confirmationFileOf, type PageState, type SectionHistory } from '#gate/twins/state.ts';
import type { Language } from '#lib/languages/languages.ts';
import { type Changes, type Project, Refusal } from './project.ts';
import { translatorOf } from './report/describe.ts';

/** How the twins of a page compare; throws Refusal when no page has the key. */
export function stateOfPage({ root, languages }: Project, key: string): PageState {
  const { pageStates } = loadSite({ root, languages, drafts: true });
  const state = pageStates.find((each) => each.key === key);
  if (state) return state;
  const keys = pageStates.map((each) => each.key);
  throw new Refusal('unknown', { key, suggestion: suggestionFor(key, keys) });
}

/** The sections that changed in some language since the page was confirmed; none for a page that never was. */
export function changedSections({ comparison }: PageState): SectionHistory[] {
  const sections = comparison.kind === 'confirmed' ? comparison.sections : [];
  return sections.filter(({ changed }) => changed.length > 0);
}

/**
 * Confirms that the twins of a page mean the same: their present texts.
 * @param day of the confirmation, YYYY-MM-DD
 * @param hasNoEffect whether the editor states that a change of only some twins does not affect the meaning
 * @returns null when nothing changed since the last confirmation
 * @throws Refusal for a draft, for twins with an error or another structure, and when `hasNoEffect` does not fit the changes
 */
export function confirmPage(
  { languages, messages }: Project,
  state: PageState,
  { day, hasNoEffect }: { readonly day: string; readonly hasNoEffect: boolean },
): Changes | null {
  const { key, comparison } = state;
  if (comparison.kind === 'draft') throw new Refusal('draft', { key });
  if (comparison.kind === 'faulty' || comparison.kind === 'uneven') throw new Refusal('faulty', { key });
  const changed = changedSections(state);
  const isOneSided = changed.some(({ behind }) => behind.length > 0);
  if (isOneSided !== hasNoEffect) throw new Refusal(isOneSided ? 'behind' : 'notBehind', { key });
  if (comparison.kind === 'confirmed' && changed.length === 0) return null;
  const introduction = languages.map(
    ({ code }) => `# ${translatorOf(messages, code)('inStep.introduction', { key })}\n`,
  );
  const confirmation = confirmationOf(comparison, day, languages);
  return new Map([[confirmationFileOf(state), introduction.join('') + confirmation]]);
}

/** The YAML of a confirmation, of a day as YYYY-MM-DD. A section that did not change keeps its day. */
export function confirmationOf(
  comparison: Extract<Comparison, { kind: 'confirmed' | 'unconfirmed' }>,
  day: string,
  languages: readonly Language[],
): string {
  const sections =
    comparison.kind === 'unconfirmed'
      ? comparison.sections.map((section) => ({ day, texts: textsOf(section) }))
      : comparison.sections.flatMap(({ confirmed, now, changed }) =>
          now ? [{ day: changed.length > 0 ? day : (confirmed?.day ?? day), texts: textsOf(now) }] : [],
        );
  return writeConfirmation(sections, languages);
}

function textsOf(section: Counterparts): Record<string, string> {
  return Object.fromEntries(Object.entries(section).map(([language, { text }]) => [language, text]));
}

/** Writes the YAML of a confirmation: languages in the order of the list, each text as a block of lines. */
export function writeConfirmation(sections: readonly ConfirmedSection[], languages: readonly Language[]): string {
  const lines = sections.flatMap(({ day, texts }) => [
    `- day: ${day}`,
    ...languages.flatMap(({ code }) => {
      const text = texts[code];
      return text === undefined ? [] : `  ${code}: ${block(text)}`;
    }),
  ]);
  return `${lines.join('\n')}\n`;
}

/** A literal block (YAML 1.2.2, 8.1.2). The text has no space at its start or at the end of a line. */
function block(text: string): string {
  return text === '' ? '""' : ['|-', ...text.split('\n').map((line) => line && `    ${line}`)].join('\n');
}
