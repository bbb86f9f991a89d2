import type { Finding, Fix, GuideTopic, Place, Severity } from './finding.ts';

/** What the author of a rule writes down. */
interface Definition<Code extends string> {
  /** `C` and three digits. Its words are `check.<code>` in `gate/messages/<language>.json`. */
  readonly code: Code;
  readonly severity: Severity;
  /** The section of the guide that explains it; `fields` is the section on the fields of the file in question. */
  readonly guide: GuideTopic | 'fields';
  /** An error that blocks publishing only: the preview still shows the page. */
  readonly waits?: boolean;
}

/** One kind of mistake. A rule is exported from the file that checks it, so that "go to definition" leads to its check. */
export class Rule<Code extends string = string> implements Definition<Code> {
  readonly code: Code;
  readonly severity: Severity;
  readonly guide: GuideTopic | 'fields';
  readonly waits: boolean;

  constructor({ code, severity, guide, waits = false }: Definition<Code>) {
    this.code = code;
    this.severity = severity;
    this.guide = guide;
    this.waits = waits;
  }

  /**
   * A finding: this mistake, in one place.
   * @param details the values for the placeholders of the messages
   * @param fix how `npm run check -- --fix` repairs it; absent when only a person can
   */
  at(place: Place, details: Finding['details'] = {}, fix?: Fix | null): Finding {
    const { code, severity, guide, waits } = this;
    const { file, language, line, column } = place;
    return { code, severity, guide, waits, file, language, line, column, details: shown(details), ...(fix && { fix }) };
  }
}

/** Values without the characters that stand in for what cannot be read: a blanked fault, or words of another language. */
function shown(details: Finding['details']): Finding['details'] {
  const entries = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(/[\u2060\ufffc]+/g, '…') : value,
  ]);
  return Object.fromEntries(entries);
}

/** Defines a rule. */
export function rule<const Code extends `C${number}`>(definition: Definition<Code>): Rule<Code> {
  return new Rule(definition);
}
