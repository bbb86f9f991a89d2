import { existsSync } from 'node:fs';
import path from 'node:path';
import { loadSite } from '#gate/load.ts';
import { dayOfNews, folderOfPage, isPageKey, type PageFile, pathOf } from '#gate/read/files.ts';
import { isNewsList } from '#gate/rules/news.ts';
import type { frontMatterSchema } from '#lib/records/page.ts';
import { homeKey } from '#lib/site/site.ts';
import { type Changes, filesIn, type Project, Refusal } from './project.ts';
import { translatorOf } from './report/describe.ts';

/** What a key makes: a page, an item of news or a publication, or the page that lists those. */
type Kind = 'page' | 'news' | 'newsList' | 'publication' | 'publicationList';

/** The pages that list others: their body, and the keys of the messages with their title and slug. */
const lists: Partial<Record<Kind, Readonly<Record<'body' | 'title' | 'slug', string>>>> = {
  newsList: { body: '<NewsList />', title: 'newsTitle', slug: 'newsSlug' },
  publicationList: { body: '<Publications />', title: 'publicationsTitle', slug: 'publicationsSlug' },
};

function kindOf(key: string): Kind {
  if (dayOfNews(key) !== null) return 'news';
  if (key.startsWith('publications/')) return 'publication';
  return key === 'news' ? 'newsList' : key === 'publications' ? 'publicationList' : 'page';
}

/**
 * A draft of a page: one twin per language, with every field explained in that language. `news` and `publications` are the pages that
 * list news and reports; what is below them is an item of news or a report.
 * @param key a key with a slash (`services/archive`) is a page below another one
 * @param day the day of the last change, YYYY-MM-DD
 * @throws Refusal when the key is invalid or taken, or when the page above is missing or faulty
 */
export function newPage(project: Project, key: string, day: string): Changes {
  const kind = kindOf(key);
  const isNews = kind === 'news';
  // What is below `news` without a day is an item that lacks its day.
  const isUndated = key.startsWith('news/') && !isNews;
  if ((!isPageKey(key) && !isNews) || isUndated) throw new Refusal('badKey', { key });
  const folder = folderOfPage(key);
  if (existsSync(path.join(project.root, folder))) throw new Refusal('exists', { key });
  const name = key.slice(key.lastIndexOf('/') + 1);
  const list = lists[kind];
  const parents = parentSlugs(project, key, isNews);
  return new Map(
    project.languages.map(({ code }) => {
      const parent = parents.get(code);
      const own = list ? translatorOf(project.messages, code)(`new.${list.slug}`) : name;
      const slug = parent === undefined ? own : `${parent}/${own}`;
      return [`${folder}/${code}.mdx`, draft(project, code, { slug, name, day, kind })];
    }),
  );
}

/** The slugs of the page above, by language: for news, of the page that lists it; none for a page of the first level. */
function parentSlugs({ root, languages }: Project, key: string, isNews: boolean): Map<string, string> {
  const parent = key.slice(0, Math.max(key.lastIndexOf('/'), 0));
  if (parent === '') return new Map();
  const { pageStates } = loadSite({ root, languages, drafts: true });
  const isParent = isNews ? isNewsList : (each: PageFile) => each.key === parent;
  const twins = pageStates.find((each) => each.twins.some(isParent))?.twins;
  if (!twins) throw new Refusal(isNews ? 'noNewsList' : 'noParent', { key, parent });
  const slugs = twins.flatMap((twin): [string, string][] => {
    const pagePath = pathOf(twin);
    return pagePath === null ? [] : [[twin.language, pagePath.split('/').slice(2).join('/')]];
  });
  if (slugs.length < languages.length) throw new Refusal('parentFaulty', { parent });
  return new Map(slugs);
}

type Fields = Partial<Record<keyof typeof frontMatterSchema.shape, string>>;

/** The text of a twin: every field with its explanation; fields that most pages do not need are commented out. */
function draft(
  { root, languages, messages }: Project,
  code: string,
  { slug, name, day, kind }: Readonly<Record<'slug' | 'name' | 'day', string>> & { readonly kind: Kind },
): string {
  const translate = translatorOf(messages, code);
  const say = (key: string) => translate(`new.${key}`);
  const year = /\d{4}$/.exec(name)?.[0] ?? day.slice(0, 4);
  const wanted: Fields = {
    title: kind === 'publication' ? `${say('reportTitle')} ${year}` : say(lists[kind]?.title ?? 'titleValue'),
    summary: say('summaryValue'),
    slug,
    template: kind === 'news' || kind === 'publication' ? kind : 'text',
    ...(kind === 'publication' && { year, published: day }),
    updated: day,
    draft: 'true',
  };
  const optional: Fields = {
    label: say('labelValue'),
    teaser: say('teaserValue'),
    keywords: say('keywordsValue'),
    index: say('indexValue'),
    image: 'foto.jpg',
    order: '10',
    contact: firstContact(root),
    year,
    published: day,
    units: `[${firstContact(root)}]`,
    pages: `[${homeKey}]`,
    changes: `[{ day: ${day}, text: ${say('changeValue')} }]`,
    translatedFrom: languages.find((each) => each.code !== code)?.code ?? '',
  };
  const explain = (field: string) => `# ${capitalised(translate(`fields.page.${field}`))}`;
  return [
    '---',
    `# ${say('intro')}`,
    '',
    ...Object.entries(wanted).flatMap(([field, value]) => [explain(field), `${field}: ${value}`]),
    '',
    `# ${say('optional')}`,
    ...Object.entries(optional)
      .filter(([field]) => !(field in wanted))
      .flatMap(([field, value]) => [explain(field), `# ${field}: ${value}`]),
    '---',
    '',
    lists[kind]?.body ?? `## ${say('heading')}\n\n${say('body')}`,
    ...(kind === 'publication' ? ['', say('documentNote').replace('NAME', `${name}-${code}.pdf`)] : []),
    '',
  ].join('\n');
}

function firstContact(root: string): string {
  const [file = ''] = filesIn(root, 'content/contacts/*.yaml');
  return path.basename(file, '.yaml');
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
