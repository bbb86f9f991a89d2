import { stateOn } from '#lib/site/life.ts';
import { type Finding, rule } from '../finding/finding.ts';
import { type ContactFile, dayOfNews, type PageFile, parentPath, pathOf, type WholeSite } from '../read/files.ts';
import { checkContactId } from './contacts.ts';
import { checkPageKey } from './pages.ts';

/* News: items in `content/news/`, and the page that lists them. */

export const wrongTemplate = rule({ code: 'C251', severity: 'error', guide: 'pageFields' });
export const missingNewsList = rule({ code: 'C253', severity: 'error', guide: 'news' });
export const misplacedNews = rule({ code: 'C254', severity: 'error', guide: 'pageFields' });
export const emptyNewsList = rule({ code: 'C255', severity: 'warning', guide: 'news' });

/** The keys of what is not published yet: drafts, news of a later day, pages about units that begin later, and an empty list of news. */
export function unpublishedKeys(
  pageFiles: readonly PageFile[],
  contacts: readonly ContactFile[],
  day: string | undefined,
): Pick<WholeSite, 'draftKeys' | 'emptyLists' | 'waitingPages'> {
  const drafts = pageFiles.filter(({ frontMatter }) => frontMatter.value?.draft).map(({ key }) => key);
  const planned = contacts.flatMap(({ contact }) =>
    contact && stateOn(contact, day ?? null) === 'planned' ? contact : [],
  );
  const isLater = ({ key }: PageFile) => day !== undefined && (dayOfNews(key) ?? '') > day;
  const waits = ({ key, frontMatter }: PageFile) =>
    planned.some(({ id, page }) => page === key || frontMatter.value?.contact === id);
  const waitingPages = new Set(pageFiles.filter(waits).map(({ key }) => key));
  const hidden = new Set([...drafts, ...pageFiles.filter(isLater).map(({ key }) => key), ...waitingPages]);
  const hasNews = pageFiles.some(({ key }) => dayOfNews(key) !== null && !hidden.has(key));
  const emptyLists = new Set(hasNews ? [] : pageFiles.filter(isNewsList).map(({ key }) => key));
  return { draftKeys: hidden.union(emptyLists), emptyLists, waitingPages };
}

/** Whether a page lists the news. */
export function isNewsList({ body }: PageFile): boolean {
  return body?.components.has('NewsList') ?? false;
}

/** C251 and C253 to C255, C052 and C053: news has its template, its list, and names units and pages that exist. */
export function checkNews(site: WholeSite): Finding[] {
  const { pageFiles, emptyLists } = site;
  const lists = pageFiles.filter(isNewsList);
  const paths = new Set(lists.map(pathOf));
  const news = pageFiles.filter(({ key }) => dayOfNews(key) !== null);
  const [first] = news;
  // The list may be a page that cannot be read.
  const isReadable = pageFiles.every(({ body, frontMatter }) => body && frontMatter.value);
  return [
    ...pageFiles.flatMap(checkTemplate),
    ...news.flatMap(({ frontMatter: { value, place } }) => [
      ...(value?.units ?? []).flatMap((id, index) => checkContactId(id, place(['units', index]), site)),
      ...(value?.pages ?? []).flatMap((key, index) => checkPageKey(key, place(['pages', index]), site)),
    ]),
    ...(first && lists.length === 0 && isReadable ? [missingNewsList.at(first.frontMatter.place([]))] : []),
    ...news.flatMap((item) => {
      const path = pathOf(item);
      if (!item.frontMatter.value || path === null || lists.length === 0 || paths.has(parentPath(path))) return [];
      const list = lists.find(({ language }) => language === item.language) ?? lists[0];
      const above = list?.frontMatter.value?.slug ?? '';
      return [misplacedNews.at(item.frontMatter.place(['slug']), { suggestion: `${above}/${path.split('/').at(-1)}` })];
    }),
    ...lists
      .filter(({ key, frontMatter }) => emptyLists.has(key) && !frontMatter.value?.draft)
      .map(({ frontMatter }) => emptyNewsList.at(frontMatter.place([]))),
  ];
}

/** C251: the template `news` is for news, and news has no other. */
function checkTemplate({ key, frontMatter: { value, place } }: PageFile): Finding[] {
  const isNews = dayOfNews(key) !== null;
  if (!value || isNews === (value.template === 'news')) return [];
  return [wrongTemplate.at(place(['template']), { kind: isNews ? 'news' : 'page' })];
}
