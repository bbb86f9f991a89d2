import path from 'node:path';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import { translatorOf } from '#edit/report/describe.ts';
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
const matrices = publishedPages.filter(({ twin }) => twin.components.includes('AccessibilityCriteria'));

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
  ].map(plain);
}

/** The texts that the page with the criteria of a language must contain, in order. */
function criteriaIn(language: Language): string[] {
  const format = translatorOf(messages, language.code);
  const say = (key: string, values: Record<string, string | number>) => format(`statement.${key}`, values);
  return criteria
    .map(({ number, level, name, verdict, construction }) =>
      [
        say('criterion', { number, level, name: inLanguage(name, language.code) }),
        `${say('verdict', { verdict })}.`,
        construction ? ` ${inLanguage(construction, language.code)}` : '',
      ].join(''),
    )
    .map(plain);
}

/** The words for the status in a language. */
function statusIn(language: Language): string {
  const words = messages[language.code] as { statement: { status: string } };
  const [, chosen = ''] = new RegExp(`${status} \\{([^}]+)\\}`).exec(words.statement.status) ?? [];
  return chosen;
}

/** Texts that a published page lacks or has in another order. */
function textFaults(document: Document, texts: readonly string[]): string[] {
  let rest = plain(textOf(document.tree)).replace(/\s+/g, ' ');
  return texts.filter((expected) => {
    const place = rest.indexOf(expected.replace(/\s+/g, ' ').trim());
    if (place >= 0) rest = rest.slice(place);
    return place < 0;
  });
}

describe('The published statement', () => {
  it('exists in every language, with its criteria', () => {
    for (const published of [statements, matrices]) {
      expect(published.map(({ twin }) => twin.language)).toEqual(languages.map(({ code }) => code));
    }
  });

  it.each(statements)('links to the criteria at $path', ({ path, twin }) => {
    const own = matrices.find((matrix) => matrix.twin.language === twin.language);
    expect(hrefsOf(documentAt(path))).toContain(own?.path);
  });

  it.each(statements)('matches the matrix and the last run at $path', ({ path, twin }) => {
    expect(textFaults(documentAt(path), expectedIn(languageOf(twin.language)))).toEqual([]);
  });

  it.each(matrices)('lists every criterion of the matrix at $path', ({ path, twin }) => {
    const texts = criteriaIn(languageOf(twin.language));
    expect(texts).toHaveLength(55);
    expect(textFaults(documentAt(path), texts)).toEqual([]);
  });

  it.each(statements)('fails the check at $path with another status, date or tool', ({ path, twin }) => {
    const language = languageOf(twin.language);
    expectFaults(path, expectedIn(language), [
      (text) => text.replace(`<strong>${statusIn(language)}</strong>`, 'x'),
      (text) => text.replaceAll(formatDay(run.day, language), formatDay('2020-01-01', language)),
      (text) => text.replace(run.tools[0]?.version ?? '', '0.0'),
    ]);
  });

  it.each(matrices)(
    'fails the check at $path with another verdict or number, or without a criterion',
    ({ path, twin }) => {
      expectFaults(path, criteriaIn(languageOf(twin.language)), [
        (text) => text.replace(`${criteria.at(-1)?.number} `, '9.9.9 '),
        (text) => text.replaceAll(/<dd>[^<]*<\/dd>/g, '<dd></dd>'),
        (text) => text.replace(/<dt[^>]*>1\.1\.1 .*?<\/dt>/, ''),
      ]);
    },
  );
});

/** Expects that each change alters a page, and that the check then finds a fault. */
function expectFaults(path: string, texts: readonly string[], changes: readonly ((html: string) => string)[]) {
  const { html } = documentAt(path);
  for (const [index, change] of changes.entries()) {
    const changed = change(html);
    expect(changed, `${index}`).not.toBe(html);
    expect(textFaults(readDocument(path, changed), texts), `${index}`).not.toEqual([]);
  }
}

describe('The footer', () => {
  const footerLinks = ({ tree }: Document) =>
    elementsOf(tree, 'footer')
      .flatMap((footer) => elementsOf(footer, 'a'))
      .map((link) => `${attributeOf(link, 'href')} ${plain(textOf(link))}`);

  it.each(statements)('links to $path on every page in that language', ({ path, twin }) => {
    const words = `${path} ${plain(translatorOf(messages, twin.language)('statement.footer'))}`;
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

  it('matches the matrix and the last run, and is linked from every page with the criteria', () => {
    expect(report).toEqual(JSON.parse(JSON.stringify(accessibilityReport(site))));
    for (const { path } of matrices) expect(hrefsOf(documentAt(path))).toContain(accessibilityReportPath);
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
