import { twinOf, type View } from '#lib/site/site.ts';
import { type Story, serviceView } from '../story.ts';
import { PageHeader, TranslationNotice } from './page-header.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

/** The page as a translation that awaits review. */
function translated(view: View): View {
  const { page, language, site } = view;
  const original = site.languages.find(({ code }) => code !== language.code) ?? language;
  const twin = { ...twinOf(page, language.code), translatedFrom: original.code };
  return { ...view, page: { ...page, twins: { ...page.twins, [language.code]: twin } } };
}

export const stories: readonly Story[] = [
  { name: 'Header on the home page', render: (view) => <SiteHeader view={view} /> },
  { name: 'Header inside a section', render: (view) => <SiteHeader view={serviceView(view)} /> },
  {
    name: 'Breadcrumb and page header',
    render: (view) => (
      <div className="wrap">
        <PageHeader view={serviceView(view)} kicker="Kicker" />
      </div>
    ),
  },
  {
    name: 'Translation notice',
    render: (view) => (
      <div className="wrap">
        <TranslationNotice view={translated(view)} />
      </div>
    ),
  },
  { name: 'Footer', render: (view) => <SiteFooter view={view} /> },
  {
    name: 'Choice of language, 404',
    render: () => ['/', '/404'].map((path) => <iframe key={path} title={path} src={path} width="100%" height="700" />),
  },
];
