import type { Language } from '../languages/languages.ts';
import type { Page, Site } from './site.ts';

/** What a component needs to render: the site, the page and the language of the page. */
export interface View {
  readonly site: Site;
  readonly page: Page;
  readonly language: Language;
}
