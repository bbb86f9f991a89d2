import type { Language } from '#lib/languages/languages.ts';
import type { RedirectRecord } from '#lib/records/redirects.ts';
import type { SiteSettings } from '#lib/records/settings.ts';
import type { ContactFile, PageFile } from '../read/files.ts';
import type { YamlResult } from '../read/yaml.ts';

/** All content of a site that rules compare with each other. */
export interface WholeSite {
  readonly settings: YamlResult<SiteSettings>;
  readonly redirects: YamlResult<readonly RedirectRecord[]>;
  readonly contacts: readonly ContactFile[];
  readonly pageFiles: readonly PageFile[];
  readonly languages: readonly Language[];
  readonly pageKeys: ReadonlySet<string>;
  /** The keys of the pages that are not published: drafts in any language, news of a later day, a list without entries. */
  readonly draftKeys: ReadonlySet<string>;
  /** The keys of the pages about units that begin later. */
  readonly waitingPages: ReadonlySet<string>;
  /** The keys of the pages that would show an empty list; menus leave them out. */
  readonly emptyLists: ReadonlySet<string>;
  readonly contactIds: ReadonlySet<string>;
}
