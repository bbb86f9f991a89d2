import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { visit } from 'unist-util-visit';
import { feedPath, hasFeed, newsFeed } from '#lib/metadata/feeds.ts';
import { pageAt, type Site } from '#lib/site/site.ts';
import { PublishFault } from '../fault.ts';
import { makePlain } from '../markdown/plain-content.ts';
import { firstElement, remove } from '../pages/strip-page.ts';

/**
 * The text of a news item as HTML for a feed: with absolute links, without classes, ids and other attributes of the page.
 * @param document the page before its headings are hyphenated; not changed
 * @returns null for a document that is not a news item
 * @throws PublishFault when the page has no text
 */
export function feedContent(document: Root, site: Site, path: string): string | null {
  const page = pageAt(site, path);
  if (!page || page.day === null) return null;
  const text = structuredClone(firstElement(document, isColumnOfText));
  if (!text) throw new PublishFault(`${path} has no text for the feed.`);
  makePlain(text, site.origin + path);
  visit(text, 'element', (node, index, parent) => {
    // Of a picture, the form that every feed reader supports.
    if (node.tagName === 'source' && parent && index !== undefined) return remove(parent, index);
    const { href, src, alt, width, height, lang, dateTime } = node.properties;
    node.properties = { href, src, alt, width, height, lang, dateTime };
    return;
  });
  return toHtml(text.children);
}

const isColumnOfText = ({ properties: { className } }: Element) =>
  Array.isArray(className) && className.includes('prose');

/** The feed of news in each language, by path; none without news. */
export function newsFeeds(site: Site, contents: ReadonlyMap<string, string | null>): Map<string, Buffer> {
  if (!hasFeed(site, 'news')) return new Map();
  const contentOf = (path: string) => contents.get(path) ?? '';
  return new Map(
    site.languages.map((language) => [feedPath('news', language), Buffer.from(newsFeed(site, language, contentOf))]),
  );
}
