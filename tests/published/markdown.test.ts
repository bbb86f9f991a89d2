import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { inLanguage, languageOf, languages } from '#lib/languages/languages.ts';
import { readMessages } from '#lib/languages/read-messages.ts';
import { llmsTxtPath } from '#lib/metadata/llms-txt.ts';
import { headingMark } from '#lib/search/search-data.ts';
import { markdownPath } from '#lib/site/markdown.ts';
import { mediaTypeOf } from '#lib/site/media-types.ts';
import { twinOf } from '#lib/site/site.ts';
import { searchText } from '#publish/search/search-text.ts';
import { publishedPages, readHosting, root, site } from '../published-site.ts';
import { attributeOf, elementsOf, idsOf, relOf, textOf } from './document.ts';
import { documentAt, siteFiles } from './site.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const { files } = readHosting();

const markdownAt = (file: string): Root => parser.parse(siteFiles.get(file)?.toString() ?? '');
const squeeze = (text: string) =>
  text
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The text of a Markdown tree, with a space wherever a block or a line ends. */
function wordsIn(tree: Root): string {
  const parts: string[] = [];
  visit(tree, (node) => {
    // The number of a footnote is no word.
    if (node.type === 'link' && node.url.includes('#note_')) return SKIP;
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value);
    else if (node.type === 'break' || 'children' in node) parts.push(node.type === 'link' ? '' : ' ');
    return CONTINUE;
  });
  return squeeze(parts.join(''));
}

function linksIn(tree: Root): string[] {
  const found: string[] = [];
  visit(tree, ['link', 'image', 'definition'], (node) => {
    if ('url' in node) found.push(node.url);
  });
  return found;
}

/** Links that are not absolute, or that lead to no page, file or anchor of this site. */
function brokenLinks(tree: Root): string[] {
  return linksIn(tree).filter((url) => {
    if (/^(tel:\+?\d+|mailto:[^@\s]+@[^@\s]+)$/.test(url)) return false;
    if (!url.startsWith('https://')) return true;
    const { origin, pathname, hash } = new URL(url);
    if (origin !== site.origin) return false;
    if (!Object.hasOwn(files, pathname)) return true;
    return hash !== '' && !idsOf(documentAt(pathname)).includes(decodeURIComponent(hash.slice(1)));
  });
}

const markdown = publishedPages.map((each) => ({
  ...each,
  document: documentAt(each.path),
  tree: markdownAt(markdownPath(each.path)),
}));

