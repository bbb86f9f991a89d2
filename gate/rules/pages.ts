import { type FrontMatter, sharedFields } from '#lib/records/page.ts';
import { homeKey } from '#lib/site/site.ts';
import { type Finding, type Place, rule, startOfFile, suggestionFor } from '../finding/finding.ts';
import { folderOfPage, type PageFile, parentPath, pathOf, type WholeSite } from '../read/files.ts';
import { unknownChoice, wrongForm } from './fields.ts';
import type { PathRegister } from './paths.ts';

export const missingTwin = rule({ code: 'C011', severity: 'error', guide: 'newPage' });
export const unequalField = rule({ code: 'C012', severity: 'error', guide: 'pageFields' });
export const repeatedPath = rule({ code: 'C013', severity: 'error', guide: 'pageFields' });
export const missingParent = rule({ code: 'C014', severity: 'error', guide: 'pageFields' });
export const unequalParents = rule({ code: 'C015', severity: 'error', guide: 'pageFields' });
/** Something published that depends on a draft. */
export const linkToDraft = rule({ code: 'C016', severity: 'error', guide: 'drafts' });
/** Keywords in one twin and not in the other, or fewer words of the index. */
export const missingKeywords = rule({ code: 'C017', severity: 'error', guide: 'pageFields' });
export const repeatedEntry = rule({ code: 'C058', severity: 'error', guide: 'places' });
export const repeatedTitle = rule({ code: 'C059', severity: 'warning', guide: 'pageFields' });
export const unknownPage = rule({ code: 'C053', severity: 'error', guide: 'places' });
export const missingHomePage = rule({ code: 'C054', severity: 'error', guide: 'places' });

/** C011, C012 and C017: every page exists in every language, and twins agree on the fields that describe the page. */
export function checkPages(site: WholeSite, { entries }: Pick<PathRegister, 'entries'>): Finding[] {
  const { pageFiles } = site;
  const pages = [...Map.groupBy(pageFiles, ({ key }) => key).values()];
  const hasHome = site.pageKeys.has(homeKey);
  return [
    ...pages.flatMap((twins) => [
      ...checkLanguages(twins, site),
      ...checkOriginals(twins, site),
      ...checkSharedFields(twins),
      ...checkKeywords(twins),
    ]),
    ...checkPaths(pageFiles, new Map(entries.map(({ path, key }) => [path, key]))),
    ...checkTitles(pageFiles),
    ...(hasHome ? [] : [missingHomePage.at(startOfFile('content/pages'), { key: homeKey })]),
    ...checkParents(site),
  ];
}

function checkLanguages(twins: readonly PageFile[], { languages }: WholeSite): Finding[] {
  const [first] = twins;
  if (!first) return [];
  const { key, frontMatter } = first;
  return languages
    .filter(({ code }) => !twins.some(({ language }) => language === code))
    .map(({ code }) =>
      missingTwin.at(frontMatter.place([]), { key, language: code, missing: `${folderOfPage(key)}/${code}.mdx` }),
    );
}

/** A twin is translated from another language of the site. */
function checkOriginals(twins: readonly PageFile[], { languages }: WholeSite): Finding[] {
  const field = 'translatedFrom';
  return twins.flatMap(({ language, frontMatter }) => {
    const original = frontMatter.value?.[field];
    const allowed = languages.map(({ code }) => code).filter((code) => code !== language);
    if (original === undefined || allowed.includes(original)) return [];
    const details = { field, allowed: allowed.join(', '), suggestion: 'none' };
    return [unknownChoice.at(frontMatter.place([field]), details)];
  });
}

function checkSharedFields([first, ...others]: readonly PageFile[]): Finding[] {
  return others.flatMap(({ frontMatter }) => {
    const [there, here] = [first?.frontMatter.value, frontMatter.value];
    if (!first || !there || !here) return [];
    return sharedFields
      .filter((field) => show(here[field]) !== show(there[field]))
      .map((field) =>
        unequalField.at(frontMatter.place([field]), {
          field,
          here: show(here[field]),
          there: show(there[field]),
          twin: first.file,
        }),
      );
  });
}

/** C017: a page with keywords has them in every language, and as many words of the index in each. */
function checkKeywords(twins: readonly PageFile[]): Finding[] {
  const counts = {
    keywords: (value: FrontMatter) => Number(value.keywords !== undefined),
    index: (value: FrontMatter) => value.index?.length ?? 0,
  };
  return Object.entries(counts).flatMap(([field, count]) => {
    const most = Math.max(...twins.map(({ frontMatter: { value } }) => (value ? count(value) : 0)));
    return twins
      .filter(({ frontMatter: { value } }) => value && count(value) < most)
      .map(({ frontMatter }) => missingKeywords.at(frontMatter.place([]), { field }));
  });
}

