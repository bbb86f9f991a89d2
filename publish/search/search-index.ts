import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { visit } from 'unist-util-visit';
import { fold } from '#lib/languages/fold.ts';
import type { Language } from '#lib/languages/languages.ts';
import { joinElisions } from '#lib/search/elisions.ts';
import type { Lexicon } from '#lib/search/query.ts';
import { searchRecords } from '#lib/search/records.ts';
import { searchWords, wordPattern } from '#lib/search/words.ts';
import type { Site } from '#lib/site/site.ts';
import { PublishFault } from '../fault.ts';
import { type SearchText, searchDocument } from './search-document.ts';

/** Where the search page of a language looks for its index; publishing puts the hash of the whole into the address. */
export const searchFolder = ({ code }: Pick<Language, 'code'>) => `/search-${code}/`;

/** What of Pagefind's output a browser asks for; the rest are ready-made interfaces. */
const needed = [
  /^pagefind\.js$/,
  /^pagefind-entry\.json$/,
  /^pagefind\.\w+\.pf_meta$/,
  /^wasm\.(?!unknown)\w+\.pagefind$/,
  /^(fragment|index)\/\w+\.pf_\w+$/,
];

/** Files by their path in a folder of their own. */
export type IndexFiles = ReadonlyMap<string, Buffer>;

/** What Pagefind reads of one language, and the lexicon. */
interface LanguageSources {
  readonly documents: readonly { readonly url: string; readonly content: string }[];
  readonly lexicon: string;
}

/**
 * The search index of each language: small parts, of which a browser fetches those it needs, and `lexicon.json`. The same pages give the same bytes.
 * @param pages the main content of each page of the site, by path
 * @returns the files of each index, by the code of its language
 * @throws PublishFault when this machine has no program that makes the index, or a page cannot be read
 */
export async function searchIndexes(
  site: Site,
  pages: ReadonlyMap<string, SearchText | null>,
): Promise<ReadonlyMap<string, IndexFiles>> {
  const indexes = new Map<string, IndexFiles>();
  try {
    for (const language of site.languages) {
      indexes.set(language.code, await makeIndex(sourcesOf(site, pages, language)));
    }
    return indexes;
  } finally {
    await close();
  }
}

function sourcesOf(
  site: Site,
  pages: ReadonlyMap<string, SearchText | null>,
  language: Language,
): LanguageSources {
  const documents = searchRecords(site, language).map((record) => ({
    url: record.path,
    document: searchDocument(record, pages, language),
  }));
  const lexicon = lexiconOf(
    site,
    documents.map(({ document }) => document),
  );
  return {
    documents: documents.map(({ url, document }) => ({ url, content: toHtml(document) })),
    lexicon: JSON.stringify(lexicon),
  };
}

async function makeIndex({ documents, lexicon }: LanguageSources): Promise<IndexFiles> {
  const index = await startIndex();
  for (const { url, content } of documents) {
    const { errors } = await index.addHTMLFile({ url, content });
    if (errors.length > 0) throw new PublishFault(`${url} cannot be searched: ${errors.join(' ')}`);
  }
  const made = await index.getFiles();
  const files = made.files.filter(({ path }) => needed.some((pattern) => pattern.test(path)));
  return new Map([
    ['lexicon.json', Buffer.from(lexicon)],
    ...files.map(({ path, content }) => [path, Buffer.from(content)] as const),
  ]);
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
