import type { Language } from '../languages/languages.ts';
import type { Page, Site } from './site.ts';

/** A page in a language, with its site: what every component receives. */
export interface View {
  readonly site: Site;
  readonly page: Page;
  readonly language: Language;
}
