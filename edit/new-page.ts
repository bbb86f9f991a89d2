import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { loadSite } from '#gate/load.ts';
import { type PageFile, pathOf } from '#gate/read/files.ts';
import { dayOfNews, folderOfPage, isPageKey } from '#gate/read/places.ts';
import { isNewsList } from '#gate/rules/news.ts';
import type { frontMatterSchema } from '#lib/records/page.ts';
import { homeKey } from '#lib/site/site.ts';
import type { Changes } from './changes.ts';
import { type Project, Refusal } from './project.ts';
import { translatorOf } from './report/describe.ts';

/**
 * A draft of a page: one twin per language, with every field explained in that language.
 * @param key a key with a slash (`services/archive`) is a page below another one
 * @param day the day of the last change, YYYY-MM-DD
 * @throws Refusal when the key is invalid or taken, or when the page above is missing or faulty
 */
export function newPage(project: Project, key: string, day: string): Changes {
  const isNews = dayOfNews(key) !== null;
  if (!isPageKey(key) && !isNews) throw new Refusal('badKey', { key });
  const folder = folderOfPage(key);
  if (existsSync(path.join(project.root, folder))) throw new Refusal('exists', { key });
  const name = key.slice(key.lastIndexOf('/') + 1);
  const parents = parentSlugs(project, key, isNews);
  const kind = isNews ? 'news' : key === 'news' ? 'list' : 'page';
  return new Map(
    project.languages.map(({ code }) => {
      const parent = parents.get(code);
      const own = kind === 'list' ? translatorOf(project.messages, code)('new.newsSlug') : name;
      const slug = parent === undefined ? own : `${parent}/${own}`;
      return [`${folder}/${code}.mdx`, draft(project, code, { slug, day, kind })];
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
  { slug, day, kind }: { readonly slug: string; readonly day: string; readonly kind: 'page' | 'list' | 'news' },
): string {
  const translate = translatorOf(messages, code);
  const say = (key: string) => translate(`new.${key}`);
  const wanted: Fields = {
    title: say(kind === 'list' ? 'newsTitle' : 'titleValue'),
    summary: say('summaryValue'),
    slug,
    template: kind === 'news' ? 'news' : 'text',
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
    year: day.slice(0, 4),
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
    ...Object.entries(optional).flatMap(([field, value]) => [explain(field), `# ${field}: ${value}`]),
    '---',
    '',
    ...(kind === 'list' ? ['<NewsList />'] : [`## ${say('heading')}`, '', say('body')]),
    '',
  ].join('\n');
}

/** The id of the first contact, as an example. */
function firstContact(root: string): string {
  const [file = ''] = globSync('content/contacts/*.yaml', { cwd: root }).sort();
  return path.basename(file, '.yaml');
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
