import type { Element, Root } from 'hast';
import { find, html } from 'property-information';
import { visit } from 'unist-util-visit';

/** How a part of a selector stands to the part before it (Selectors 4, 14). */
export type Combinator = ' ' | '>' | '+' | '~';

/** Elements with the same names. */
export interface Kind {
  /** As CSS writes them: `a`, `.button`, `#main`, `[href]`. */
  readonly names: ReadonlySet<string>;
  /** The kinds to which each combinator leads from elements of this kind. May hold more than that, never less. */
  readonly before: Readonly<Record<Combinator, ReadonlySet<Kind>>>;
}

/** What stands on a page, as far as a style sheet asks. */
export interface PageContent {
  readonly kinds: readonly Kind[];
  /** The kinds that have a name. */
  readonly named: ReadonlyMap<string, readonly Kind[]>;
  /** Names that modules of the page may give to what they make, from their own texts or from a template. */
  readonly made: ReadonlySet<string>;
}

/**
 * Reads a page.
 * @param modules the text of the modules that run on it; they may make elements anywhere, but move none
 */
export function contentOf(tree: Root, modules: readonly string[]): PageContent {
  const kinds = new Map<string, Links>();
  const made = new Set(modules.flatMap(namesIn));
  const read = (parent: Root | Element, above: Links | null): void => {
    let previous: Links | null = null;
    for (const element of parent.children) {
      if (element.type !== 'element') continue;
      const names = namesOf(element);
      const key = names.join(' ');
      const kind = kinds.get(key) ?? { names: new Set(names), parents: new Set(), previous: new Set() };
      kinds.set(key, kind);
      if (above) kind.parents.add(above);
      if (previous) kind.previous.add(previous);
      read(element, kind);
      if (element.content)
        visit(element.content, 'element', (each) => {
          for (const name of namesOf(each)) made.add(name);
        });
      previous = kind;
    }
  };
  read(tree, null);
  const joined = join([...kinds.values()]);
  return { kinds: joined, named: byName(joined), made };
}

function byName(kinds: readonly Kind[]): Map<string, Kind[]> {
  const named = new Map<string, Kind[]>();
  for (const kind of kinds) {
    for (const name of kind.names) {
      const others = named.get(name);
      if (others) others.push(kind);
      else named.set(name, [kind]);
    }
  }
  return named;
}

/** A kind, with the kinds of the elements right above and right before. */
interface Links {
  readonly names: ReadonlySet<string>;
  readonly parents: Set<Links>;
  readonly previous: Set<Links>;
}

function join(links: readonly Links[]): Kind[] {
  const kindOf = new Map(links.map((each) => [each, { names: each.names, before: {} as Kind['before'] }]));
  const kinds = (some: ReadonlySet<Links>) => new Set([...some].flatMap((each) => kindOf.get(each) ?? []));
  for (const [each, kind] of kindOf) {
    kind.before = {
      '>': kinds(each.parents),
      ' ': kinds(reach(each, ({ parents }) => parents)),
      '+': kinds(each.previous),
      '~': kinds(reach(each, ({ previous }) => previous)),
    };
  }
  return [...kindOf.values()];
}

/** Everything that is reached from a kind, in one step or several. */
function reach(from: Links, step: (links: Links) => ReadonlySet<Links>): ReadonlySet<Links> {
  const reached = new Set(step(from));
  // A set also walks over what is added while it walks.
  for (const each of reached) for (const next of step(each)) reached.add(next);
  return reached;
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