function show(value: FrontMatter[keyof FrontMatter]): string {
  return value === undefined ? '–' : String(value);
}

function filesByPath(pageFiles: readonly PageFile[]): Map<string, PageFile> {
  const byPath = new Map<string, PageFile>();
  for (const file of pageFiles) {
    const path = pathOf(file);
    if (path !== null && !byPath.has(path)) byPath.set(path, file);
  }
  return byPath;
}

/** C059: each title belongs to one page. */
function checkTitles(pageFiles: readonly PageFile[]): Finding[] {
  const owners = new Map<string, string>();
  return pageFiles.flatMap(({ key, language, frontMatter: { value, place } }) => {
    if (!value) return [];
    const title = `${language} ${value.title}`;
    const other = owners.get(title);
    owners.set(title, other ?? key);
    return other ? [repeatedTitle.at(place(['title']), { title: value.title, other })] : [];
  });
}

/**
 * C013: each path belongs to one page.
 * @param registered the keys of the pages that had the paths before: a copy of a page is at fault, not the original
 */
function checkPaths(pageFiles: readonly PageFile[], registered: ReadonlyMap<string, string>): Finding[] {
  const isOwner = (file: PageFile) => registered.get(pathOf(file) ?? '') === file.key;
  const byPath = filesByPath([...pageFiles.filter(isOwner), ...pageFiles]);
  return pageFiles.flatMap((file) => {
    const path = pathOf(file);
    const owner = path === null ? undefined : byPath.get(path);
    if (path === null || !owner || owner === file) return [];
    return [repeatedPath.at(file.frontMatter.place(['slug']), { kind: 'page', path, other: owner.file })];
  });
}

/** C014 to C016: each page has a parent, the same one in all languages, and published when the page is. */
function checkParents({ pageFiles }: WholeSite): Finding[] {
  const byPath = filesByPath(pageFiles);
  const parents = new Map<string, { parent: string; file: string }>();
  return pageFiles.flatMap((file): Finding[] => {
    const { key, frontMatter } = file;
    const { value } = frontMatter;
    const path = pathOf(file);
    if (!value || path === null) return [];
    const slug = frontMatter.place(['slug']);
    if ((key === homeKey) !== (value.slug === '')) {
      return [wrongForm.at(slug, { field: 'slug', kind: 'other', value: value.slug })];
    }
    if (key === homeKey) return [];
    const parent = byPath.get(parentPath(path));
    if (!parent) {
      // The parent may be a page whose slug cannot be read, which has a finding of its own.
      const isHidden = pageFiles.some((each) => each.language === file.language && pathOf(each) === null);
      return isHidden ? [] : [missingParent.at(slug, { path, parent: parentPath(path) })];
    }
    const known = parents.get(key);
    parents.set(key, { parent: parent.key, file: file.file });
    const findings: Finding[] = [];
    if (known && known.parent !== parent.key) {
      findings.push(unequalParents.at(slug, { here: parent.key, there: known.parent, twin: known.file }));
    }
    if (parent.frontMatter.value?.draft && !value.draft) {
      findings.push(linkToDraft.at(slug, { key: parent.key }));
    }
    return findings;
  });
}

/** C053 and C016: a record may only refer to a page that exists and is published. */
export function checkPageKey(key: string, place: Place, site: WholeSite): Finding[] {
  if (!site.pageKeys.has(key)) return [unknownPage.at(place, { key, suggestion: keyMeant(key, site) })];
  return site.draftKeys.has(key) ? [linkToDraft.at(place, { key })] : [];
}

/** The key of the page that a writer named by its path, its slug, its file, its title or its label; `none` without a page like that. */
export function keyMeant(written: string, { pageFiles, pageKeys, languages }: WholeSite): string {
  const codes = languages.map(({ code }) => code).join('|');
  const end = new RegExp(`(?:/(?:${codes}))?(?:\\.mdx|\\.html)?/*$`);
  const text = written.replace(/^(?:page:|(?:\.*\/)*content\/pages\/|https?:\/\/[^/]*)/, '').replace(end, '');
  const path = `/${text.replace(/^\/+/, '')}`;
  const page = pageFiles.find((each) => {
    const { title, label } = each.frontMatter.value ?? {};
    const isPath = [path, `/${each.language}${path}`].includes(pathOf(each) ?? '');
    return isPath || [title, label].includes(written);
  });
  return page?.key ?? suggestionFor(text, pageKeys);
}
