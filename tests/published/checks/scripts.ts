import type { Element } from 'hast';
import { attributeOf, type Check, elementsOf } from '../document.ts';
import type { Files } from '../site.ts';

/** Script types that no browser runs: data blocks. */
const dataTypes = ['application/ld+json'];

/** Elements that load, run or redirect to something by themselves. */
const activeElements = ['applet', 'base', 'embed', 'fencedframe', 'frame', 'iframe', 'object', 'portal'];

/** Attributes that hold a URL. */
const urlAttributes = ['href', 'xLinkHref', 'src', 'srcSet', 'action', 'formAction', 'data', 'poster', 'cite', 'ping'];

/** Paths of the scripts that a page loads. */
export const scriptsOf: Check = ({ tree }) =>
  elementsOf(tree, 'script').flatMap((script) => attributeOf(script, 'src') ?? []);

/**
 * The custom element whose module a script loads: an empty module script with a fingerprinted address, without `async`, with which
 * it would not wait for the end of the page. Null for every other script.
 */
function elementOf(script: Element): string | null {
  const waits = attributeOf(script, 'type') === 'module' && attributeOf(script, 'async') === null;
  const isModule = waits && script.children.length === 0;
  const [, name] =
    /^\/assets\/([a-z0-9]+(?:-[a-z0-9]+)+)\.[0-9a-f]{10}\.js$/.exec(attributeOf(script, 'src') ?? '') ?? [];
  return isModule && name ? name : null;
}

/** Modules without their custom element on the page, elements without their module, and modules that are loaded twice. */
export const lonelyElements: Check = ({ tree }) => {
  const loaded = elementsOf(tree, 'script').flatMap((script) => elementOf(script) ?? []);
  const used = new Set(elementsOf(tree).flatMap(({ tagName }) => (tagName.includes('-') ? tagName : [])));
  return [
    ...loaded.filter((name) => !used.has(name)).map((name) => `the module of <${name}> without the element`),
    ...[...used].filter((name) => !loaded.includes(name)).map((name) => `<${name}> without its module`),
    ...(new Set(loaded).size === loaded.length ? [] : ['a module twice']),
  ];
};

/** Everything by which a page could run code: scripts, event handlers, script URLs, embedded documents. */
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
      if (urlAttributes.includes(name) && /^(javascript|vbscript|data):/i.test(value))
        faults.push(`<${tagName} ${name}> is code or data`);
      if (name === 'srcDoc') faults.push(`<${tagName} srcdoc>`);
    }
    return faults;
  });

/** Styles outside the one style sheet, which the policy refuses. */
export const inlineStyles: Check = ({ tree }) => [
  ...elementsOf(tree)
    .filter((element) => attributeOf(element, 'style') !== null)
    .map(({ tagName }) => `<${tagName} style>`),
  ...elementsOf(tree, 'style')
    .slice(1)
    .map(() => 'a second <style>'),
];

/** Traces of Next.js and React in published files. */
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

/** Traces of the client runtime in a text. */
export function runtimeIn(text: string): string[] {
  return runtimeTraces.flatMap((trace) => trace.exec(text)?.[0] ?? []);
}

/** The modules of custom elements, with their compressed forms. */
const ownCode = /^\/assets\/[a-z0-9]+(-[a-z0-9]+)+\.[0-9a-f]{10}\.js(\.br|\.gz)?$/;

/** Files that a published site does not need: other code, source maps, flight data, sources. */
export function needlessFiles(files: Files): string[] {
  return [...files.keys()].filter(
    (file) =>
      (!ownCode.test(file) && /\.(c|m)?(js|ts)x?(\.|$)/.test(file)) ||
      /\.(map|rsc|wasm|mdx|ya?ml|meta|body|nft)(\.|$)/.test(file) ||
      /\/_next\/|\.segments\/|\/\.(?!well-known\/)/.test(file),
  );
}