describe('A page as Markdown', () => {
  it('exists for every page and for nothing else, and its page links to it', () => {
    const published = [...siteFiles.keys()].filter((file) => file.endsWith('.md'));
    expect(published.sort()).toEqual(publishedPages.map(({ path }) => markdownPath(path)).sort());
    for (const { path, document } of markdown) {
      const links = elementsOf(document.tree, 'link').filter(
        (link) => relOf(link).includes('alternate') && attributeOf(link, 'type') === 'text/markdown',
      );
      expect
        .soft(
          links.map((link) => attributeOf(link, 'href')),
          path,
        )
        .toEqual([site.origin + markdownPath(path)]);
    }
  });

  it('is sent as Markdown in UTF-8 by every host', () => {
    expect(mediaTypeOf('/nl.md')).toBe('text/markdown; charset=utf-8');
  });

  it('starts with title, summary, and its URL in each language, its own first', () => {
    for (const { page, twin, path, tree } of markdown) {
      const [title, summary, list] = tree.children;
      expect.soft([title?.type, title && plainText(title)], path).toEqual(['heading', twin.title]);
      expect.soft([summary?.type, summary && plainText(summary)], path).toEqual(['blockquote', twin.summary]);
      const own = languageOf(twin.language);
      const order = [own, ...languages.filter(({ code }) => code !== own.code)];
      const lines = order.map(({ code, tag, name }) => `${name} (${tag}): ${site.origin}${twinOf(page, code).path}`);
      expect.soft(list && 'children' in list && list.children.map((item) => plainText(item)), path).toEqual(lines);
    }
  });

  it('has one title, no HTML, no front matter and no soft hyphens', () => {
    for (const { path, tree } of markdown) {
      const titles = tree.children.filter((node) => node.type === 'heading' && node.depth === 1);
      expect.soft(titles, path).toHaveLength(1);
      const text = siteFiles.get(markdownPath(path))?.toString() ?? '';
      expect.soft(text.match(/<\/?[a-z!][^>]*>|^---$|[\u00ad\u200b]/gim) ?? [], path).toEqual([]);
      visit(tree, 'html', ({ value }) => {
        expect.soft(value, path).toBe('');
      });
    }
  });

  it('contains every text of its page that search indexes, except those that a search fills in', () => {
    for (const { path, twin, document, tree } of markdown) {
      const words = wordsIn(tree);
      const results = elementsOf(document.tree).filter((each) => attributeOf(each, 'dataResults') !== null);
      const expected = (searchText(document.tree) ?? '')
        .split('\n')
        .map((line) => squeeze(line.replace(headingMark, '')))
        .filter((line) => line !== squeeze(twin.title))
        .filter((line) => !results.some((each) => squeeze(textOf(each)).includes(line)));
      expect.soft(expected, path).not.toEqual([]);
      expect
        .soft(
          expected.filter((line) => !words.includes(line)),
          path,
        )
        .toEqual([]);
    }
  });

  it('has the telephone numbers, e-mail addresses and postal addresses of its page', () => {
    let checked = 0;
    for (const { path, document, tree } of markdown) {
      const main = elementsOf(document.tree, 'main')[0];
      if (!main) throw new Error(`${path} has no main content.`);
      const hrefs = elementsOf(main, 'a').map((link) => attributeOf(link, 'href') ?? '');
      const results = elementsOf(main).filter((each) => attributeOf(each, 'dataResults') !== null);
      const filledIn = results.flatMap((each) => elementsOf(each, 'a').map((link) => attributeOf(link, 'href')));
      const contacts = new Set(hrefs.filter((href) => /^(tel:|mailto:[^?]+$)/.test(href) && !filledIn.includes(href)));
      const listed = new Set(linksIn(tree).filter((url) => /^(tel:|mailto:[^?]+$)/.test(url)));
      expect.soft(listed, path).toEqual(contacts);
      const words = wordsIn(tree);
      for (const address of elementsOf(main, 'address')) {
        checked++;
        expect.soft(words, path).toContain(squeeze(textOf(address)));
      }
    }
    expect(checked).toBeGreaterThan(0);
  });

  it('has only absolute links, and each one to this site answers', () => {
    for (const { path, tree } of markdown) {
      const broken = brokenLinks(tree).filter((url) => !/^mailto:[^@\s]+@[^@\s?]+\?subject=/.test(url));
      expect.soft(broken, path).toEqual([]);
    }
  });

  it('has no words of buttons', () => {
    const messages = readMessages(`${root}/messages`, languages);
    for (const { path, twin, tree } of markdown) {
      const { copy } = messages[twin.language] as { copy: Record<string, string> };
      expect.soft(wordsIn(tree).includes(copy['failed'] ?? ''), path).toBe(false);
    }
  });

  it.each([
    '/nl/diensten',
    'diensten',
    '#x',
    'http://example.org/',
    'tel:02 501',
    `${site.origin}/nl/bestaat-niet`,
    `${site.origin}/nl#bestaat-niet`,
  ])('fails the check of links for %s', (url) => {
    expect(brokenLinks(parser.parse(`[x](<${url}>)`))).toEqual([url]);
  });
});

describe.each(languages)('llms.txt in $name', (language) => {
  const tree = markdownAt(llmsTxtPath(language));
  const own = publishedPages.filter(({ twin }) => twin.language === language.code);

  it('has the name of the organisation, a summary, and sections that only list links (llmstxt.org)', () => {
    const [title, summary, ...sections] = tree.children;
    expect(title && plainText(title)).toBe(inLanguage(site.organisation.name, language.code));
    expect(summary?.type).toBe('blockquote');
    expect(sections.length).toBeGreaterThan(2);
    for (const [index, node] of sections.entries()) {
      expect(node.type).toBe(index % 2 === 0 ? 'heading' : 'list');
      if (node.type === 'heading') expect(node.depth).toBe(2);
      if (node.type === 'list') {
        for (const item of node.children) {
          const [paragraph] = item.children;
          expect(paragraph?.type === 'paragraph' && paragraph.children[0]?.type).toBe('link');
        }
      }
    }
  });

  it('lists every page once, as Markdown, with its title and summary, and no other page', () => {
    const text = siteFiles.get(llmsTxtPath(language))?.toString() ?? '';
    const pages = linksIn(tree).filter((url) => url.endsWith('.md'));
    expect(pages.sort()).toEqual(own.map(({ path }) => site.origin + markdownPath(path)).sort());
    for (const { twin, path } of own) {
      expect(text).toContain(`](${site.origin}${markdownPath(path)}): ${twin.summary}`);
      expect(wordsIn(tree)).toContain(squeeze(`${twin.title}: ${twin.summary}`));
    }
  });

  it('has only links that answer', () => {
    expect(brokenLinks(tree)).toEqual([]);
  });
});

describe('The neutral llms.txt', () => {
  const tree = markdownAt('/llms.txt');

  it('leads to the one of each language and nowhere else', () => {
    expect(linksIn(tree)).toEqual(languages.map((language) => site.origin + llmsTxtPath(language)));
    expect(brokenLinks(tree)).toEqual([]);
  });

  it('names the organisation in every language', () => {
    const [title] = tree.children;
    for (const { code } of languages) {
      expect(title && plainText(title)).toContain(inLanguage(site.organisation.name, code));
    }
  });
});
