import { changedSections } from '#edit/confirm.ts';
import type { Project } from '#edit/project.ts';
import { describe } from '#edit/report/describe.ts';
import { siteDay } from '#gate/finding/days.ts';
import { type Finding, isError, stopsSite } from '#gate/finding/finding.ts';
import { loadSite } from '#gate/load.ts';
import { type ChangePart, changeOf } from '#gate/twins/change.ts';

/** A finding in the words of one language, as the screens show it. */
export interface ShownFinding extends Pick<Finding, 'file' | 'line' | 'column' | 'code' | 'severity' | 'fix'> {
  readonly what: string;
  readonly write: string;
}

/** What the gate finds in texts that are not saved yet. */
export interface Checked {
  readonly findings: readonly ShownFinding[];
  readonly errors: number;
  /** Whether the preview can show these texts. An error in a file of someone else does not matter: the preview shows the others. */
  readonly canShow: boolean;
  /** The sections of the page that changed since they were confirmed: each change by language, without parts where nothing changed. */
  readonly sections: readonly {
    readonly title: string;
    readonly changes: Readonly<Record<string, readonly ChangePart[]>>;
  }[];
  /** Whether an editor must confirm that the twins mean the same: for the first time, or again. */
  readonly isUnconfirmed: boolean;
  /** Whether only some of the twins changed. */
  readonly isOneSided: boolean;
}

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
): Checked {
  const result = loadSite({ root, languages, drafts: true, preview: true, day: siteDay(process.env), texts });
  const messages = { [language]: every[language] ?? {} };
  const state = result.pageStates.find((each) => each.key === key);
  const changed = state ? changedSections(state) : [];
  return {
    findings: result.findings.map((finding) => {
      const { file, line, column, code, severity, fix } = finding;
      const { what = '', write = '' } = describe(finding, messages)[0] ?? {};
      return { file, line, column, code, severity, what, write, ...(fix && { fix }) };
    }),
    errors: result.findings.filter(isError).length,
    canShow: !result.findings.some((finding) => stopsSite(finding, true) && texts.has(finding.file)),
    sections: changed.map(({ confirmed, now, changed: inLanguages }) => ({
      title: Object.values(now ?? {})[0]?.title ?? '',
      changes: Object.fromEntries(
        languages.map(({ code }) => [
          code,
          inLanguages.includes(code) ? changeOf(confirmed?.texts[code] ?? '', now?.[code]?.text ?? '') : [],
        ]),
      ),
    })),
    isUnconfirmed: changed.length > 0 || state?.comparison.kind === 'unconfirmed',
    isOneSided: changed.some(({ behind }) => behind.length > 0),
  };
}
