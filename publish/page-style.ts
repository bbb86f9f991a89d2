import postcss, { type AtRule, type Container, type Declaration, type Rule } from 'postcss';
import selectorParser, { type Node, type Pseudo, type Selector } from 'postcss-selector-parser';
import type { PageContent } from './page-content.ts';

/** Part of a selector that speaks of one element: `a.button:has(svg)`. */
interface Part {
  /** What the element must be called, as `PageContent` writes it. */
  readonly names: readonly string[];
  /** Selectors in brackets: of each list, one must be usable. */
  readonly asks: readonly (readonly Part[])[][];
}

/** Attributes that a visitor sets by opening something. They are in no published document. */
const attributesOfVisitors = ['open'];

/** Pseudo-classes that hold when one of the selectors in their brackets does. `:not()` asks for nothing. */
const pseudoClassesThatAsk = [':is', ':where', ':has'];

/**
 * Prepares a style sheet for being cut to the pages.
 * @param css the whole style sheet
 * @returns a function that gives the part of it that a page can use, in the same order: rules are left out, never moved, so
 * the cascade decides the same. Pages that use the same part get the same text.
 * @throws CssSyntaxError for a sheet that is not CSS
 */
export function pageStyles(css: string): (page: PageContent) => string {
  const sheet = postcss.parse(css);
  const selectors = selectorsOf(sheet);
  const made = new Map<string, string>();
  return (page) => {
    const dead = new Set(selectors.filter(({ parts }) => !isUsable(parts, page)).map(({ text }) => text));
    const key = [...dead].join();
    const style = made.get(key) ?? cut(sheet, dead);
    made.set(key, style);
    return style;
  };
}

/** Every selector of the sheet, once. */
function selectorsOf(sheet: Container): { text: string; parts: readonly Part[] }[] {
  const texts = new Set<string>();
  sheet.walkRules((rule) => {
    for (const text of rule.selectors) texts.add(text);
  });
  return [...texts].map((text) => ({ text, parts: partsOf(selectorParser().astSync(text).first) }));
}

function partsOf({ nodes }: Selector): Part[] {
  const compounds: Node[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'combinator') compounds.push([]);
    else compounds.at(-1)?.push(node);
  }
  return compounds.map((compound) => ({
    names: compound.flatMap(nameOf),
    asks: compound
      .filter((node): node is Pseudo => node.type === 'pseudo' && pseudoClassesThatAsk.includes(node.value))
      .map((pseudo) => pseudo.nodes.map(partsOf)),
  }));
}

/** The name by which a part of a selector chooses elements; none for `*`, pseudo-classes and pseudo-elements. */
function nameOf(node: Node): string[] {
  if (node.type === 'class') return [`.${node.value}`];
  if (node.type === 'id') return [`#${node.value}`];
  if (node.type === 'tag') return [node.value.toLowerCase()];
  const isAsked = node.type === 'attribute' && !attributesOfVisitors.includes(node.attribute);
  return isAsked ? [`[${node.attribute.toLowerCase()}]`] : [];
}

/** Whether everything that a selector speaks of is on the page, or may be made there. How the parts stand to each other is not asked. */
function isUsable(parts: readonly Part[], page: PageContent): boolean {
  return parts.every(
    ({ names, asks }) =>
      (page.kinds.some((kind) => names.every((name) => kind.has(name))) || mayBeMade(names, page)) &&
      asks.every((selectors) => selectors.some((selector) => isUsable(selector, page))),
  );
}

/** Whether a module may make an element that is called so, or give one that is there the name that it lacks. */
function mayBeMade(names: readonly string[], { made, kinds }: PageContent): boolean {
  return made.size > 0 && names.every((name) => made.has(name) || kinds.some((kind) => kind.has(name)));
}

/** Copies the sheet without the selectors that are dead, and without the custom properties that nothing reads. */
function cut(sheet: postcss.Root, dead: ReadonlySet<string>): string {
  const copy = sheet.clone();
  copy.walkRules((rule) => {
    const left = rule.selectors.filter((text) => !dead.has(text));
    if (left.length === 0) rule.remove();
    else if (left.length < rule.selectors.length) rule.selectors = left;
  });
  const read = propertiesRead(copy);
  copy.walkDecls(/^--/, (declaration) => {
    if (!read.has(declaration.prop)) declaration.remove();
  });
  removeEmpty(copy);
  return copy.toString();
}

/** Custom properties that a declaration reads, directly or through others. */
function propertiesRead(sheet: Container): ReadonlySet<string> {
  const readBy = (declarations: readonly Declaration[]) =>
    declarations.flatMap(({ value }) => value.match(/--[\w-]+/g) ?? []);
  const custom: Declaration[] = [];
  const plain: Declaration[] = [];
  sheet.walkDecls((declaration) => {
    (declaration.prop.startsWith('--') ? custom : plain).push(declaration);
  });
  const read = new Set(readBy(plain));
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
