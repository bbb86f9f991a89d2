import type { ListItem, RootContent } from 'mdast';
import { inLanguage, type Language } from '../languages/languages.ts';
import { openData } from '../open-data/data-paths.ts';
import { headOf, itemOf, markdownPath, writeMarkdown } from '../site/markdown.ts';
import { childrenOf, homeKey, type Page, pageOf, type Site, twinOf } from '../site/site.ts';

/* llms.txt (llmstxt.org): what the site offers to programs that read text, as Markdown. */

/** The names of the data files for programs; the table for Excel has the same data. */
type DataTitles = Readonly<Record<Exclude<keyof typeof openData, 'excel'>, string>>;

/** The path of llms.txt in a language. */
export function llmsTxtPath({ code }: Language): string {
  return `/${code}/llms.txt`;
}

/**
 * The pages of the site in a language: first the home page and the pages below it that have no pages of their own, then each branch. The
 * branch of the directory includes its open data.
 * @param dataTitles names of the data files
 */
export function llmsTxt(site: Site, language: Language, dataTitles: DataTitles): string {
  const home = pageOf(site, homeKey);
  const { label, summary } = twinOf(home, language.code);
  const top = childrenOf(site, homeKey);
  const branches = top.filter(({ key }) => childrenOf(site, key).length > 0);
  const alone = [home, ...top.filter((page) => !branches.includes(page))];
  const item = (page: Page) => {
    const { title, summary: about, path } = twinOf(page, language.code);
    return link(title, site.origin + markdownPath(path), about);
  };
  const children = [
    ...headOf(inLanguage(site.organisation.name, language.code), summary),
    ...section(label, alone.map(item)),
    ...branches.flatMap((page) => {
      const pages = withDescendants(site, page);
      const data = pages.some(({ key }) => key === site.directory) ? dataLinks(site, dataTitles) : [];
      return section(twinOf(page, language.code).label, [...pages.map(item), ...data]);
    }),
  ];
  return writeMarkdown({ type: 'root', children });
}

/** The neutral llms.txt: the one of each language. `summary`: the site in a sentence per language. */
export function neutralLlmsTxt(site: Site, summary: string): string {
  const names = site.languages.map(({ code }) => inLanguage(site.organisation.name, code));
  const sections = site.languages.flatMap((language) => {
    const name = inLanguage(site.organisation.name, language.code);
    const about = twinOf(pageOf(site, homeKey), language.code).summary;
    return section(language.name, [link(name, site.origin + llmsTxtPath(language), about)]);
  });
  return writeMarkdown({ type: 'root', children: [...headOf(names.join(' – '), summary), ...sections] });
}

function withDescendants(site: Site, page: Page): Page[] {
  return [page, ...childrenOf(site, page.key).flatMap((child) => withDescendants(site, child))];
}

function dataLinks({ origin }: Site, titles: DataTitles): ListItem[] {
  return (['csv', 'json', 'schema'] as const).map((kind) => link(titles[kind], origin + openData[kind], null));
}

function section(title: string, children: ListItem[]): RootContent[] {
  return [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: title }] },
    { type: 'list', spread: false, children },
  ];
}

function link(title: string, url: string, about: string | null): ListItem {
  return itemOf({ words: title, url }, about === null ? '' : `: ${about}`);
}
