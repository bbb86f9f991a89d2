import { type Finding, isError, sortFindings } from '#gate/finding/finding.ts';
import type { AllMessages } from '#lib/languages/read-messages.ts';
import { describe, type FindingText, languagesOf, translatorOf, type Values } from './describe.ts';

/** What a report needs besides the findings. */
export interface ReportOptions {
  /** The languages of the report. */
  readonly messages: AllMessages;
  /** The text of a file as the gate reads it, to show the line of a finding; null when there is none. */
  readonly textOf: (file: string) => string | null;
  readonly paint?: Paint;
}

export type Paint = (style: 'bold' | 'dim' | 'red' | 'yellow', text: string) => string;

const plain: Paint = (_, text) => text;

/** Findings as text: a block for each, with the line that it points at. */
export function formatFindings(findings: readonly Finding[], options: ReportOptions): string {
  return sortFindings(findings)
    .map((finding) => block(finding, options))
    .join('\n\n');
}

function block(finding: Finding, { messages, textOf, paint = plain }: ReportOptions): string {
  const texts = describe(finding, messages);
  const severity = texts.map((text) => text.severity).join(' / ');
  const colour = isError(finding) ? 'red' : 'yellow';
  const head = `${paint('bold', visible(placeOf(finding)))}  ${paint(colour, `${finding.code} ${severity}`)}`;
  const source = textOf(finding.file);
  return [
    head,
    ...(source === null ? [] : frame(source, finding, (text) => paint('dim', text))),
    ...texts.map((text) => sentences(text, paint)),
  ].join('\n');
}

/** The place of a finding, in the form that terminals and editors turn into a link. */
export function placeOf({ file, line, column }: Finding): string {
  return `${file}:${line}:${column}`;
}

function sentences({ language, what, why, write, guide }: FindingText, paint: Paint): string {
  const mark = `  [${language}] `;
  const indent = ' '.repeat(mark.length);
  return [
    `${mark}${paint('bold', visible(what))}`,
    `${indent}${visible(why)}`,
    `${indent.slice(2)}→ ${visible(write)}`,
    `${indent}${paint('dim', guide)}`,
  ].join('\n');
}

/** The longest part of a line that is shown, in UTF-16 units. */
const frameWidth = 96;

/** The line of a finding with its neighbours, and a caret below the column. */
function frame(source: string, { line, column }: Finding, dim: (text: string) => string): string[] {
  const lines = source.split('\n');
  const from = Math.max(0, column - 1 - Math.floor(frameWidth * 0.6));
  const digits = String(line + 1).length;
  return [line - 1, line, line + 1]
    .filter((number) => number >= 1 && number <= lines.length && (number === line || lines[number - 1] !== ''))
    .flatMap((number) => {
      const text = lines[number - 1] ?? '';
      const marked = number === line;
      const margin = `${marked ? '>' : ' '} ${String(number).padStart(digits)} |`;
      const shown = `  ${dim(margin)} ${marked ? clip(text, from) : dim(clip(text, from))}`;
      if (!marked) return [shown];
      const before = clip(text, from).slice(0, Math.max(0, column - 1 - from + (from > 0 ? 1 : 0)));
      const caret = `${before.replace(/[^\t]/gu, ' ')}^`;
      return [shown, `  ${dim(`  ${' '.repeat(digits)} |`)} ${caret}`];
    });
}

/** A part of a line, with `…` where something is left out. */
function clip(text: string, from: number): string {
  const end = from + frameWidth;
  return visible(`${from > 0 ? '…' : ''}${text.slice(from, end)}${text.length > end ? '…' : ''}`);
}

/** The text with a box for every character that controls a terminal, changes direction or is invisible: content is not trusted. */
export function visible(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '▯');
}

/** The numbers of errors and warnings. */
export function countFindings(findings: readonly Finding[]): { errors: number; warnings: number } {
  const errors = findings.filter(isError).length;
  return { errors, warnings: findings.length - errors };
}

/** A sentence about the whole run, in every language of the report. */
export function summary(messages: AllMessages, key: string, values: Values): string {
  return languagesOf(messages)
    .map((language) => `[${language}] ${translatorOf(messages, language)(`report.${key}`, values)}`)
    .join('\n');
}

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
