import type { Element, Root } from 'hast';
import { find, html } from 'property-information';
import { visit } from 'unist-util-visit';

/**
 * What stands on a page, as far as a style sheet asks. Elements with the same names are one kind; a name is written as in
 * CSS: `a`, `.button`, `#main`, `[href]`.
 */
export interface PageContent {
  readonly kinds: readonly ReadonlySet<string>[];
  /** Names that modules of the page may give to what they make. */
  readonly made: ReadonlySet<string>;
}

/**
 * Reads a page.
 * @param modules the text of the modules that run on it
 */
export function contentOf(tree: Root, modules: readonly string[]): PageContent {
  const kinds = new Map<string, ReadonlySet<string>>();
  const read = (root: Root) =>
    visit(root, 'element', (element) => {
      const names = namesOf(element);
      kinds.set(names.join(' '), new Set(names));
      if (element.content) read(element.content);
    });
  read(tree);
  return { kinds: [...kinds.values()], made: new Set(modules.flatMap(namesIn)) };
}

function namesOf({ tagName, properties }: Element): string[] {
  const { className, id, ...others } = properties;
  return [
    tagName,
    ...(Array.isArray(className) ? className.map((name) => `.${name}`) : []),
    ...(id === undefined ? [] : [`#${id}`, '[id]']),
    ...(className === undefined ? [] : ['[class]']),
    ...Object.keys(others).map((name) => `[${find(html, name).attribute}]`),
  ];
}

/** What a module may call what it makes: every word of its texts, and every attribute that it sets as `dataset.state`. */
function namesIn(module: string): string[] {
  const data = [...module.matchAll(/\.dataset\.(\w+)/g)].map(([, key = '']) => `[${dataAttribute(key)}]`);
  const texts = module.match(/"[^"]*"|'[^']*'|`[^`]*`/g) ?? [];
  const words = texts.flatMap((text) => text.match(/[a-z][\w-]*/gi) ?? []);
  return [...data, ...words.flatMap((word) => [word, `.${word}`, `#${word}`, `[${word}]`])];
}

/** The attribute that holds a key of `dataset`: `isBusy` is `data-is-busy` (HTML, 3.2.6.6). */
function dataAttribute(key: string): string {
  return `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
