import path from 'node:path';
import { Readable } from 'node:stream';
import { readMessages } from '#lib/languages/read-messages.ts';
import { choicePath } from '#lib/metadata/page-metadata.ts';
import { cardPath } from '#lib/metadata/preview-card.ts';
import { encodeCard } from '#lib/pictures/encode.ts';
import { pictureOf } from '#lib/pictures/pictures.ts';
import { type Site, twinOf } from '#lib/site/site.ts';
import { concurrency } from '../steps.ts';
import { type CardWords, cardPainter } from './preview-card.ts';

/** What a card shows of the messages of a language. */
interface Messages {
  readonly organisation: { readonly type: string; readonly name: string };
}

/**
 * Makes the preview card of every page in every language, drawn or cut from a picture of the page, and of the choice of language.
 * @returns the files by the paths under which pages refer to them
 */
export async function cardFiles(site: Site, root: string): Promise<ReadonlyMap<string, Buffer>> {
  const paint = await cardPainter(path.join(root, 'public'));
  const words = [...wordsOfCards(site, root)];
  const photos = photosOfCards(site).map(
    async ([card, file]) => [card, await encodeCard(path.join(root, file))] as const,
  );
  const files: (readonly [string, Buffer])[] = await Readable.from(words)
    .map(async ([file, each]: [string, CardWords]) => [file, await paint(each)], { concurrency })
    .toArray();
  return new Map([...files, ...(await Promise.all(photos))]);
}

/** The pages with a picture of their own: the path of the card, and the file of the picture from the project's root. */
function photosOfCards({ pages, languages }: Site): [string, string][] {
  return pages.flatMap((page) =>
    languages.flatMap(({ code }): [string, string][] => {
      const { path: pagePath, image } = twinOf(page, code);
      return image ? [[cardPath(pagePath, true), pictureOf(page, image.name).file]] : [];
    }),
  );
}

function wordsOfCards(site: Site, root: string): ReadonlyMap<string, CardWords> {
  const messages = readMessages(path.join(root, 'messages'), site.languages);
  const organisations = site.languages.map(({ code }) => ({
    code,
    ...(messages[code] as unknown as Messages).organisation,
  }));
  const choice: CardWords = {
    title: organisations.map(({ name }) => name),
    kind: organisations.map(({ type }) => type).join(' – '),
    name: null,
  };
  const cards = site.pages.flatMap((page) =>
    organisations.flatMap(({ code, type, name }): [string, CardWords][] => {
      const twin = twinOf(page, code);
      return twin.image ? [] : [[cardPath(twin.path), { title: [twin.title], kind: type, name }]];
    }),
  );
  return new Map([[cardPath(choicePath), choice], ...cards]);
}
