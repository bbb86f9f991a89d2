import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { typeOf } from '../files/file-type.ts';
import type { DocumentFacts } from './facts.ts';
import { inspectOffice } from './office.ts';
import { inspectPdf } from './pdf.ts';

/*
 * The program that opens the documents of editors, in a process of its own (`gate/read/beside.ts`). It reads a JSON list of absolute paths
 * from standard input and writes the facts about each to standard output.
 */

async function inspect(file: string): Promise<DocumentFacts> {
  const bytes = readFileSync(file);
  const type = typeOf(bytes);
  try {
    if (type === 'pdf') return await inspectPdf(bytes);
    if (type === 'zip') return inspectOffice(bytes);
    // Office encrypts a file into an old container (MS-OFFCRYPTO, 1.3.3).
    if (type === 'ole' && bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) return { kind: 'encrypted' };
    // A table of text has no start of its own.
    if (file.endsWith('.csv') && !['html', 'svg', 'ole', 'program'].includes(type)) return inspectTable(bytes);
    return { kind: 'type', type };
  } catch (error) {
    return { kind: (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : 'broken' };
  }
}

/** A cell that a spreadsheet would calculate instead of showing it (OWASP, CSV injection). Negative numbers and dashes do not count. */
const formula = /(?:^|[,;\t])[ "]*(?:[=@]|[+-](?=[a-z(@=]))/im;

/** The facts about a table in CSV, which must be UTF-8 (RFC 4180, 3). */
export function inspectTable(bytes: Buffer): DocumentFacts {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { kind: 'encoding' };
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a table has no others
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) return { kind: 'encoding' };
  if (formula.test(text)) return { kind: 'active', what: 'formula' };
  if (text.trim() === '') return { kind: 'broken' };
  return {
    kind: 'document',
    type: 'csv',
    title: null,
    language: null,
    pages: null,
    date: null,
    hasText: true,
    isTagged: true,
  };
}

// After all constants that it needs.
const files = JSON.parse(await text(process.stdin)) as string[];
const facts: DocumentFacts[] = [];
for (const file of files) facts.push(await inspect(file));
process.stdout.write(JSON.stringify(facts));
