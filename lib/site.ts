import { cache } from 'react';
import { stopsSite } from './content/finding.ts';
import { type LoadResult, loadSite } from './content/load.ts';
import { formatFindings } from './content/report.ts';
import type { Page, Site } from './content/site.ts';
import { sourceReader } from './content/source.ts';
import { type TwinState, twinStatesOf } from './content/twins/overview.ts';
import { type Language, languages } from './i18n/languages.ts';
import { readMessages } from './i18n/read-messages.ts';
import { siteToPublish } from './kept-site.ts';

/** What a component needs to know of where it stands. */
export interface View {
  readonly site: Site;
  readonly page: Page;
  readonly language: Language;
}

const isPreview = process.env.NODE_ENV === 'development';

// The content is read from the disk, which the preview does not watch; this tells it which files a page depends on.
if (process.env.NODE_ENV === 'development') {
  import.meta.glob(['../content/**/*.yaml', '../content/**/*.mdx'], { query: '?raw', eager: true });
}

/**
 * The content of the site. Read once for a build, and once for each request of the preview, where editors change it.
 * @throws Error with all findings in words when the content cannot be published
 */
export const getSite: () => Site = isPreview ? cache(readSite) : once(readSite);

/** How the languages of each page stand to each other, for the preview; also when the content cannot be published. */
export const getTwinStates: () => TwinState[][] = cache(() => twinStatesOf(load().pageStates));

const root = process.cwd();
const load: () => LoadResult = cache(() =>
  loadSite({ root, languages, drafts: isPreview, preview: isPreview }),
);

function readSite(): Site {
  const { site, findings } = isPreview ? load() : siteToPublish(root);
  if (site) return site;
  const reasons = findings.filter((finding) => stopsSite(finding, isPreview));
  const report = formatFindings(reasons, {
    messages: readMessages(root, languages),
    textOf: sourceReader(root),
  });
  throw new Error(`The content cannot be shown:\n\n${report}`);
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
