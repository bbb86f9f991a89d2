import type { ComponentType } from 'react';
import type { Page, View } from '#lib/site/site.ts';
import { HomePage } from './home-page.tsx';
import { NewsPage } from './news-page.tsx';
import { PublicationPage } from './publication-page.tsx';
import { SectionsPage } from './sections-page.tsx';
import { ServicePage } from './service-page.tsx';
import { TextPage } from './text-page.tsx';

/** The component of each template that front matter can name. */
export const templates: Record<Page['template'], ComponentType<{ view: View }>> = {
  home: HomePage,
  publication: PublicationPage,
  sections: SectionsPage,
  service: ServicePage,
  news: NewsPage,
  text: TextPage,
};
