import { homedir, tmpdir } from 'node:os';
import { root } from '../../published-site.ts';
import { attributeOf, type Check, elementsOf, rawTextOf, relOf } from '../document.ts';

/** `rel` values of links that a browser does not fetch (`expect` names an element of the page). */
const notFetched = ['alternate', 'author', 'canonical', 'expect', 'help', 'license', 'me', 'next', 'prev', 'search'];

/** Attributes whose URL a browser fetches by itself. */
const fetching = ['src', 'srcSet', 'imageSrcSet', 'poster', 'data', 'background', 'ping', 'manifest'];

/** URLs that a browser fetches to render the page. */
export const subresourcesOf: Check = ({ tree }) => [
  ...elementsOf(tree).flatMap((element) => fetching.flatMap((name) => urlsOf(name, attributeOf(element, name)))),
  ...elementsOf(tree, 'link')
    .filter((link) => !relOf(link).every((rel) => notFetched.includes(rel)) || relOf(link).length === 0)
    .map((link) => attributeOf(link, 'href') ?? ''),
  ...elementsOf(tree, 'use', 'image', 'feImage')
    .map((element) => attributeOf(element, 'href') ?? attributeOf(element, 'xLinkHref') ?? '')
    .filter((href) => !href.startsWith('#')),
  ...elementsOf(tree, 'style').flatMap((style) => urlsInCss(rawTextOf(style))),
];

/** The URLs of an attribute: a set of sources has several, each with its width or density (HTML, srcset). */
function urlsOf(name: string, value: string | null): string[] {
  if (value === null) return [];
  if (!/srcset$/i.test(name)) return [value];
  return value.split(',').map((source) => source.trim().split(/\s/)[0] ?? '');
}

/** URLs in a style sheet. */
export function urlsInCss(css: string): string[] {
  const found = css.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)|@import\s+(["'])(.*?)\3/g);
  return [...found].map(([, , inUrl, , imported]) => inUrl ?? imported ?? '');
}

/** Subresources from another origin, or whose origin depends on where the page is served. */
export const foreignSubresources: Check = (document) =>
  subresourcesOf(document).filter((path) => !/^\/(?!\/)/.test(path));

/** Paths of the machine that built the site. */
const machinePaths = [root, `${homedir()}/`, `${tmpdir()}/`, 'file://', 'node_modules'];

/** Paths of the machine that built the site in a published text. */
export function machinePathsIn(text: string): string[] {
  return [...machinePaths.filter((place) => text.includes(place)), ...(text.match(/\b[A-Z]:\\\w+/g) ?? [])];
}
