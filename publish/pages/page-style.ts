import postcss, { type AtRule, type Container, type Declaration, type Rule } from 'postcss';
import selectorParser, { type Node, type Pseudo } from 'postcss-selector-parser';
import type { Combinator, Kind, PageContent } from './page-content.ts';

/** Part of a selector that speaks of one element: `a.button:has(svg)`. */
interface Part {
  /** What the element must be called, as `Kind` writes it. */
  readonly names: readonly string[];
  /** How it stands to the part before it; null for the first. */
  readonly combinator: Combinator | null;
  /** Lists in brackets of which the element must be one: `:is(h2, h3)`. */
  readonly alternatives: readonly Selector[][];
  /** Lists in brackets of which one must be on the page: `:has(svg)`. */
  readonly needs: readonly Selector[][];
}

type Selector = readonly Part[];

/** Attributes that a visitor sets by opening something. They are in no published document. */
const attributesOfVisitors = ['open'];

/** Pseudo-classes that choose by the selectors in their brackets. `:not()` asks for nothing. */
const choosing = [':is', ':where'];
const needing = [':has'];

/**
 * Prepares a style sheet for being cut to the pages.
 * @param css the whole style sheet
 * @param paper the sheet that every page fetches besides: the custom properties that it reads stay
 * @returns a function that gives the part of it that a page can use, in the same order: rules are left out, never moved, so
 * the cascade decides the same. Pages that use the same part get the same text.
 * @throws CssSyntaxError for a sheet that is not CSS
 */
export function pageStyles(css: string, paper = ''): (page: PageContent) => string {
  const sheet = postcss.parse(css);
  const selectors = selectorsOf(sheet);
  const readOnPaper = propertiesRead(postcss.parse(paper));
  const made = new Map<string, string>();
  return (page) => {
    const dead = new Set(selectors.filter(({ parts }) => !isUsable(parts, page)).map(({ text }) => text));
    const key = [...dead].join();
    const style = made.get(key) ?? cut(sheet, dead, readOnPaper);
    made.set(key, style);
    return style;
  };
}

/** Every selector of the sheet, once. */
function selectorsOf(sheet: Container): { text: string; parts: Selector }[] {
  const texts = new Set<string>();
  sheet.walkRules((rule) => {
    for (const text of rule.selectors) texts.add(text);
  });
  return [...texts].map((text) => ({ text, parts: partsOf(selectorParser().astSync(text).first) }));
}

function partsOf({ nodes }: selectorParser.Selector): Selector {
  const compounds: { combinator: Combinator | null; nodes: Node[] }[] = [{ combinator: null, nodes: [] }];
  for (const node of nodes) {
    if (node.type === 'combinator') compounds.push({ combinator: combinatorOf(node.value), nodes: [] });
    else compounds.at(-1)?.nodes.push(node);
  }
  return compounds.map((compound) => {
    const listsOf = (names: readonly string[]) =>
      compound.nodes
        .filter((node): node is Pseudo => node.type === 'pseudo' && names.includes(node.value))
        .map((pseudo) => pseudo.nodes.map(partsOf));
    return {
      names: compound.nodes.flatMap(nameOf),
      combinator: compound.combinator,
      alternatives: listsOf(choosing),
      needs: listsOf(needing),
    };
  });
}

/** @throws Error for a combinator that no style sheet of ours has: only browsers in development know others */
function combinatorOf(text: string): Combinator {
  const combinator = [' ', '>', '+', '~'].find((each) => each === (text.trim() || ' '));
  if (combinator === undefined)
    throw new Error(`publish/pages/page-style.ts does not know the combinator ${text}.`);
  return combinator as Combinator;
}

/** The name by which a part of a selector chooses elements; none for `*`, pseudo-classes and pseudo-elements. */
function nameOf(node: Node): string[] {
  if (node.type === 'class') return [`.${node.value}`];
  if (node.type === 'id') return [`#${node.value}`];
  if (node.type === 'tag') return [node.value.toLowerCase()];
  const isAsked = node.type === 'attribute' && !attributesOfVisitors.includes(node.attribute);
  return isAsked ? [`[${node.attribute.toLowerCase()}]`] : [];
}

