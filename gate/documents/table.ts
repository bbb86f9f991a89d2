import type { DocumentFacts } from './facts.ts';

/** A cell that a spreadsheet would calculate instead of showing it (OWASP, CSV injection). Negative numbers and dashes are none. */
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
