import { inEach } from '../languages/languages.ts';
import { standard } from '../records/wcag.ts';
import type { Assessment, Criterion } from '../site/assessment.ts';
import { pathOf, type Site } from '../site/site.ts';

/** The path of the accessibility statement as JSON-LD. */
export const accessibilityReportPath = '/data/accessibility.json';

/** The JSON-LD context of the report: EARL 1.0 (https://www.w3.org/TR/EARL10-Schema/) and, for other terms, the report itself. */
function contextOf(url: string): object {
  return {
    '@vocab': `${url}#`,
    earl: 'http://www.w3.org/ns/earl#',
    dct: 'http://purl.org/dc/terms/',
    foaf: 'http://xmlns.com/foaf/0.1/',
    id: '@id',
    type: '@type',
    title: { '@id': 'dct:title', '@container': '@language' },
    description: { '@id': 'dct:description', '@container': '@language' },
    date: 'dct:date',
    created: 'dct:created',
    standard: { '@id': 'dct:references', '@type': '@id' },
    publisher: { '@id': 'dct:publisher', '@type': '@id' },
    statement: { '@container': '@language' },
    name: 'foaf:name',
    version: 'dct:hasVersion',
    assertions: { '@reverse': 'earl:test' },
    assertedBy: { '@id': 'earl:assertedBy', '@type': '@id' },
    subject: { '@id': 'earl:subject', '@type': '@id' },
    mode: { '@id': 'earl:mode', '@type': '@id' },
    result: 'earl:result',
    outcome: { '@id': 'earl:outcome', '@type': '@id' },
  };
}

/**
 * The accessibility statement as JSON-LD: the status, the limits, the last run, and for each criterion how the site meets it and
 * who asserts what. A criterion that no test or person has judged has no assertions.
 * @returns null for a site without an assessment
 */
export function accessibilityReport(site: Site): object | null {
  const { accessibility, origin } = site;
  if (!accessibility) return null;
  const url = origin + accessibilityReportPath;
  const { status, criteria, limits, prepared, run } = accessibility;
  const { statement } = site;
  return {
    '@context': contextOf(url),
    id: url,
    type: 'Report',
    status,
    standard: standard.url,
    level: standard.level,
    created: prepared,
    date: run.day,
    ...(statement !== null && {
      statement: inEach(site.languages, (code) => origin + pathOf(site, statement, code)),
    }),
    limits: limits.map(({ criterion, fails, text }) => ({
      ...(criterion ? { criterion } : {}),
      fails,
      description: text,
    })),
    tests: {
      id: `${url}#tests`,
      type: 'earl:Software',
      pages: run.pages,
      widths: run.widths,
      schemes: run.schemes,
      tools: run.tools.map(({ name, version }) => ({ type: 'earl:Software', name, version })),
    },
    criteria: criteria.map((criterion) => ({
      id: criterion.url,
      type: 'earl:TestRequirement',
      number: criterion.number,
      level: criterion.level,
      title: criterion.name,
      verdict: criterion.verdict,
      ...(criterion.construction ? { description: criterion.construction } : {}),
      automatic: criterion.automatic,
      journeys: criterion.journeys,
      assertions: assertionsOf(criterion, accessibility, { url, origin }),
    })),
  };
}

/** The assertions on a criterion: by the tests of the last run, and by the people who reviewed it. */
function assertionsOf(
  { result, review }: Criterion,
  { run }: Assessment,
  { url, origin }: { readonly url: string; readonly origin: string },
): object[] {
  const asserted = (mode: string, assertedBy: unknown, outcome: string, date: string, note?: unknown) => ({
    type: 'earl:Assertion',
    subject: `${origin}/`,
    mode: `earl:${mode}`,
    assertedBy,
    result: { type: 'earl:TestResult', outcome: `earl:${outcome}`, date, ...(note ? { description: note } : {}) },
  });
  return [
    ...(result === 'untested' ? [] : [asserted('automatic', `${url}#tests`, result, run.day)]),
    ...(review
      ? [asserted('manual', { type: 'foaf:Agent', name: review.by }, review.result, review.day, review.note)]
      : []),
  ];
}
