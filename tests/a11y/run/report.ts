import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '#commands/environment.ts';
import { addressOfCriterion, levelOf } from '#lib/records/wcag.ts';
import type { Exception } from '../exceptions.ts';
import type { BarrierRow } from '../fixtures.ts';
import type { Note, Run } from '../reporter.ts';
import { type CriterionSummary, summariseChecks, usedExceptions } from './summary.ts';

/** Everything that the report page tells. */
interface ReportData {
  /** The day of the run, YYYY-MM-DD. */
  readonly day: string;
  /** What was left out, in words; null for a whole run. */
  readonly only: string | null;
  readonly run: Run;
  readonly criteria: readonly CriterionSummary[];
  readonly exceptions: readonly Exception[];
  readonly barriers: readonly BarrierRow[];
  readonly tools: readonly { readonly name: string; readonly version: string }[];
}

/** HTML that is safe to stand in HTML. */
class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Escapes every value but markup; lists are put together. */
function html(strings: TemplateStringsArray, ...values: readonly unknown[]): Markup {
  const safe = (value: unknown): string => {
    if (value instanceof Markup) return value.text;
    if (Array.isArray(value)) return value.map(safe).join('');
    const entities: Readonly<Record<string, string>> = {
      '&': '&amp;',
      '<': '&lt;',
      '>': '&gt;',
      '"': '&quot;',
    };
    return String(value ?? '').replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
  };
  return new Markup(
    strings.map((part, index) => part + (index < values.length ? safe(values[index]) : '')).join(''),
  );
}

/** The report as one page, which needs nothing beside it. */
export function reportPage(data: ReportData): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Accessibility report – ${data.day}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${new Markup(styleOfReport())}</style>
</head>
<body>
<header class="wrap"><p>npm run a11y, ${data.day}</p>${verdict(data)}</header>
<nav class="wrap" aria-label="Parts of the report"><ul>
<li><a href="#criteria">Criteria</a></li>
<li><a href="#exceptions">Exceptions</a></li>
<li><a href="#checks">Checks and pages</a></li>
<li><a href="#barriers">Barrier test</a></li>
${data.run.notes.length > 0 ? html`<li><a href="#notes">Reading and speech</a></li>` : ''}
<li><a href="#tests">Tests</a></li>
</ul></nav>
<main class="wrap">
${failures(data)}
${criteria(data)}
${exceptions(data)}
${checks(data)}
${barriers(data)}
${notes(data.run.notes)}
${tests(data)}
</main>
<footer class="wrap"><p>Made with ${data.tools.map(({ name, version }) => `${name} ${version}`).join(', ')}. Machines judge a part of each criterion; where nobody has reviewed the rest, the statement says so.</p></footer>
</body>
</html>
`;
  return page.text;
}

function verdict({ criteria: all, run, only }: ReportData): Markup {
  const failed = all.filter(({ result }) => result === 'failed');
  const tested = all.filter(({ result }) => result !== 'untested');
  const broken = run.tests.filter(({ outcome }) => outcome === 'failed');
  const words =
    broken.length > 0
      ? `${broken.length} of ${run.tests.length} tests failed.`
      : 'No check and no journey found a barrier.';
  const pages = new Set(run.judgements.map(({ page }) => page)).size;
  return html`<h1>${words}</h1>
<dl class="facts">
<div><dt>Criteria of WCAG 2.2 A and AA with a test</dt><dd>${tested.length} of ${all.length}</dd></div>
<div><dt>of which broken</dt><dd>${failed.length}</dd></div>
<div><dt>Pages looked at</dt><dd>${pages}</dd></div>
<div><dt>Judgements</dt><dd>${run.judgements.length}</dd></div>
<div><dt>Time</dt><dd>${(run.seconds / 60).toFixed(0)} min</dd></div>
</dl>
${only ? html`<p class="alert">A part only: the tests with “${only}” in their title.</p>` : ''}`;
}

function failures({ run }: ReportData): Markup {
  const failed = run.tests.filter(({ outcome }) => outcome === 'failed');
  if (failed.length === 0) return html``;
  return html`<section id="failures"><h2>What failed</h2>
${failed.map(
  ({ file, title, errors }) =>
    html`<details open><summary>${title} <small>${file}</small></summary><pre tabindex="0">${errors.join('\n\n')}</pre></details>`,
)}</section>`;
}

function criteria({ criteria: all }: ReportData): Markup {
  return html`<section id="criteria"><h2>Each criterion</h2>
<p>“Passed” means that what machines can judge of it holds on every page that was looked at.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Each criterion"><table>
<thead><tr><th scope="col">Criterion</th><th scope="col">Level</th><th scope="col">Result</th><th scope="col">Judged by</th></tr></thead>
<tbody>${all.map(
    ({ number, result, checks: by, tests: about, barriers: found }) => html`<tr class="${result}">
<th scope="row"><a href="${addressOfCriterion(number)}">${number}</a> ${nameOf(number)}</th>
<td>${levelOf(number)}</td>
<td><strong>${result}</strong></td>
<td>${by.join(', ')}${by.length > 0 && about.length > 0 ? '; ' : ''}${about.length > 0 ? `${about.length} tests` : ''}${by.length + about.length === 0 ? 'no machine' : ''}
${found.length > 0 ? html`<ul>${found.slice(0, 20).map(({ page, look, words }) => html`<li>${page}, ${look}: ${words}</li>`)}</ul>` : ''}</td></tr>`,
  )}</tbody></table></div></section>`;
}

/** The name of a criterion, from its anchor in the standard. */
function nameOf(number: CriterionSummary['number']): string {
  const [, anchor = ''] = addressOfCriterion(number).split('#');
  const words = anchor.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function exceptions({ exceptions: all, run }: ReportData): Markup {
  const used = usedExceptions(run.judgements);
  const count = (index: number) =>
    run.judgements.flatMap(({ excused }) => excused).filter(({ exception }) => exception === index).length;
  if (all.length === 0) return html`<section id="exceptions"><h2>Exceptions</h2><p>None.</p></section>`;
  return html`<section id="exceptions"><h2>Exceptions</h2>
