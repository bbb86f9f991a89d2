import { loadSite } from '#gate/load.ts';
import { isConfirmed, type TwinState, twinStatesOf } from '#gate/twins/overview.ts';
import { languages } from '#lib/languages/languages.ts';
import { type Command, runCommand, type Voice } from './command.ts';
import { root } from './environment.ts';

/**
 * `npm run translations`: prints every page with the state of its translations. Exits with 0 when all published pages are in step, 1
 * otherwise.
 */

function work(command: Command): void {
  if (command.words.length > 0) command.misuse();
  const { pageStates } = loadSite({ root, languages, drafts: true });
  const pages = twinStatesOf(pageStates);
  console.log(command.voices.map((voice) => table(pages, voice)).join('\n\n'));
  if (!pages.flat().every(isConfirmed)) process.exitCode = 1;
}

/** One row per page, one column per language, and a count of pages. */
function table(pages: readonly TwinState[][], voice: Voice): string {
  const rows = [
    [voice.say('page'), ...languages.map(({ name }) => name)],
    ...pages.map((twins) => [
      twins[0]?.key ?? '',
      ...languages.map(({ code }) => cell(twins.find(({ language }) => language === code) ?? null, voice)),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '));
  const open = pages.filter((twins) => !twins.every(isConfirmed)).length;
  return [...lines.map((line) => line.trimEnd()), '', voice.say('count', { pages: pages.length, open })].join(
    '\n',
  );
}

function cell(twin: TwinState | null, { say }: Voice): string {
  if (!twin) return say('missing');
  const { status, since, sections, awaitsReview } = twin;
  const state = say(status, { since: since ?? 'none', sections: sections.length });
  return awaitsReview === null ? state : `${state}, ${say('awaitsReview')}`;
}

runCommand('translations', {}, work);
