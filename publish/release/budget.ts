import { PublishFault } from '../fault.ts';
import { type HeaderRules, type PageKind, policyOf } from '../hosts/headers.ts';
import { addressOfFile, type FilePath } from '../hosts/site-files.ts';
import type { Compressor } from './compress.ts';

/** What a first visit to a page costs, in bytes as sent: texts compressed with brotli, headers as HTTP/1.1 writes them. */
export interface Weight {
  /** Address of the page. */
  readonly path: string;
  readonly kind: PageKind;
  /** Headers and document: all that a browser needs before it can draw. */
  readonly firstAnswer: number;
  readonly headers: number;
  readonly document: number;
  /** The style sheet of the page, compressed by itself. */
  readonly ofWhichStyle: number;
  /** What the document says to machines (JSON-LD), likewise. */
  readonly ofWhichData: number;
  readonly fonts: number;
  readonly script: number;
  /** The style sheet for paper, which every page fetches after the first picture. */
  readonly print: number;
  /** All of a first visit. */
  readonly total: number;
}

/** `out/report.json` */
export interface Report {
  readonly unit: string;
  /** The style sheet of the whole site, of which each page has a part. */
  readonly wholeStyle: number;
  readonly median: { readonly firstAnswer: number };
  readonly pages: readonly Weight[];
}

/** A finished page, as far as its weight is concerned. */
export interface WeighedPage {
  readonly file: FilePath;
  readonly kind: PageKind;
  readonly css: string;
  /** What the document says to machines (JSON-LD). */
  readonly data: string;
  readonly scripts: readonly FilePath[];
}

/**
 * What pages may weigh at most. The first answer fits into the ten packets that a server sends before it waits for the
 * browser (RFC 6928), so no page needs a second round trip before it is drawn.
 */
export const budgets = {
  firstAnswer: 14_000,
  medianFirstAnswer: 7_000,
  wholeStyle: 9 * 1024,
  fonts: 32 * 1024,
  total: 45 * 1024,
  /** By kind of page: all modules of custom elements together. */
  script: { plain: 0, enhanced: 4 * 1024, search: 4 * 1024 },
} as const;

/** Bytes as sent: of a file, of the fonts, and of the style sheet for paper, which every page fetches. */
export interface Sent extends Pick<Weight, 'fonts' | 'print'> {
  readonly of: (file: FilePath) => number;
}

/** Weighs every page. */
export async function weigh(
  pages: readonly WeighedPage[],
  wholeStyle: string,
  headers: HeaderRules,
  { of: sent, fonts, print }: Sent,
  { lengthOf }: Compressor,
): Promise<Report> {
  const sizeOf = remember(lengthOf);
  const weights = await Promise.all(
    pages.map(async ({ file, kind, css, data, scripts }): Promise<Weight> => {
      const head = headersOf(headers, file, sent(file));
      const document = sent(file);
      const script = scripts.reduce((sum, each) => sum + sent(each), 0);
      return {
        path: addressOfFile(file),
        kind,
        firstAnswer: head + document,
        headers: head,
        document,
        ofWhichStyle: await sizeOf(css),
        ofWhichData: await sizeOf(data),
        fonts,
        script,
        print,
        total: head + document + fonts + script + print,
      };
    }),
  );
  weights.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    unit: 'bytes; texts compressed with brotli, headers as in HTTP/1.1',
    wholeStyle: await sizeOf(wholeStyle),
    median: { firstAnswer: medianOf(weights.map(({ firstAnswer }) => firstAnswer)) },
    pages: weights,
  };
}

/**
 * Refuses a site with a page that is too heavy. The median is nobody's fault: a test holds it, and no editor is stopped by it.
 * @throws PublishFault that names the page and what weighs most in it
 */
export function keepBudgets(report: Report): void {
  const faults = budgetFaults({ ...report, median: { firstAnswer: 0 } });
  if (faults.length > 0) throw new PublishFault(faults.join('\n'));
}

/** Everything that is heavier than its budget, a sentence each. */
export function budgetFaults({ wholeStyle, median, pages }: Report): string[] {
  const over = (what: string, bytes: number, budget: number, parts = '') =>
    bytes <= budget ? [] : [`${what}: ${bytes} bytes, ${bytes - budget} more than its budget${parts}.`];
  return [
    ...over('The style sheet of the whole site', wholeStyle, budgets.wholeStyle),
    ...over('The first answer of the median page', median.firstAnswer, budgets.medianFirstAnswer),
    ...pages.flatMap((page) => [
      ...over(`${page.path}, first answer`, page.firstAnswer, budgets.firstAnswer, partsOf(page)),
      ...over(`${page.path}, script`, page.script, budgets.script[page.kind]),
      ...over(`${page.path}, fonts`, page.fonts, budgets.fonts),
      ...over(`${page.path}, first visit`, page.total, budgets.total, partsOf(page)),
    ]),
  ];
}

/** What weighs in a page, the heaviest first. */
function partsOf({ headers, document, ofWhichStyle, ofWhichData, fonts, script, print }: Weight): string {
  const parts: [name: string, bytes: number][] = [
    ['text and markup', document - ofWhichStyle - ofWhichData],
    ['style', ofWhichStyle],
    ['data for machines', ofWhichData],
    ['headers', headers],
    ['fonts', fonts],
    ['script', script],
    ['style for paper', print],
  ];
  const sorted = parts.filter(([, bytes]) => bytes > 0).sort(([, a], [, b]) => b - a);
  return ` (${sorted.map(([name, bytes]) => `${name} ${bytes}`).join(', ')})`;
}

/** The headers that a host adds by itself, as long as they get. */
const ofTheHost = {
  Server: 'nginx',
  Date: 'Sun, 01 Nov 2026 00:00:00 GMT',
  'Last-Modified': 'Sun, 01 Nov 2026 00:00:00 GMT',
  ETag: '"6a010203-2000"',
  Vary: 'Accept-Encoding, Save-Data',
  'Accept-Ranges': 'bytes',
  Connection: 'keep-alive',
  'Content-Encoding': 'br',
  'Content-Type': 'text/html; charset=utf-8',
};

/** Bytes of the head of an answer (RFC 9112, 2.1). */
function headersOf(rules: HeaderRules, file: FilePath, length: number): number {
  const fields = {
    ...ofTheHost,
    ...rules.always,
    ...rules.changing,
    'Content-Security-Policy': policyOf(rules, file),
    'Content-Length': String(length),
  };
  const lines = ['HTTP/1.1 200 OK', ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)];
  return lines.reduce((sum, line) => sum + line.length + 2, 2);
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const pair = [sorted[middle] ?? 0, sorted[sorted.length % 2 === 0 ? middle - 1 : middle] ?? 0];
  return Math.round(pair.reduce((sum, each) => sum + each, 0) / 2);
}

/** Works once for each text. */
function remember(work: (text: string) => Promise<number>): (text: string) => Promise<number> {
  const known = new Map<string, Promise<number>>();
  return (text) => {
    const result = known.get(text) ?? work(text);
    known.set(text, result);
    return result;
  };
}
