import path from 'node:path';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { sayIn } from '#gate/report/describe.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { inLanguage, type Language, languageOf, languages } from '#lib/languages/languages.ts';
import { readMessages } from '#lib/languages/read-messages.ts';
import { accessibilityReport, accessibilityReportPath } from '#lib/open-data/accessibility-report.ts';
import { standard } from '#lib/records/wcag.ts';
import { countVerdicts } from '#lib/site/assessment.ts';
import { publishedPages, root, site } from '../published-site.ts';
import { hrefsOf } from './checks/links.ts';
import { attributeOf, type Document, elementsOf, readDocument, textOf } from './document.ts';
import { documentAt, documents, siteFiles } from './site.ts';

const messages = readMessages(path.join(root, 'messages'), languages);
const { accessibility } = site;
if (!accessibility) throw new Error('Nothing is recorded of the accessibility of the site.');
const { status, criteria, limits, prepared, run } = accessibility;
const statements = publishedPages.filter(({ page }) => page.key === site.statement);

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/<\/?\w+>/g, '');

/** What the statement of a language must say, in the order in which it says it. */
function expectedIn(language: Language): string[] {
  const tell = sayIn(messages, language.code);
  const say = (key: string, values: Record<string, string | number>) => tell(`statement.${key}`, values);
  const counts = countVerdicts(criteria);
  return [
    sayStatus(language),
    say('failed', { count: counts.failed }),
    say('reviewed', { count: criteria.filter(({ review }) => review).length, all: criteria.length }),
    ...limits.map(({ text }) => inLanguage(text, language.code)),
    formatDay(prepared, language),
    formatDay(run.day, language),
    ...run.tools.map(({ name, version }) => `${name} ${version}`),
    ...criteria.map(({ number, level, name, verdict, construction }) =>
      [
        say('criterion', { number, level, name: inLanguage(name, language.code) }),
        `${say('verdict', { verdict })}.`,
        construction ? ` ${inLanguage(construction, language.code)}` : '',
      ].join(''),
    ),
  ].map(plain);
}

/** The words of the status in the sentence that holds them. */
function sayStatus(language: Language): string {
  const words = messages[language.code] as { statement: { footer: string } };
  const [, chosen = ''] = new RegExp(`${status} \\{([^}]+)\\}`).exec(words.statement.footer) ?? [];
  return `${chosen}`;
}

/** What a published statement says otherwise than the matrix, or not at all. */
function statementFaults(document: Document, language: Language): string[] {
  let rest = plain(textOf(document.tree));
  return expectedIn(language).filter((expected) => {
    const place = rest.replace(/\s+/g, ' ').indexOf(expected.replace(/\s+/g, ' ').trim());
    if (place >= 0) rest = rest.replace(/\s+/g, ' ').slice(place);
    return place < 0;
  });
}

describe('the published statement equals what the matrix and the last run say', () => {
  it('stands in every language', () => {
    expect(statements.map(({ twin }) => twin.language)).toEqual(languages.map(({ code }) => code));
  });

  it.each(statements)('$path', ({ path, twin }) => {
    expect(statementFaults(documentAt(path), languageOf(twin.language))).toEqual([]);
  });

  it.each(statements)(
    '$path: another verdict, day, limit or a lost criterion would be found',
    ({ path, twin }) => {
      const { html } = documentAt(path);
      const language = languageOf(twin.language);
      const last = criteria.at(-1);
      const tampered = [
        (text: string) => text.replace(sayStatus(language), 'x'),
        (text: string) => text.replace(formatDay(run.day, language), formatDay('2020-01-01', language)),
        (text: string) => text.replace(run.tools[0]?.version ?? '', '0.0'),
        (text: string) => text.replace(`${last?.number} `, '9.9.9 '),
        (text: string) => text.replaceAll(/<dd>[^<]*<\/dd>/g, '<dd></dd>'),
        (text: string) => text.replace(/<li>[^<]*1\.1\.1[^<]*<\/li>/, ''),
      ];
      for (const [index, tamper] of tampered.entries()) {
        const changed = tamper(html);
        expect(changed, `${index}`).not.toBe(html);
        expect(statementFaults(readDocument(path, changed), language), `${index}`).not.toEqual([]);
      }
    },
  );
});

