import path from 'node:path';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { translatorOf } from '#gate/report/describe.ts';
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
if (!accessibility) throw new Error('The site has no accessibility record.');
const { status, criteria, limits, prepared, run } = accessibility;
const statements = publishedPages.filter(({ page }) => page.key === site.statement);

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/<\/?\w+>/g, '');

/** The texts that the statement of a language must contain, in order. */
function expectedIn(language: Language): string[] {
  const format = translatorOf(messages, language.code);
  const say = (key: string, values: Record<string, string | number>) => format(`statement.${key}`, values);
  const counts = countVerdicts(criteria);
  return [
    statusIn(language),
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

/** The words for the status in a language. */
function statusIn(language: Language): string {
  const words = messages[language.code] as { statement: { footer: string } };
  const [, chosen = ''] = new RegExp(`${status} \\{([^}]+)\\}`).exec(words.statement.footer) ?? [];
  return `${chosen}`;
}

/** Texts of the matrix that a published statement lacks or has in another order. */
function statementFaults(document: Document, language: Language): string[] {
  let rest = plain(textOf(document.tree));
  return expectedIn(language).filter((expected) => {
    const place = rest.replace(/\s+/g, ' ').indexOf(expected.replace(/\s+/g, ' ').trim());
    if (place >= 0) rest = rest.replace(/\s+/g, ' ').slice(place);
    return place < 0;
  });
}

describe('The published statement', () => {
  it('exists in every language', () => {
    expect(statements.map(({ twin }) => twin.language)).toEqual(languages.map(({ code }) => code));
  });

  it.each(statements)('matches the matrix and the last run at $path', ({ path, twin }) => {
    expect(statementFaults(documentAt(path), languageOf(twin.language))).toEqual([]);
  });

  it.each(statements)(
    'fails the check at $path with another verdict, date or limit, or without a criterion',
    ({ path, twin }) => {
      const { html } = documentAt(path);
      const language = languageOf(twin.language);
      const last = criteria.at(-1);
      const tampered = [
        (text: string) => text.replace(statusIn(language), 'x'),
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

describe('The footer', () => {
  const footerLinks = ({ tree }: Document) =>
    elementsOf(tree, 'footer')
      .flatMap((footer) => elementsOf(footer, 'a'))
      .map((link) => `${attributeOf(link, 'href')} ${plain(textOf(link))}`);

  it.each(statements)('links to $path with its status on every page in that language', ({ path, twin }) => {
    const words = `${path} ${plain(translatorOf(messages, twin.language)('statement.footer', { status }))}`;
    const own = documents.filter(({ tree }) =>
      elementsOf(tree, 'html').some((html) => attributeOf(html, 'lang') === languageOf(twin.language).tag),
    );
    const withFooter = own.filter((document) => footerLinks(document).length > 0);
    expect(withFooter.length).toBeGreaterThanOrEqual(site.pages.length);
    for (const document of withFooter) expect(footerLinks(document), document.path).toContain(words);
  });
});

describe('The accessibility report (EARL)', () => {
  const text = siteFiles.get(accessibilityReportPath)?.toString() ?? '';
  const report = JSON.parse(text || 'null');

  it('matches the matrix and the last run, and is linked from every statement', () => {
    expect(report).toEqual(JSON.parse(JSON.stringify(accessibilityReport(site))));
    for (const { path } of statements) expect(hrefsOf(documentAt(path))).toContain(accessibilityReportPath);
  });

  it('links to the statements', () => {
    expect(Object.values(report.statement)).toEqual(statements.map(({ path }) => site.origin + path));
  });

  /** Assertions that lack what EARL requires (EARL 1.0, 2.1): subject, asserter, result and mode, with known outcomes. */
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

  it('has complete assertions about criteria of the standard', async () => {
    expect(await earlFaults(report)).toEqual([]);
    const ids = report.criteria.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(criteria.length);
    for (const id of ids) expect(id.startsWith(`${standard.url}#`)).toBe(true);
    const [expanded] = await jsonld.expand(report);
    expect(JSON.stringify(expanded)).toContain('http://www.w3.org/ns/earl#TestRequirement');
  });

  it('fails the check with an assertion without asserter, or with an unknown outcome', async () => {
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
