import { changedSections, confirmPage, stateOfPage } from '#edit/confirm.ts';
import { writeChanges } from '#edit/project.ts';
import type { PageFile } from '#gate/read/files.ts';
import { changeOf, showChange } from '#gate/twins/change.ts';
import type { SectionHistory } from '#gate/twins/state.ts';
import { isCalendarDate } from '#lib/recognise/dates.ts';
import { runCommand } from './command.ts';
import { root, today } from './environment.ts';

/**
 * `npm run in-step -- <page-key> [--no-effect]`: confirms that the twins of a page mean the same, and stores their present texts.
 * Requires `--no-effect` when only some of the twins changed: the change does not affect the meaning. Takes one page at a time,
 * because the editor must have read it. `--day` sets the date of the confirmation, by default today.
 */

const options = {
  'no-effect': { type: 'boolean', default: false },
  day: { type: 'string', default: today() },
} as const;

runCommand('inStep', options, ({ words: [key, ...rest], options: chosen, project, say, misuse }) => {
  const { day } = chosen;
  if (!key || rest.length > 0 || typeof day !== 'string' || !isCalendarDate(day)) return misuse();
  const state = stateOfPage(project, key);
  for (const section of changedSections(state)) printSection(section, state.twins);
  const changes = confirmPage(project, state, { day, hasNoEffect: chosen['no-effect'] === true });
  if (!changes) return say('already', { key });
  writeChanges(root, changes);
  for (const file of changes.keys()) say('done', { key, file, day });
});

/** Prints what changed in a section in each language, or = for a language without a change. */
function printSection({ confirmed, now, behind }: SectionHistory, twins: readonly PageFile[]): void {
  const lines = twins.map(({ file, language }) => {
    const section = now?.[language];
    const change = changeOf(confirmed?.texts[language] ?? '', section?.text ?? '');
    return `${file}:${section?.line ?? 1}  ${behind.includes(language) ? '=' : showChange(change)}`;
  });
  console.log(`${lines.join('\n')}\n`);
}
