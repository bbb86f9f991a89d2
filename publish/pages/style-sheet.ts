import { transformSync } from 'esbuild';
import type { Element, Root } from 'hast';
import postcss, { type AtRule, type Container } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { visit } from 'unist-util-visit';
import { remember } from '#lib/remember.ts';
import { PublishFault } from '../fault.ts';

/**
 * The style sheet of the whole site, minified.
 * @param paths paths of the sheets that every page links to, in order
 * @param styles the sheets that were built, by path
 * @throws PublishFault when one of them was not built
 */
export function siteStyle(paths: readonly string[], styles: ReadonlyMap<string, string>): string {
  const sheets = paths.map((path) => {
    const css = styles.get(path);
    if (css === undefined) throw new PublishFault(`the style sheet ${path} was not built.`);
    return css;
  });
  const sheet = postcss.parse(sheets.join('\n'));
  inlineConstants(sheet);
  return transformSync(sheet.toString(), { loader: 'css', minify: true, legalComments: 'none' }).code.trim();
}

/**
 * Prepares a style sheet for cutting: a page gets every rule whose classes, ids and element names all occur in it, and the custom
 * properties that these rules read.
 * @param css the style sheet of the whole site
 * @returns a function that takes the names on a page (`namesOn`) and returns its part of the sheet, in the same order. Pages with
 * the same part get the same string.
 * @throws CssSyntaxError when the sheet is not CSS
 */
export function styleCutter(css: string): (names: ReadonlySet<string>) => string {
  const sheet = postcss.parse(css);
  const required = new Map<string, readonly string[]>();
  sheet.walkRules(({ selectors, parent }) => {
    if (isKeyframes(parent)) return;
    for (const selector of selectors) required.set(selector, namesOf(selectorParser().astSync(selector).first));
  });
  // A line break separates selectors: the sheet is minified, so none contains one.
  const without = remember((unused: string) => withoutSelectors(sheet, new Set(unused.split('\n'))));
  return (names) => {
    const unused = [...required].filter(([, all]) => !all.every((name) => names.has(name)));
    return without(unused.map(([selector]) => selector).join('\n'));
  };
}

/** The classes, ids and element names on a page, and every word of its modules' sources, which may add elements and classes. */
export function namesOn(tree: Root, modules: readonly string[]): ReadonlySet<string> {
  const names = new Set(modules.flatMap((module) => module.match(/[\w-]+/g) ?? []));
  const collect = ({ tagName, properties: { className, id }, content }: Element) => {
    for (const name of [tagName, id, className].flat()) names.add(String(name));
    if (content) visit(content, 'element', collect);
  };
  visit(tree, 'element', collect);
  return names;
}

function isKeyframes(node: postcss.Node | undefined): boolean {
  return node?.type === 'atrule' && (node as AtRule).name.endsWith('keyframes');
}

/** The names that a selector requires. A list in parentheses requires none; `:is(…)` and `:where(…)` of one selector do. */
function namesOf({ nodes }: selectorParser.Selector): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'class' || node.type === 'id' || node.type === 'tag') return [node.value];
    const [first, ...others] = node.type === 'pseudo' && /^:(is|where)$/.test(node.value) ? node.nodes : [];
    return first && others.length === 0 ? namesOf(first) : [];
  });
}

function withoutSelectors(sheet: postcss.Root, unused: ReadonlySet<string>): string {
  const copy = sheet.clone();
  copy.walkRules((rule) => {
    const left = rule.selectors.filter((selector) => !unused.has(selector));
    if (left.length === 0) rule.remove();
    else if (left.length < rule.selectors.length) rule.selectors = left;
  });
  removeUnusedKeyframes(copy);
  removeUnusedProperties(copy);
  removeEmptyBlocks(copy);
  return copy.toString();
}

function removeUnusedKeyframes(sheet: postcss.Root): void {
  const named = new Set<string>();
  sheet.walkDecls(/^animation(?:-name)?$/, ({ value }) => {
    for (const name of value.match(/[\w-]+/g) ?? []) named.add(name);
  });
  sheet.walkAtRules(/keyframes$/, (rule) => {
    if (!named.has(rule.params)) rule.remove();
  });
}

function removeUnusedProperties(sheet: postcss.Root): void {
  const read = new Set<string>();
  sheet.walkDecls(({ value }) => {
    for (const name of value.match(/--[\w-]+/g) ?? []) read.add(name);
  });
  let removed = false;
  sheet.walkDecls(/^--/, (declaration) => {
    if (read.has(declaration.prop)) return;
    declaration.remove();
    removed = true;
  });
  if (removed) removeUnusedProperties(sheet);
}

/**
 * Writes the initial value of a registered custom property where it is read, and removes the registration (CSS Properties and Values 1,
 * 3) with its copy for old browsers, `@layer properties`, if no other rule sets the property: Tailwind registers what a utility may set.
 */
function inlineConstants(sheet: postcss.Root): void {
  const copies = sheet.nodes.filter((node) => node.type === 'atrule' && node.params === 'properties' && node.nodes);
  for (const copy of copies) copy.remove();
  const [set, read] = [new Set<string>(), new Set<string>()];
  sheet.walkDecls(({ prop, value }) => {
    set.add(prop);
    for (const [, name = ''] of value.matchAll(/var\((--[\w-]+)/g)) read.add(name);
  });
  const constants = new Map<string, string>();
  sheet.walkAtRules('property', (rule) => {
    const initial = rule.nodes?.find((node) => node.type === 'decl' && node.prop === 'initial-value');
    const value = initial?.type === 'decl' ? initial.value : null;
    if (set.has(rule.params) || (value === null && read.has(rule.params))) return;
    constants.set(rule.params, value ?? '');
    rule.remove();
  });
  sheet.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(/var\((--[\w-]+)\)/g, (all, name) => constants.get(name) ?? all);
  });
  for (const copy of copies as AtRule[]) {
    copy.walkDecls((declaration) => void (constants.has(declaration.prop) && declaration.remove()));
    let left = 0;
    copy.walkDecls(() => void left++);
    if (left > 0) sheet.prepend(copy);
  }
}

/** Keeps empty layers: the first mention of each decides their order (CSS Cascade 5, 6.4.3). */
function removeEmptyBlocks(container: Container): void {
  container.each((node) => {
    if (!('nodes' in node) || node.nodes === undefined) return;
    removeEmptyBlocks(node as Container);
    if (node.nodes.length === 0 && !(node.type === 'atrule' && node.name === 'layer')) node.remove();
  });
}
