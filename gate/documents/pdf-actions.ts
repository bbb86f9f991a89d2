import { constants, inflateSync } from 'node:zlib';
import type { ActiveContent } from './facts.ts';

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
export function activeContentOf(bytes: Buffer): ActiveContent | null {
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
