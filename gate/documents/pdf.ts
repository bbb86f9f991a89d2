import { constants, inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import type { ActiveContent, DocumentFacts } from './facts.ts';
import { dayOf, tagOf, wordsOf } from './values.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** How many pages are read to tell a text from a scan. */
const sample = 50;

/** The facts about a PDF; throws Error when the file is damaged. */
export async function inspectPdf(bytes: Buffer): Promise<DocumentFacts> {
  // What follows the last mark of the end (ISO 32000-2, 7.5.5) belongs to another file.
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0) return { kind: 'broken' };
  if (bytes.toString('latin1', end + 5).trim() !== '') return { kind: 'active', what: 'second' };
  let pdf: Pdf;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  } catch (error) {
    return { kind: (error as Error).name === 'PasswordException' ? 'encrypted' : 'broken' };
  }
  const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>;
  if (info['EncryptFilterName']) return { kind: 'encrypted' };
  const what = activeContentOf(bytes) ?? (await activeContentIn(pdf));
  if (what) return { kind: 'active', what };
  const marks = await pdf.getMarkInfo();
  return {
    kind: 'document',
    type: 'pdf',
    title: wordsOf(info['Title']) ?? (await titleInXmp(pdf)),
    language: tagOf(info['Language']),
    pages: pdf.numPages,
    date: dayOf(info['ModDate']) ?? dayOf(info['CreationDate']),
    hasText: await hasText(pdf),
    isTagged: marks?.Marked === true && (await (await pdf.getPage(1)).getStructTree()) !== null,
  };
}

/** What the reader itself finds, beside the search in the bytes. */
async function activeContentIn(pdf: Pdf): Promise<'script' | 'attachment' | null> {
  if ((await pdf.hasJSActions()) || (await pdf.getJSActions())) return 'script';
  return (await pdf.getAttachments()) ? 'attachment' : null;
}

/** The title in the metadata (XMP), where some programs write it only (ISO 32000-2, 14.3.2). */
async function titleInXmp(pdf: Pdf): Promise<string | null> {
  const { metadata } = await pdf.getMetadata();
  return wordsOf(metadata?.get('dc:title'));
}

/** Whether at least half of the first pages have text. Opens the last page too, which a wrong number of pages does not have. */
async function hasText(pdf: Pdf): Promise<boolean> {
  await pdf.getPage(pdf.numPages);
  const count = Math.min(pdf.numPages, sample);
  let texts = 0;
  for (let number = 1; number <= count; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    if (items.some((item) => 'str' in item && item.str.trim() !== '')) texts++;
  }
  return texts * 2 >= count;
}

/** The end of a name (ISO 32000-2, 7.2.3). */
const end = '(?=[\\s\\0/()<>[\\]{}%]|$)';

/** Names of active content in a PDF, and of files inside it (ISO 32000-2, 12.6.4 and 7.11.4). No viewer needs them to show a text. */
const names: readonly (readonly [ActiveContent, RegExp])[] = [
  ['script', new RegExp(`/(?:JavaScript|XFA)${end}|javascript:`)],
  ['launch', new RegExp(`/(?:Launch|GoToE|GoToR|ImportData|SubmitForm)${end}`)],
  ['attachment', new RegExp(`/(?:EmbeddedFiles?|FileAttachment)${end}`)],
  ['media', new RegExp(`/(?:RichMedia|Rendition|Movie|Sound)${end}`)],
];

/** The largest unpacked object stream, in bytes: more than any real one. */
const maximum = 64 * 1024 * 1024;

/**
 * Searches a PDF for what it may not contain: in its objects, also in those that are packed into object streams (ISO 32000-2, 7.5.7),
 * and however their names are spelt.
 * @throws Error when an object stream cannot be unpacked, and so could hide something
 */
function activeContentOf(bytes: Buffer): ActiveContent | null {
  const text = bytes.toString('latin1');
  for (const part of [text, ...objectStreamsIn(text, bytes)]) {
    const spelt = withoutEscapes(part);
    const found = names.find(([, pattern]) => pattern.test(spelt));
    if (found) return found[0];
  }
  return null;
}

/** A name may have any character as `#` and two digits: `/J#61vaScript` (ISO 32000-2, 7.3.5). */
function withoutEscapes(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function objectStreamsIn(text: string, bytes: Buffer): string[] {
  const streams: string[] = [];
  for (const { index, 0: keyword } of text.matchAll(/\bstream\r?\n/g)) {
    const dictionary = withoutEscapes(text.slice(Math.max(text.lastIndexOf(' obj', index), index - 4096, 0), index));
    if (!/\/First\b/.test(dictionary) || !/\/N\b/.test(dictionary)) continue;
    const start = index + keyword.length;
    const packed = bytes.subarray(start, text.indexOf('endstream', start));
    streams.push(unpack(packed, /\/Filter\s*(\[[^\]]*\]|\/[^\s/>[\]]+|\d+ \d+ R)/.exec(dictionary)?.[1] ?? null));
  }
  return streams;
}

/** @param filter as written; null without one */
function unpack(packed: Buffer, filter: string | null): string {
  if (filter === null) return packed.toString('latin1');
  if (!/^\[?\s*\/FlateDecode\s*\]?$/.test(filter)) throw new Error('An object stream with an unusual filter.');
  return inflateSync(packed, { maxOutputLength: maximum, finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1');
}
