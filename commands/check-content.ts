import { parseArgs, styleText } from 'node:util';
import { WriteError } from '#edit/project.ts';
import { isFixable, type Repair, repair } from '#edit/repair.ts';
import { describe, gateMessages, MessageFault } from '#edit/report/describe.ts';
import {
  countFindings,
  formatFindings,
  type Paint,
  placeOf,
  type ReportOptions,
  summary,
  toAnnotations,
  toJson,
  visible,
} from '#edit/report/terminal.ts';
import { sourceReader } from '#edit/source.ts';
import type { Finding } from '#gate/finding/finding.ts';
import { type LoadResult, loadSite } from '#gate/load.ts';
import { documentsFile } from '#gate/rules/document-register.ts';
import { pathsFile } from '#gate/rules/paths.ts';
import { languages } from '#lib/languages/languages.ts';
import { withoutDrafts } from '#lib/site/site.ts';
import { storeSite } from '#lib/site/stored-site.ts';
import { root, today } from './environment.ts';
import { optionsOfNpm } from './npm-options.ts';

type Messages = ReportOptions['messages'];

/** Colours on a terminal, unless NO_COLOR is set. */
const paint: Paint = (style, text) => styleText(style, text, { stream: process.stdout });

/** Checks the content, prints the result and returns the exit code of `npm run check`; `store` keeps a faultless site for a build. */
export function checkContent({ store } = { store: false }): number {
  let every: Messages;
  try {
    every = gateMessages(root, languages);
  } catch (error) {
    if (!(error instanceof MessageFault)) throw error;
    console.error(error.message);
    return 1;
  }
  const options = readOptions();
  if (!options) {
    console.error(summary(every, 'usage', { languages: languages.map(({ code }) => code).join('|') }));
    return 2;
  }
  const messages: Messages = options.lang === undefined ? every : { [options.lang]: every[options.lang] ?? {} };
  try {
    const { repairs, result } = read(options);
    if (result.site && store) storeSite(root, withoutDrafts(result.site));
    if (options.json) {
      console.log(JSON.stringify({ ...toJson(result.findings, messages), fixed: repairs.length }, null, 2));
    } else {
      console.log(reportOf(result, options.fix || options.register ? repairs : null, messages));
    }
    return countFindings(result.findings).errors > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof WriteError)) throw error;
    const { file, reason } = error;
    console.error(summary(every, 'notWritten', { file, reason }));
    return 1;
  }
}

const optionsOfCheck = {
  json: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  lang: { type: 'string' },
  release: { type: 'boolean', default: false },
  // Adds the paths and documents that go online to their registers, and repairs nothing else.
  register: { type: 'boolean', default: false },
} as const;

/** Null when an option is unknown. */
function readOptions() {
  try {
    const { values } = parseArgs({
      args: [...process.argv.slice(2), ...optionsOfNpm(optionsOfCheck)],
      options: optionsOfCheck,
    });
    const { lang } = values;
    return lang === undefined || languages.some(({ code }) => code === lang) ? values : null;
  } catch {
    return null;
  }
}

function read({ fix, release, register }: NonNullable<ReturnType<typeof readOptions>>): {
  repairs: Repair[];
  result: LoadResult;
} {
  const load = () => loadSite({ root, languages, drafts: true, day: today(), release: release || register });
  if (fix) return repair(root, load);
  return register ? repair(root, load, [pathsFile, documentsFile]) : { repairs: [], result: load() };
}

/** @param repairs null when none were requested */
function reportOf({ site, findings }: LoadResult, repairs: Repair[] | null, messages: Messages): string {
  const parts = (repairs ?? []).map((each) => repairInWords(each, messages));
  const report: ReportOptions = { messages, textOf: sourceReader(root), paint };
  if (findings.length > 0) parts.push(`${formatFindings(findings, report)}\n`);
  if (repairs) parts.push(summary(messages, 'fixed', { count: repairs.length }));
  if (findings.length > 0) parts.push(...totals(findings, messages));
  else if (site) {
    const seconds = Math.round(performance.now() / 100) / 10;
    const counts = { pages: site.pages.length, contacts: site.contacts.length, seconds };
    parts.push(summary(messages, 'clean', counts));
  }
  return parts.join('\n');
}

function totals(findings: readonly Finding[], messages: Messages): string[] {
  const fixable = findings.filter(isFixable).length;
  return [
    summary(messages, 'count', countFindings(findings)),
    ...(fixable > 0 ? [summary(messages, 'fixable', { count: fixable })] : []),
    ...(process.env['GITHUB_ACTIONS'] ? [toAnnotations(findings, messages)] : []),
  ];
}

/** A repair with its place and, when both fit on a line, the text before and after. */
function repairInWords({ finding, before, after }: Repair, messages: Messages): string {
  const isShort = !/\n/.test(before + after) && before.length + after.length <= 80;
  return [
    `${paint('bold', visible(placeOf(finding)))}  ${finding.code}`,
    ...describe(finding, messages).map(({ language, what }) => `  [${language}] ${visible(what)}`),
    ...(isShort ? [`       "${visible(before)}" → "${visible(after)}"`] : []),
    '',
  ].join('\n');
}
