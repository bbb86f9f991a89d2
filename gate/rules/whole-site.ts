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
  /** The keys of the pages that are drafts in any language. */
  readonly draftKeys: ReadonlySet<string>;
  readonly contactIds: ReadonlySet<string>;
}