<p>What a check reports, and somebody has found to stand in nobody’s way. One that has expired, or that excuses nothing any more, fails.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Exceptions"><table>
<thead><tr><th scope="col">Rule</th><th scope="col">Page</th><th scope="col">Why</th><th scope="col">Until</th><th scope="col">Times</th></tr></thead>
<tbody>${all.map(
    ({ check, rule, page, reason, expires }, index) =>
      html`<tr class="${used.has(index) ? '' : 'failed'}"><th scope="row">${check} ${rule}</th><td>${page === '*' ? 'every page' : page}</td><td>${reason}</td><td>${expires}</td><td>${count(index)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

function checks({ run }: ReportData): Markup {
  const rows = summariseChecks(run.judgements);
  const looks = [...new Set(rows.map(({ look }) => look))];
  const names = [...new Set(rows.map(({ check }) => check))];
  const cell = (check: string, look: string) => {
    const row = rows.find((each) => each.check === check && each.look === look);
    if (!row) return html`<td class="none">–</td>`;
    const excused = row.excused > 0 ? `, ${row.excused} excused` : '';
    return html`<td class="${row.barriers > 0 ? 'failed' : ''}">${row.pages} pages, ${row.barriers} barriers${excused}</td>`;
  };
  return html`<section id="checks"><h2>Checks and pages</h2>
<p>Every page of the sitemap in every language, the choice of language and the 404 page.</p>
<div class="scroll" tabindex="0" role="region" aria-label="Checks and pages"><table>
<thead><tr><th scope="col">Check</th>${looks.map((look) => html`<th scope="col">${look}</th>`)}</tr></thead>
<tbody>${names.map((name) => html`<tr><th scope="row">${name}</th>${looks.map((look) => cell(name, look))}</tr>`)}</tbody>
</table></div></section>`;
}

function barriers({ barriers: all }: ReportData): Markup {
  const found = all.filter(({ foundBy }) => foundBy.length > 0);
  const missed = all.filter(({ foundBy }) => foundBy.length === 0);
  const percent = Math.round((found.length / all.length) * 100);
  return html`<section id="barriers"><h2>Barrier test: ${found.length} of ${all.length} found (${percent} %)</h2>
<p>A page for each barrier that WCAG documents as a failure. The rest shows what these checks cannot see, and people must.</p>
<meter min="0" max="${all.length}" value="${found.length}" aria-label="Share of barriers found"></meter>
<h3>Not found</h3>
<div class="scroll" tabindex="0" role="region" aria-label="Barriers not found"><table>
<thead><tr><th scope="col">Barrier</th><th scope="col">Criterion</th><th scope="col">Failure</th><th scope="col">Why no check finds it</th></tr></thead>
<tbody>${missed.map(({ barrier, criterion, technique, missed: reason }) => html`<tr><th scope="row">${barrier}</th><td>${criterion}</td><td>${technique}</td><td>${reason}</td></tr>`)}</tbody>
</table></div>
<details><summary>Found</summary><div class="scroll" tabindex="0" role="region" aria-label="Barriers found"><table>
<thead><tr><th scope="col">Barrier</th><th scope="col">Criterion</th><th scope="col">Failure</th><th scope="col">Found by</th></tr></thead>
<tbody>${found.map(({ barrier, criterion, technique, foundBy }) => html`<tr><th scope="row">${barrier}</th><td>${criterion}</td><td>${technique}</td><td>${foundBy.join(', ')}</td></tr>`)}</tbody>
</table></div></details></section>`;
}

function notes(all: readonly Note[]): Markup {
  if (all.length === 0) return html``;
  return html`<section id="notes"><h2>Reading and speech</h2>
${all.map(({ title, text }) => html`<details><summary>${title}</summary><pre tabindex="0">${text}</pre></details>`)}</section>`;
}

function tests({ run }: ReportData): Markup {
  const files = Map.groupBy(run.tests, ({ file }) => file);
  return html`<section id="tests"><h2>Tests</h2>
${[...files].map(([file, list]) => {
  const failed = list.filter(({ outcome }) => outcome === 'failed').length;
  return html`<details><summary>${file}: ${list.length - failed} passed, ${failed} failed</summary><ul>${list.map(
    ({ title, outcome, criteria: about }) =>
      html`<li class="${outcome}">${title}${about.length > 0 ? ` (${about.join(', ')})` : ''}${outcome === 'passed' ? '' : `: ${outcome}`}</li>`,
  )}</ul></details>`;
})}</section>`;
}

/** The colours, letters and measures of the site, and the few rules that this page needs. */
function styleOfReport(): string {
  const sheets = ['design/theme.css', 'design/fonts.css', 'design/aliases.css'].map((file) =>
    readFileSync(path.join(root, 'components', file), 'utf8').replace('@theme', ':root'),
  );
  return `${sheets.join('')}${readFileSync(path.join(root, 'tests/a11y/run/report.css'), 'utf8')}`;
}
