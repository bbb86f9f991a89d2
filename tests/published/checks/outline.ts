import { attributeOf, type Check, type Document, elementsOf, idsOf, languageOfDocument, textOf } from '../document.ts';

/** Faults in the outline: not exactly one h1 before all other headings, or a skipped level. */
export const brokenOutline: Check = ({ tree }) => {
  const headings = elementsOf(tree, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6');
  const firsts = headings.filter(({ tagName }) => tagName === 'h1').length;
  const faults = firsts === 1 ? [] : [`has ${firsts} h1`];
  let above = 0;
  for (const heading of headings) {
    const level = Number(heading.tagName[1]);
    if (textOf(heading) === '') faults.push(`an ${heading.tagName} is empty`);
    if (level > above + 1) faults.push(`"${textOf(heading)}" is an ${heading.tagName} below an h${above}`);
    above = level;
  }
  return faults;
};

/** Ids that occur twice, or that no link can name. */
export const ambiguousIds: Check = (document) => {
  const ids = idsOf(document);
  return [
    ...[...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `#${id} occurs twice`),
    ...ids.filter((id) => id === '' || /\s/.test(id)).map((id) => `"${id}" cannot be an id`),
  ];
};

export function titleOf({ tree }: Document): string {
  return elementsOf(tree, 'title')
    .filter((_, index) => index === 0)
    .map(textOf)
    .join('');
}

function descriptionOf({ tree }: Document): string {
  const metas = elementsOf(tree, 'meta').filter((meta) => attributeOf(meta, 'name') === 'description');
  return metas.map((meta) => attributeOf(meta, 'content')).join('');
}

/** Titles and descriptions that are missing, or that pages of one language share: their search results would look alike. */
export function unclearTitles(documents: readonly Document[]): string[] {
  const seen = new Map<string, string>();
  return documents.flatMap((document) =>
    [
      ['title', titleOf(document)],
      ['description', descriptionOf(document)],
    ].flatMap(([what, text = '']) => {
      if (text === '') return [`${document.path}: has no ${what}`];
      const key = `${languageOfDocument(document)} ${what} ${text}`;
      const other = seen.get(key);
      seen.set(key, document.path);
      return other === undefined ? [] : [`${document.path}: has the ${what} of ${other}`];
    }),
  );
}
