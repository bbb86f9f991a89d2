import { changedSections } from '#edit/confirm.ts';
import type { Project } from '#edit/project.ts';
import { describe } from '#edit/report/describe.ts';
import { check } from '#gate/check.ts';
import { siteDay } from '#gate/finding/days.ts';
import { isError, stopsSite } from '#gate/finding/finding.ts';
import { changeOf } from '#gate/twins/change.ts';

/** A finding in the words of one language, as the screens show it. */
export type ShownFinding = Checked['findings'][number];

/** What the gate finds in texts that are not saved yet. */
export type Checked = ReturnType<typeof checkTexts>;

/**
 * Checks the whole site with texts that are not saved yet.
 * @param texts by file
 * @param language of the words
 * @param key the page whose changes are shown; null for a record
 */
export function checkTexts(
  { root, languages, messages: every }: Project,
  texts: ReadonlyMap<string, string>,
  language: string,
  key: string | null,
) {
  const { findings, pageStates } = check({ root, languages, texts, day: siteDay(process.env) });
  const messages = { [language]: every[language] ?? {} };
  const state = pageStates.find((each) => each.key === key);
  const changed = state ? changedSections(state) : [];
  return {
    findings: findings.map((finding) => ({ ...describe(finding, messages, 'desk')[0], ...finding })),
    errors: findings.filter(isError).length,
    // An error in a file of someone else does not matter: the preview shows the others.
    canShow: !findings.some((finding) => stopsSite(finding, true) && texts.has(finding.file)),
    // What changed since the page was confirmed: by section and language, without parts where nothing changed.
    sections: changed.map(({ confirmed, now, changed: inLanguages }) => ({
      titles: Object.fromEntries(languages.map(({ code }) => [code, now?.[code]?.title ?? ''])),
      changes: Object.fromEntries(
        languages.map(({ code }) => [
          code,
          inLanguages.includes(code) ? changeOf(confirmed?.texts[code] ?? '', now?.[code]?.text ?? '') : [],
        ]),
      ),
    })),
    // Whether an editor must confirm that the twins mean the same: for the first time, or again.
    isUnconfirmed: changed.length > 0 || state?.comparison.kind === 'unconfirmed',
    // Whether only some of the twins changed.
    isOneSided: changed.some(({ behind }) => behind.length > 0),
  };
}
