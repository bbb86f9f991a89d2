import { getDocumentProxy } from 'unpdf';
import type { DocumentFacts } from './facts.ts';
import { activeContentOf } from './pdf-actions.ts';
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
