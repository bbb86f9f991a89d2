import { parseArgs, styleText } from 'node:util';
import { loadSite } from '#gate/load.ts';
import { sourceReader } from '#gate/read/source.ts';
import { describe } from '#gate/report/describe.ts';
import { gateMessages } from '#gate/report/messages.ts';
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
} from '#gate/report/report.ts';
import { languages } from '#lib/languages/languages.ts';
import { withoutDrafts } from '#lib/site/site.ts';
import { storeSite } from '#lib/site/stored-site.ts';
import { NotWritten } from './changes.ts';
import { root, today } from './environment.ts';
import { type Repair, repair } from './repair.ts';

const codes = languages.map(({ code }) => code);

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        fix: { type: 'boolean', default: false },
        lang: { type: 'string' },
      },
    });
    return values.lang === undefined || codes.includes(values.lang) ? values : null;
  } catch {
    return null;
  }
}

/** Colours when somebody looks, unless NO_COLOR asks for none. */
const paint: Paint = (style, text) => styleText(style, text, { stream: process.stdout });

/**
 * Checks the content and says what is wrong with it.
 * @param store whether to hand the site on to the later steps of a build, when there is no error
 * @returns exit code
 */
export function checkContent({ store } = { store: false }): number {
  try {
    return check(store);
  } catch (error) {
    if (!(error instanceof NotWritten)) throw error;
    const { file, reason } = error;
    console.error(summary(gateMessages(root, languages), 'notWritten', { file, reason }));
    return 1;
  }
}

function check(store: boolean): number {
  const every = gateMessages(root, languages);
  const options = readOptions();
  if (!options) {
    console.error(summary(every, 'usage', { languages: codes.join('|') }));
    return 2;
  }
  const spoken = options.lang;
  const messages = spoken === undefined ? every : { [spoken]: every[spoken] ?? {} };
  const load = () => loadSite({ root, languages, drafts: true, today: today() });
  const { repairs, result } = options.fix ? repair(root, load) : { repairs: [], result: load() };
  const { site, findings } = result;
  if (site && store) storeSite(root, withoutDrafts(site));
  const { errors, warnings } = countFindings(findings);

  if (options.json) {
    console.log(JSON.stringify({ ...toJson(findings, messages), fixed: repairs.length }, null, 2));
    return errors > 0 ? 1 : 0;
  }
  const report: ReportOptions = { messages, textOf: sourceReader(root), paint };
  const said = [
    ...repairs.map((each) => tell(each, report)),
    ...(findings.length > 0 ? [`${formatFindings(findings, report)}\n`] : []),
    ...(options.fix ? [summary(messages, 'fixed', { count: repairs.length })] : []),
  ];
  if (findings.length > 0) {
    said.push(summary(messages, 'count', { errors, warnings }));
    const fixable = findings.filter(({ fix }) => fix).length;
    if (fixable > 0) said.push(summary(messages, 'fixable', { count: fixable }));
  } else if (site) {
    const seconds = Math.round(performance.now() / 100) / 10;
    const counts = { pages: site.pages.length, contacts: site.contacts.length, seconds };
    said.push(summary(messages, 'clean', counts));
  }
  if (process.env['GITHUB_ACTIONS'] && findings.length > 0) said.push(toAnnotations(findings, messages));
  console.log(said.join('\n'));
  return errors > 0 ? 1 : 0;
}

/** What was repaired, with what stood there before when that fits on a line. */
function tell({ finding, before, after }: Repair, { messages }: ReportOptions): string {
  const texts = describe(finding, messages);
  const isShort = !/\n/.test(before + after) && before.length + after.length <= 80;
  return [
    `${paint('bold', visible(placeOf(finding)))}  ${finding.code}`,
    ...texts.map(({ language, what }) => `  [${language}] ${visible(what)}`),
    ...(isShort ? [`       "${visible(before)}" → "${visible(after)}"`] : []),
    '',
  ].join('\n');
}