/** Whether a selector may choose an element of the page, or one that a module makes there. */
function isUsable(selector: Selector, page: PageContent): boolean {
  const [name] = selector.at(-1)?.names ?? [];
  const kinds = name === undefined ? page.kinds : (page.named.get(name) ?? []);
  return kinds.some((kind) => chooses(selector, kind, page)) || mayBeMade(selector, page);
}

/** Whether a selector may choose elements of a kind, by what they are called and by what stands above and before them. */
function chooses(selector: Selector, kind: Kind, page: PageContent): boolean {
  const last = selector.at(-1);
  if (!last) return true;
  return (
    last.names.every((name) => kind.names.has(name)) &&
    last.alternatives.every((list) => list.some((each) => chooses(each, kind, page))) &&
    last.needs.every((list) => list.some((each) => isUsable(each, page))) &&
    (last.combinator === null ||
      [...kind.before[last.combinator]].some((other) => chooses(selector.slice(0, -1), other, page)))
  );
}

/**
 * Whether a selector speaks of something that a module makes, or of a name that it gives, and otherwise of nothing that the page
 * lacks. How such things stand to others is not known.
 */
function mayBeMade(selector: Selector, page: PageContent): boolean {
  if (page.made.size === 0) return false;
  const lists = selector.flatMap(({ alternatives, needs }) => [...alternatives, ...needs]);
  const names = selector.flatMap((part) => part.names);
  return (
    (names.some((name) => page.made.has(name)) || lists.flat().some((each) => mayBeMade(each, page))) &&
    names.every((name) => page.made.has(name) || page.named.has(name)) &&
    lists.every((list) => list.some((each) => isUsable(each, page)))
  );
}

/** Copies the sheet without the selectors that are dead, and without the custom properties that nothing reads. */
function cut(sheet: postcss.Root, dead: ReadonlySet<string>, readOnPaper: ReadonlySet<string>): string {
  const copy = sheet.clone();
  copy.walkRules((rule) => {
    const left = rule.selectors.filter((text) => !dead.has(text));
    if (left.length === 0) rule.remove();
    else if (left.length < rule.selectors.length) rule.selectors = left;
  });
  const read = propertiesRead(copy, readOnPaper);
  copy.walkDecls(/^--/, (declaration) => {
    if (!read.has(declaration.prop)) declaration.remove();
  });
  removeEmpty(copy);
  return copy.toString();
}

/** Custom properties that a declaration reads, directly or through others, or that are read elsewhere. */
function propertiesRead(sheet: Container, elsewhere: ReadonlySet<string> = new Set()): ReadonlySet<string> {
  const readBy = (declarations: readonly Declaration[]) =>
    declarations.flatMap(({ value }) => value.match(/--[\w-]+/g) ?? []);
  const custom: Declaration[] = [];
  const plain: Declaration[] = [];
  sheet.walkDecls((declaration) => {
    (declaration.prop.startsWith('--') ? custom : plain).push(declaration);
  });
  const read = new Set([...elsewhere, ...readBy(plain)]);
  for (let size = -1; size !== read.size; ) {
    size = read.size;
    for (const name of readBy(custom.filter(({ prop }) => read.has(prop)))) read.add(name);
  }
  return read;
}

/** Layers stay even when nothing is left in them: the first mention of each decides their order (CSS Cascade 5, 6.4.3). */
function removeEmpty(container: Container): void {
  container.each((node) => {
    if (!('each' in node)) return;
    const block = node as AtRule | Rule;
    if (block.nodes === undefined) return;
    removeEmpty(block);
    const isLayer = block.type === 'atrule' && block.name === 'layer';
    if (block.nodes.length === 0 && !isLayer) block.remove();
  });
}
