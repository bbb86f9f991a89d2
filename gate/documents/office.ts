import { strFromU8, unzipSync } from 'fflate';
import type { DocumentType } from '#lib/documents/types.ts';
import type { ActiveContent, DocumentFacts, RefusedType } from './facts.ts';
import { dayOf, tagOf, wordsOf } from './values.ts';

/* Documents of LibreOffice and Office: archives of XML (ISO/IEC 26300 and 29500). No XML is parsed, so no entity is ever resolved. */

/** The most that an archive may unpack to, in bytes, and how many times its own size. A repeated cell packs well. */
const maximum = { bytes: 256 * 1024 * 1024, entries: 5000, text: 32 * 1024 * 1024 };

/** The parts that are read. */
const read =
  /^(?:mimetype|meta\.xml|content\.xml|META-INF\/manifest\.xml|\[Content_Types\]\.xml|docProps\/core\.xml|word\/(?:styles|document|settings)\.xml|.*\.rels)$/;

/** Parts with active content or another file inside. Charts and pictures have neither. */
const refusedParts: readonly (readonly [ActiveContent, RegExp])[] = [
  ['macro', /(?:^|\/)(?:vbaProject|vbaData)[^/]*$|^(?:Basic|Scripts)\/|\/(?:macrosheets|activeX)\//i],
  ['attachment', /\/embeddings\/|oleObject|\.(?:exe|dll|js|vbs|bat|cmd|ps1|html?|hta|lnk)$/i],
  ['link', /\/externalLinks\//i],
];

/** Words in a part that load something from elsewhere or run a program. A plain link of a reader is not one of them. */
const refusedWords: readonly (readonly [ActiveContent, RegExp])[] = [
  ['macro', /macroEnabled|<office:script\b|<script:event-listener\b/],
  // No office program writes a document type, which could name a file to read (XML 1.0, 4.2.2).
  ['link', /<!DOCTYPE/],
  ['link', /<table:table-source\b|<(?:office|text|table):dde-\w+|<w:instrText[^>]*>\s*DDE(?:AUTO)?\b/],
  ['link', /<Relationship\b(?=[^>]*TargetMode="External")(?![^>]*\/relationships\/hyperlink")[^>]*>/],
];

/** Content types and media types of main parts. */
const types: readonly (readonly [DocumentType | RefusedType, RegExp])[] = [
  ['docx', /wordprocessingml\.document\.main\+xml/],
  ['xlsx', /spreadsheetml\.sheet\.main\+xml/],
  ['ods', /^application\/vnd\.oasis\.opendocument\.spreadsheet$/],
  ['odt', /^application\/vnd\.oasis\.opendocument\.text$/],
  ['pptx', /presentationml|opendocument\.presentation/],
];

/** The facts about a document of an office program; throws Error when the archive is damaged. */
export function inspectOffice(bytes: Buffer): DocumentFacts {
  // The last record of an archive (APPNOTE 4.3.16) ends the file.
  if (bytes.lastIndexOf('PK\u0005\u0006') !== bytes.length - 22) return { kind: 'active', what: 'second' };
  const names: string[] = [];
  let unpacked = 0;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name);
      unpacked += originalSize;
      return read.test(name) && originalSize <= maximum.text && unpacked <= maximum.bytes;
    },
  });
  if (unpacked > maximum.bytes || names.length > maximum.entries) return { kind: 'bomb' };
  if (names.some((name) => /^\/|(?:^|\/)\.\.(?:\/|$)|\\/.test(name))) return { kind: 'broken' };
  const texts = new Map(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]));
  const main = texts.get('mimetype') ?? texts.get('[Content_Types].xml') ?? '';
  const what = activeContentOf(names, [...texts.values()]);
  if (what) return { kind: 'active', what };
  if (texts.get('META-INF/manifest.xml')?.includes('encryption-data')) return { kind: 'encrypted' };
  const type = types.find(([, pattern]) => pattern.test(main))?.[0] ?? 'zip';
  if (type !== 'docx' && type !== 'xlsx' && type !== 'ods') return { kind: 'type', type: type as RefusedType };
  return { kind: 'document', type, ...propertiesOf(texts), pages: null, hasText: true, isTagged: true };
}

function activeContentOf(names: readonly string[], texts: readonly string[]): ActiveContent | null {
  const part = refusedParts.find(([, pattern]) => names.some((name) => pattern.test(name)));
  const word = refusedWords.find(([, pattern]) => texts.some((text) => pattern.test(text)));
  return (part ?? word)?.[0] ?? null;
}

/** The title, language and day of a document: from its properties (Dublin Core), and the language of its styles. */
function propertiesOf(texts: ReadonlyMap<string, string>) {
  const properties = texts.get('docProps/core.xml') ?? texts.get('meta.xml') ?? '';
  const textOf = (name: string) => new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(properties)?.[1];
  const inStyles = /<w:lang\b[^>]*\bw:val="([^"]+)"/.exec(texts.get('word/styles.xml') ?? '')?.[1];
  return {
    title: wordsOf(withoutEntities(textOf('dc:title') ?? '')),
    language: tagOf(textOf('dc:language')) ?? tagOf(inStyles),
    date: dayOf(textOf('dcterms:modified')) ?? dayOf(textOf('dc:date')),
  };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text of XML without its entities (XML 1.0, 4.6). */
function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return entities[name] ?? whole;
    return String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16));
  });
}
