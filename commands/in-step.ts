import { closest } from '#gate/finding/closest.ts';
import { loadSite } from '#gate/load.ts';
import type { PageFile } from '#gate/read/files.ts';
import { changeOf, showChange } from '#gate/twins/change.ts';
import type { SectionHistory } from '#gate/twins/history.ts';
import { confirmationFileOf, confirmationOf, type PageState } from '#gate/twins/state.ts';
import { languages } from '#lib/languages/languages.ts';
import { isCalendarDate } from '#lib/recognise/dates.ts';
import { type Command, runCommand } from './command.ts';
import { root, today } from './environment.ts';
import { writeChanges } from './write.ts';

/**
 * `npm run in-step -- <page-key> [--no-effect]`: confirms that the twins of a page mean the same, and stores their present texts.
 * Requires `--no-effect` when only some of the twins changed: the change does not affect the meaning. Takes one page at a time,
 * because the editor must have read it. `--day` sets the date of the confirmation, by default today.
 */

function work(command: Command): void {
  const [key, ...rest] = command.words;
  const { day } = command.options;
  if (!key || rest.length > 0 || typeof day !== 'string' || !isCalendarDate(day)) command.misuse();
  const { pageStates } = loadSite({ root, languages, drafts: true });
  const state = pageStates.find((each) => each.key === key);
  if (!state) {
    const keys = pageStates.map((each) => each.key);
    command.refuse('unknown', { key, suggestion: closest(key, keys) ?? 'none' });
  }
  confirm(state, day, command);
}

function confirm(state: PageState, day: string, command: Command): void {
  const { key, twins, comparison } = state;
  if (comparison.kind === 'draft') command.refuse('draft', { key });
  if (comparison.kind === 'faulty' || comparison.kind === 'uneven') command.refuse('faulty', { key });

  const sections = comparison.kind === 'confirmed' ? comparison.sections : [];
  const changed = sections.filter((section) => section.changed.length > 0);
  const isOneSided = changed.some(({ behind }) => behind.length > 0);
  for (const section of changed) printSection(section, twins);
  if (isOneSided && !command.options['no-effect']) command.refuse('behind', { key });
  if (!isOneSided && command.options['no-effect']) command.refuse('notBehind', { key });
  if (comparison.kind === 'confirmed' && changed.length === 0) {
    command.say('already', { key });
    return;
  }
  const file = confirmationFileOf(state);
  const introduction = command.everyVoice.map(({ say }) => `# ${say('introduction', { key })}\n`);
  const confirmation = introduction.join('') + confirmationOf(comparison, day, languages);
  writeChanges(root, new Map([[file, confirmation]]));
  command.say('done', { key, file, day });
}

/** Prints what changed in a section in each language, or = for a language without a change. */
function printSection({ confirmed, now, behind }: SectionHistory, twins: readonly PageFile[]): void {
  const lines = twins.map(({ file, language }) => {
    const section = now?.[language];
    const change = changeOf(confirmed?.texts[language] ?? '', section?.text ?? '');
    return `${file}:${section?.line ?? 1}  ${behind.includes(language) ? '=' : showChange(change)}`;
  });
  console.log(`${lines.join('\n')}\n`);
}

runCommand(
  'inStep',
  { 'no-effect': { type: 'boolean', default: false }, day: { type: 'string', default: today() } },
  work,
);
