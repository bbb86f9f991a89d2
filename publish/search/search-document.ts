import type { Element, ElementContent, Root } from 'hast';
import { EXIT, SKIP, visit } from 'unist-util-visit';
import type { Language } from '#lib/languages/languages.ts';
import { splitElisions } from '#lib/search/elisions.ts';
import type { SearchRecord } from '#lib/search/records.ts';
import { PublishFault } from '../fault.ts';

/** Parts of a page that are not its text: ways to elsewhere, controls, drawings, and the title, which search shows by itself. */
const besideTheText = ['nav', 'search', 'form', 'button', 'svg', 'h1'];

/**
 * The document that Pagefind reads for a record: the text of its page, or the sentence of a unit without a page; its names in the
 * other languages, for all to see; and what else leads there, as metadata, which is searched and not shown.
 * @param pages the main content of each page of the site, by path
 * @throws PublishFault when a page has no main content
 */
export function searchDocument(
  record: SearchRecord,
  pages: ReadonlyMap<string, SearchText | null>,
  language: Language,
): Root {
  const { path, page, title, kind, place, names, subjects, numbers } = record;
  const isUnit = kind === 'unit';
  const nameOf = new Intl.DisplayNames(language.tag, { type: 'language' });
  const translations = record.translations.map((each) => `${each.name} (${nameOf.of(each.language.code)}).`);
  return {
    type: 'root',
    children: [
      element('html', { lang: language.code }, [
        element('head', {}, [
          data('Meta', 'title', [title]),
          data('Meta', isUnit ? 'unit' : 'names', names.map(splitElisions)),
          data('Meta', isUnit ? 'tasks' : 'subjects', subjects.map(splitElisions)),
          data('Meta', 'numbers', numbers),
          // Filters, because metadata would be searched.
          data('Filter', 'kind', [kind]),
          ...(place.length > 0 ? [data('Filter', 'place', [place.join(' / ')])] : []),
        ]),
        element('body', {}, [
          ...(page ? mainOf(pages, path) : [paragraph(record.text)]),
          ...translations.map(paragraph),
        ]),
      ]),
    ],
  };
}

function mainOf(pages: ReadonlyMap<string, SearchText | null>, path: string): SearchText {
  const main = pages.get(path) ?? null;
  if (main === null) throw new PublishFault(`${path} has no main content that could be searched.`);
  return main;
}

/** What search reads of a page: its main content, without what is not its text. */
export type SearchText = ElementContent[];

/**
 * Takes out of a document what search reads of it. The document is of no use afterwards.
 * @returns null when it has no main content
 */
export function searchText(document: Root): SearchText | null {
  let main: Element | undefined;
  visit(document, 'element', (node) => {
    if (node.tagName !== 'main') return;
    main = node;
    return EXIT;
  });
  if (!main) return null;
  visit(main, (node, position, parent) => {
    delete node.position;
    // Publishing put soft hyphens into headings.
    if (node.type === 'text') node.value = splitElisions(node.value.replaceAll('\u00ad', ''));
    if (node.type !== 'element' || !parent || position === undefined || isText(node)) return;
    parent.children.splice(position, 1);
    return [SKIP, position];
  });
  return main.children;
}

function isText({ tagName, properties }: Element): boolean {
  const classes = Array.isArray(properties['className']) ? properties['className'] : [];
  return (
    !besideTheText.includes(tagName) &&
    properties['ariaHidden'] !== 'true' &&
    // What a button opens says again, at length, what stands beside the button.
    properties['popover'] === undefined &&
    !classes.includes('updated')
  );
}

function data(kind: 'Meta' | 'Filter', name: string, values: readonly string[]): Element {
  const content = values.join('. ');
  return element('meta', { [`dataPagefind${kind}`]: `${name}[content]`, content });
}

function paragraph(value: string): Element {
  return element('p', {}, [{ type: 'text', value: splitElisions(value) }]);
}

function element(
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children };
}
