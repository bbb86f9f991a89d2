import type { Element, Root } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { List, Root as Markdown } from 'mdast';
import { EXIT, visit } from 'unist-util-visit';
import { headOf, itemOf, writeMarkdown } from '#lib/site/markdown.ts';
import { pageAt, type Site, twinOf, type View } from '#lib/site/site.ts';
import { PublishFault } from '../fault.ts';
import { firstElement } from '../pages/strip-page.ts';
import { makePlain } from './plain-content.ts';

/**
 * A page as Markdown: title, summary, its URL in each language (its own first), and its main content with absolute links.
 * @param document the page before its headings are hyphenated; not changed
 * @returns null for a document that is not a page of the site
 * @throws PublishFault when the page has no main content
 */
export function pageMarkdown(document: Root, site: Site, path: string): string | null {
  const page = pageAt(site, path);
  const language = page && site.languages.find(({ code }) => twinOf(page, code).path === path);
  if (!page || !language) return null;
  const { title, summary } = twinOf(page, language.code);
  const main = structuredClone(firstElement(document, ({ tagName }) => tagName === 'main'));
  if (!main) throw new PublishFault(`${path} has no main content.`);
  leaveOutHead(main, summary);
  makePlain(main, site.origin + path);
  const { children } = toMdast(main) as Markdown;
  const head = [...headOf(title, summary), languagesOf({ site, page, language })];
  return writeMarkdown({ type: 'root', children: [...head, ...children] });
}

/** Removes the title and the summary, which start the Markdown already. */
function leaveOutHead(main: Element, summary: string): void {
  visit(main, 'element', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const [child] = node.children;
    const isSummary = node.tagName === 'p' && child?.type === 'text' && child.value === summary;
    if (node.tagName !== 'h1' && !isSummary) return;
    parent.children.splice(index, 1);
    return isSummary ? EXIT : index;
  });
}

function languagesOf({ site, page, language }: View): List {
  const others = site.languages.filter(({ code }) => code !== language.code);
  return {
    type: 'list',
    spread: false,
    children: [language, ...others].map(({ code, tag, name }) => {
      const url = site.origin + twinOf(page, code).path;
      return itemOf(`${name} (${tag}): `, { words: url, url });
    }),
  };
}
