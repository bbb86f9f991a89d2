import type { Element } from 'hast';
import { attributeOf, type Check, elementsOf } from '../document.ts';
import type { Files } from '../site.ts';

/** Script elements that no browser runs: data for machines. */
const dataTypes = ['application/ld+json'];

/** Elements that bring in, run or lead to something else by themselves. */
const activeElements = ['applet', 'base', 'embed', 'fencedframe', 'frame', 'iframe', 'object', 'portal'];

/** Attributes that hold an address. */
const addresses = [
  'href',
  'xLinkHref',
  'src',
  'srcSet',
  'action',
  'formAction',
  'data',
  'poster',
  'cite',
  'ping',
];

/** Addresses of the scripts that a page fetches. */
export const scriptsOf: Check = ({ tree }) =>
  elementsOf(tree, 'script').flatMap((script) => attributeOf(script, 'src') ?? []);

/**
 * The custom element that a script brings: a published module, empty itself, at an address with its hash, which waits for the end of
 * the page (with `async` it would not).
 * Null for every other script.
 */
function elementOf(script: Element): string | null {
  const waits = attributeOf(script, 'type') === 'module' && attributeOf(script, 'async') === null;
  const isModule = waits && script.children.length === 0;
  const [, name] =
    /^\/assets\/([a-z0-9]+(?:-[a-z0-9]+)+)\.[0-9a-f]{10}\.js$/.exec(attributeOf(script, 'src') ?? '') ?? [];
  return isModule && name ? name : null;
}

/** Modules of custom elements on a page that does not hold the element, and elements whose module is not there. */
export const lonelyElements: Check = ({ tree }) => {
  const brought = elementsOf(tree, 'script').flatMap((script) => elementOf(script) ?? []);
  const held = new Set(elementsOf(tree).flatMap(({ tagName }) => (tagName.includes('-') ? tagName : [])));
  return [
    ...brought.filter((name) => !held.has(name)).map((name) => `the module of <${name}> without the element`),
    ...[...held].filter((name) => !brought.includes(name)).map((name) => `<${name}> without its module`),
    ...(new Set(brought).size === brought.length ? [] : ['a module twice']),
  ];
};

/** Everything by which a page could run code: scripts, handlers, addresses that are code, documents within the document. */
export const executables: Check = ({ tree }) =>
  elementsOf(tree).flatMap((element) => {
    const { tagName, properties } = element;
    const type = attributeOf(element, 'type') ?? '';
    const faults: string[] = [];
    if (tagName === 'script' && !dataTypes.includes(type) && elementOf(element) === null)
      faults.push(`<script type="${type}">`);
    if (activeElements.includes(tagName)) faults.push(`<${tagName}>`);
    if (attributeOf(element, 'httpEquiv') === 'refresh') faults.push('<meta http-equiv="refresh">');
    for (const name of Object.keys(properties)) {
      const value = (attributeOf(element, name) ?? '').replace(/[\s\p{Cc}]/gu, '');
      if (/^on/i.test(name)) faults.push(`<${tagName}> has the handler ${name}`);
      if (addresses.includes(name) && /^(javascript|vbscript|data):/i.test(value))
        faults.push(`<${tagName} ${name}> is code or data`);
      if (name === 'srcDoc') faults.push(`<${tagName} srcdoc>`);
    }
    return faults;
  });

/** Style belongs in the one style sheet: the policy refuses it elsewhere. */
export const inlineStyles: Check = ({ tree }) => [
  ...elementsOf(tree)
    .filter((element) => attributeOf(element, 'style') !== null)
    .map(({ tagName }) => `<${tagName} style>`),
  ...elementsOf(tree, 'style')
    .slice(1)
    .map(() => 'a second <style>'),
];

/** Traces of Next.js and React in what is published. */
const runtimeTraces = [
  /__next/i,
  /_next\//,
  /next-(route-announcer|size-adjust|head-count)/,
  /data-(reactroot|reactid|precedence|nextjs|rsc|dgst)/,
  /\$(RC|RS|RX|RB|RV|RT)\s*[=(]/,
  /\$S?react\./i,
  /react\.(fragment|element|transitional|suspense)/i,
  /<!--/,
  /<template id="[BP]:/,
  /<div hidden="" id="S:/,
  /["']use client["']/,
  /webpack|turbopack/i,
  /sourceMappingURL/,
];

/** What only a client runtime needs. */
export function runtimeIn(text: string): string[] {
  return runtimeTraces.flatMap((trace) => trace.exec(text)?.[0] ?? []);
}

/** The modules of our elements, and the program that searches the index, in its three forms. */
const ownCode =
  /^\/assets\/([a-z0-9]+(-[a-z0-9]+)+\.[0-9a-f]{10}|search-[a-z]{2}\.[0-9a-f]{10}\/pagefind)\.js(\.br|\.gz)?$/;

/** File names that a finished site has no use for: code other than that of our elements and of search, source maps, flight data, sources. */
export function needlessFiles(files: Files): string[] {
  return [...files.keys()].filter(
    (file) =>
      (!ownCode.test(file) && /\.(c|m)?(js|ts)x?(\.|$)/.test(file)) ||
      /\.(map|rsc|wasm|mdx?|ya?ml|meta|body|nft)(\.|$)/.test(file) ||
      /\/_next\/|\.segments\/|\/\.(?!well-known\/)/.test(file),
  );
}
