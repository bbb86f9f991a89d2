import { type Finding, sortFindings } from '#gate/finding/finding.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';
import { describe } from './describe.ts';
import { countFindings } from './terminal.ts';

/** Findings as data for other programs. `docs/gate.md` documents the shape; `version` rises when it changes. */
export function toJson(findings: readonly Finding[], messages: AllMessages): object {
  return {
    version: 1,
    ...countFindings(findings),
    findings: sortFindings(findings).map((finding) => {
      const { file, line, column, code, severity, language, fix } = finding;
      const texts = describe(finding, messages).map(({ severity: _, ...text }) => text);
      return { file, line, column, code, severity, language, fixable: fix !== undefined, texts };
    }),
  };
}

/** Findings as annotations of a pull request (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands). */
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
