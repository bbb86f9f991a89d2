import type { Translate } from '#edit/report/describe.ts';
import { isConfirmed, stateInWords, type TwinState, twinStatesOf } from '#edit/translations.ts';
import { loadSite } from '#gate/load.ts';
import { languages } from '#lib/languages/languages.ts';
import { runCommand } from './command.ts';
import { root } from './environment.ts';

/** `npm run translations`: prints every page with the state of its translations; exits with 1 unless all are in step. */

runCommand('translations', {}, ({ words, translators, misuse }) => {
  if (words.length > 0) return misuse();
  const { pageStates } = loadSite({ root, languages, drafts: true });
  const pages = twinStatesOf(pageStates);
  console.log(translators.map((translate) => table(pages, translate)).join('\n\n'));
  if (!pages.flat().every(isConfirmed)) process.exitCode = 1;
});

function table(pages: readonly TwinState[][], translate: Translate): string {
  const rows = [
    [translate('translations.page'), ...languages.map(({ name }) => name)],
    ...pages.map((twins) => [
      twins[0]?.key ?? '',
      ...languages.map(({ code }) => {
        const twin = twins.find(({ language }) => language === code);
        return twin ? stateInWords(twin, translate) : translate('translations.missing');
      }),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '));
  const open = pages.filter((twins) => !twins.every(isConfirmed)).length;
  const count = translate('translations.count', { pages: pages.length, open });
  return [...lines.map((line) => line.trimEnd()), '', count].join('\n');
}
