import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { visit } from 'unist-util-visit';
import type { Site } from '../lib/content/site.ts';
import { joinElisions } from '../lib/search/elisions.ts';
import type { Lexicon } from '../lib/search/query.ts';
import { searchRecords } from '../lib/search/records.ts';
import { fold, searchWords, wordPattern } from '../lib/search/words.ts';
import { PublishFault } from './fault.ts';
import type { IndexFiles } from './kept-index.ts';
import { type SearchText, searchDocument } from './search-document.ts';

/** Where the search page looks for the index; publishing puts the hash of the whole into the address. */
export const searchFolder = '/search/';

/** What of Pagefind's output a browser asks for; the rest are ready-made interfaces. */
const needed = [
  /^pagefind\.js$/,
  /^pagefind-entry\.json$/,
  /^pagefind\.\w+\.pf_meta$/,
  /^wasm\.(?!unknown)\w+\.pagefind$/,
  /^(fragment|index)\/\w+\.pf_\w+$/,
];

/** What Pagefind reads of one language, and the lexicon. */
interface LanguageSources {
  readonly code: string;
  readonly documents: readonly { readonly url: string; readonly content: string }[];
  readonly lexicon: string;
}

/**
 * The search index of the site: for each language an index of small parts, of which a browser fetches those it needs, and
 * `<language>.json`, its lexicon. The same pages give the same bytes.
 * @param pages the main content of each page of the site, by path
 * @param keep gives what an earlier build made of the very same, by a hash of it, or lets it be made
 * @returns the files, by their path in a folder of their own
 * @throws PublishFault when this machine has no program that makes the index, or a page cannot be read
 */
export async function searchIndex(
  site: Site,
  pages: ReadonlyMap<string, SearchText | null>,
  keep: (sources: string, make: () => Promise<IndexFiles>) => Promise<IndexFiles> = (_, make) => make(),
): Promise<IndexFiles> {
  const sources = site.languages.map((language): LanguageSources => {
    const documents = searchRecords(site, language).map((record) => ({
      url: record.path,
      document: searchDocument(record, pages, language),
    }));
    const lexicon = lexiconOf(
      site,
      documents.map(({ document }) => document),
    );
    return {
      code: language.code,
      documents: documents.map(({ url, document }) => ({ url, content: toHtml(document) })),
      lexicon: JSON.stringify(lexicon),
    };
  });
  return keep(JSON.stringify(sources), () => makeIndex(sources));
}

async function makeIndex(sources: readonly LanguageSources[]): Promise<IndexFiles> {
  const files = new Map<string, Buffer>();
  const index = await startIndex();
  try {
    for (const { code, documents, lexicon } of sources) {
      for (const { url, content } of documents) {
        const { errors } = await index.addHTMLFile({ url, content });
        if (errors.length > 0) throw new PublishFault(`${url} cannot be searched: ${errors.join(' ')}`);
      }
      files.set(`${code}.json`, Buffer.from(lexicon));
    }
    const made = await index.getFiles();
    for (const { path, content } of made.files) {
      if (needed.some((pattern) => pattern.test(path))) files.set(path, Buffer.from(content));
    }
    return files;
  } finally {
    await close();
  }
}

async function startIndex(): Promise<PagefindIndex> {
  const { index } = await createIndex().catch(() => ({ index: undefined }));
  if (index) return index;
  throw new PublishFault(
    `Pagefind, which makes the search index, has no program for this machine (${process.platform}-${process.arch}). Run npm install again, or build on Linux, macOS or Windows with an x64 or arm64 processor.`,
  );
}

/** The words of the documents, each as it is first written, and the groups of synonyms in the form in which they are compared. */
function lexiconOf(site: Site, documents: readonly Root[]): Lexicon {
  const words = new Map<string, string>();
  for (const text of documents.flatMap(textsOf)) {
    for (const [word] of joinElisions(text).normalize().matchAll(wordPattern)) {
      const folded = fold(word);
      if (!words.has(folded)) words.set(folded, word.toLowerCase());
    }
  }
  return {
    words: [...words.values()]
      .filter((word) => word.length > 1 && /\p{L}/u.test(word))
      .sort()
      .join(' '),
    groups: site.synonyms.map((group) => [
      ...new Set(
        Object.values(group)
          .flat()
          .map((term) => searchWords(term).join(' ')),
      ),
    ]),
  };
}

/** Everything in a document that is searched. */
function textsOf(document: Root): string[] {
  const texts: string[] = [];
  visit(document, (node) => {
    if (node.type === 'text') texts.push(node.value);
    if (node.type === 'element' && node.properties['dataPagefindMeta'] !== undefined)
      texts.push(String(node.properties['content']));
  });
  return texts;
}
