import type { AllMessages } from '#lib/languages/read-messages.ts';
import { type Finding, sortFindings } from '../finding/finding.ts';
import { describe } from './describe.ts';
import { countFindings } from './terminal.ts';

/**
 * Findings as data for other programs. `docs/gate.md` documents the shape; `version` rises when it changes.
 */
export function toJson(findings: readonly Finding[], messages: AllMessages): object {
  return {
    version: 1,
    ...countFindings(findings),
    findings: sortFindings(findings).map((finding) => ({
      file: finding.file,
      line: finding.line,
      column: finding.column,
      code: finding.code,
      severity: finding.severity,
      language: finding.language,
      fixable: finding.fix !== undefined,
      texts: describe(finding, messages).map(({ language, what, why, write, guide }) => ({
        language,
        what,
        why,
        write,
        guide,
      })),
    })),
  };
}

/**
 * Findings as annotations of a pull request: one workflow command for each.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
export function toAnnotations(findings: readonly Finding[], messages: AllMessages): string {
  return sortFindings(findings)
    .map((finding) => {
      const { file, line, column, code } = finding;
      const text = describe(finding, messages)
        .map(({ what, why, write, guide }) => `${what}\n${why}\n→ ${write}\n${guide}`)
        .join('\n\n');
      const place = `file=${property(file)},line=${line},col=${column},title=${code}`;
      return `::${finding.severity} ${place}::${data(text)}`;
    })
    .join('\n');
}

const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
