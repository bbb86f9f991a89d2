import { Readable } from 'node:stream';
import { identifierPrefix } from '#lib/open-data/data-paths.ts';
import { remember } from '#lib/remember.ts';
import { dataPrefix, type HeaderRules, type PageKind, policyOf } from '../hosts/headers.ts';
import { identifierVary } from '../hosts/identifiers.ts';
import { type FilePath, pathOfFile } from '../hosts/site-files.ts';
import { concurrency } from '../steps.ts';

/** Bytes of a first visit to a page as sent: text compressed with brotli, headers as HTTP/1.1 writes them. */
export interface Weight {
  readonly path: string;
  readonly kind: PageKind;
  /** Headers and document: all that a browser needs before the first paint. */
  readonly firstAnswer: number;
  readonly headers: number;
  readonly document: number;
  /** The style sheet in the document, compressed by itself. */
  readonly documentStyle: number;
  /** The JSON-LD in the document, compressed by itself. */
  readonly documentData: number;
  readonly fonts: number;
  readonly script: number;
  /** First answer, fonts and script. */
  readonly total: number;
  /** All pictures as WebP on a telephone. They load after the text, and only near the window, so they are not part of the total. */
  readonly pictures: number;
}

/** `out/report.json`: bytes of every page. */
export interface Report {
  readonly unit: string;
  readonly wholeStyle: number;
  readonly median: { readonly firstAnswer: number };
  readonly pages: readonly Weight[];
}

export interface WeighedPage {
  readonly file: FilePath;
  readonly kind: PageKind;
  readonly css: string;
  readonly data: string;
  readonly scripts: readonly FilePath[];
  /** The pictures that a telephone loads. */
  readonly pictures: readonly FilePath[];
}

export interface Scales {
  readonly headers: HeaderRules;
  /** Bytes of a published file as sent. */
  readonly sent: (file: FilePath) => number;
  /** Bytes of all fonts: every page loads them. */
  readonly fonts: number;
  /** Bytes of a text compressed with brotli. */
  readonly lengthOf: (text: string) => Promise<number>;
}

/** Weighs every page; the report has them sorted by path. */
export async function weigh(pages: readonly WeighedPage[], wholeStyle: string, scales: Scales): Promise<Report> {
  const sizeOf = remember(scales.lengthOf);
  const weights: Weight[] = await Readable.from(pages)
    .map((page: WeighedPage) => weighPage(page, { ...scales, lengthOf: sizeOf }), { concurrency })
    .toArray();
  weights.sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    unit: 'bytes; texts compressed with brotli, headers as in HTTP/1.1',
    wholeStyle: await sizeOf(wholeStyle),
    median: { firstAnswer: medianOf(weights.map(({ firstAnswer }) => firstAnswer)) },
    pages: weights,
  };
}

async function weighPage(
  { file, kind, css, data, scripts, pictures }: WeighedPage,
  { headers, sent, fonts, lengthOf }: Scales,
): Promise<Weight> {
  const document = sent(file);
  const head = bytesOfHead(headers, file, document);
  const sum = (files: readonly FilePath[]) => files.reduce((bytes, each) => bytes + sent(each), 0);
  const script = sum(scripts);
  return {
    path: pathOfFile(file),
    kind,
    firstAnswer: head + document,
    headers: head,
    document,
    documentStyle: await lengthOf(css),
    documentData: await lengthOf(data),
    fonts,
    script,
    total: head + document + fonts + script,
    pictures: sum(pictures),
  };
}

/** The headers that a host adds by itself, at their longest. */
const headersOfHost = {
  Server: 'nginx',
  Date: 'Sun, 01 Nov 2026 00:00:00 GMT',
  'Last-Modified': 'Sun, 01 Nov 2026 00:00:00 GMT',
  ETag: '"6a010203-2000"',
  Vary: 'Accept-Encoding',
  'Accept-Ranges': 'bytes',
  Connection: 'keep-alive',
  'Content-Encoding': 'br',
  'Content-Type': 'text/html; charset=utf-8',
};

/** Bytes of the status line and headers of an answer (RFC 9112, 2.1). */
function bytesOfHead(rules: HeaderRules, file: FilePath, length: number): number {
  const fields = {
    ...headersOfHost,
    ...rules.always,
    ...rules.changing,
    ...(file.startsWith(dataPrefix) && rules.data),
    ...(file.startsWith(identifierPrefix) && { Vary: identifierVary }),
    'Content-Security-Policy': policyOf(rules, file),
    'Content-Length': String(length),
  };
  const lines = ['HTTP/1.1 200 OK', ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)];
  return lines.reduce((sum, line) => sum + line.length + 2, 2);
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return Math.round(((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2);
}