describe('every page leads to the statement by a link that says its status', () => {
  const footerLinks = ({ tree }: Document) =>
    elementsOf(tree, 'footer')
      .flatMap((footer) => elementsOf(footer, 'a'))
      .map((link) => `${attributeOf(link, 'href')} ${plain(textOf(link))}`);

  it.each(statements)('$path', ({ path, twin }) => {
    const words = `${path} ${plain(sayIn(messages, twin.language)('statement.footer', { status }))}`;
    const own = documents.filter(({ tree }) =>
      elementsOf(tree, 'html').some((html) => attributeOf(html, 'lang') === languageOf(twin.language).tag),
    );
    const withFooter = own.filter((document) => footerLinks(document).length > 0);
    expect(withFooter.length).toBeGreaterThanOrEqual(site.pages.length);
    for (const document of withFooter) expect(footerLinks(document), document.path).toContain(words);
  });
});

describe('the statement for machines', () => {
  const text = siteFiles.get(accessibilityReportPath)?.toString() ?? '';
  const report = JSON.parse(text || 'null');

  it('is what the matrix and the last run say, and every statement links to it', () => {
    expect(report).toEqual(JSON.parse(JSON.stringify(accessibilityReport(site))));
    for (const { path } of statements) expect(hrefsOf(documentAt(path))).toContain(accessibilityReportPath);
  });

  it('leads to the statements', () => {
    expect(Object.values(report.statement)).toEqual(statements.map(({ path }) => site.origin + path));
  });

  /** What EARL asks of each assertion (EARL 1.0, 2.1): who asserts what of which test and subject, with what outcome. */
  async function earlFaults(data: object): Promise<string[]> {
    const [graph] = await jsonld.expand(data as jsonld.JsonLdDocument);
    const faults: string[] = [];
    const earl = (name: string) => `http://www.w3.org/ns/earl#${name}`;
    const outcomes = ['passed', 'failed', 'cantTell', 'inapplicable', 'untested'].map(earl);
    const modes = ['automatic', 'manual', 'semiAuto', 'undisclosed', 'unknownMode'].map(earl);
    const look = (node: unknown): void => {
      if (Array.isArray(node)) return void node.forEach(look);
      if (typeof node !== 'object' || node === null) return;
      const fields = node as Record<string, { '@id'?: string }[] | string[]>;
      if ((fields['@type'] as string[] | undefined)?.includes(earl('Assertion'))) {
        for (const name of ['subject', 'assertedBy', 'result', 'mode']) {
          if (!fields[earl(name)]) faults.push(`an assertion without ${name}`);
        }
        const [mode] = (fields[earl('mode')] ?? []) as { '@id'?: string }[];
        if (!modes.includes(mode?.['@id'] ?? '')) faults.push(`the mode ${mode?.['@id']}`);
      }
      if ((fields['@type'] as string[] | undefined)?.includes(earl('TestResult'))) {
        const [outcome] = (fields[earl('outcome')] ?? []) as { '@id'?: string }[];
        if (!outcomes.includes(outcome?.['@id'] ?? '')) faults.push(`the outcome ${outcome?.['@id']}`);
      }
      Object.values(fields).forEach(look);
    };
    look(graph);
    return faults;
  }

  it('speaks EARL: every criterion is one of the standard, every assertion is whole', async () => {
    expect(await earlFaults(report)).toEqual([]);
    const ids = report.criteria.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(criteria.length);
    for (const id of ids) expect(id.startsWith(`${standard.address}#`)).toBe(true);
    const [expanded] = await jsonld.expand(report);
    expect(JSON.stringify(expanded)).toContain('http://www.w3.org/ns/earl#TestRequirement');
  });

  it('and an assertion of nobody, or with an outcome of its own, would be found', async () => {
    const assertion = {
      type: 'earl:Assertion',
      mode: 'earl:automatic',
      result: { type: 'earl:TestResult', outcome: 'earl:fine' },
    };
    const [first, ...others] = report.criteria;
    const broken = { ...report, criteria: [{ ...first, assertions: [assertion] }, ...others] };
    expect(await earlFaults(broken)).toEqual(
      expect.arrayContaining([
        'an assertion without subject',
        'an assertion without assertedBy',
        'the outcome http://www.w3.org/ns/earl#fine',
      ]),
    );
  });
});
