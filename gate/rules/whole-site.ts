import type { Language } from '#lib/languages/languages.ts';
import type { RedirectRecord } from '#lib/records/redirects.ts';
import type { SiteSettings } from '#lib/records/settings.ts';
import type { ContactFile, PageFile } from '../read/files.ts';
import type { YamlResult } from '../read/yaml.ts';

/** The files of a site that rules compare with each other. */
export interface SiteFiles {
  readonly settings: YamlResult<SiteSettings>;
  readonly redirects: YamlResult<readonly RedirectRecord[]>;
  readonly contacts: readonly ContactFile[];
  readonly pageFiles: readonly PageFile[];
  readonly languages: readonly Language[];
}

/** The files of a site, and what rules look up among them. */
export interface WholeSite extends SiteFiles {
  readonly pageKeys: ReadonlySet<string>;
  /** The keys of the pages that are drafts in any language. */
  readonly draftKeys: ReadonlySet<string>;
  readonly contactIds: ReadonlySet<string>;
}

export function wholeSite(files: SiteFiles): WholeSite {
  const drafts = files.pageFiles.filter(({ frontMatter }) => frontMatter.value?.draft);
  return {
    ...files,
    pageKeys: new Set(files.pageFiles.map(({ key }) => key)),
    draftKeys: new Set(drafts.map(({ key }) => key)),
    contactIds: new Set(files.contacts.map(({ id }) => id)),
  };
}
