import type { Metadata } from 'next';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { PageFrame } from '#components/layout/page-frame.tsx';
import { templates } from '#components/page/templates.tsx';
import { pageAt } from '#lib/content/site.ts';
import { languageOf } from '#lib/i18n/languages.ts';
import { addressesToRender } from '#lib/kept-pages.ts';
import { pageMetadata } from '#lib/metadata.ts';
import { getSite, type View } from '#lib/site.ts';

interface Properties {
  params: Promise<{ language: string; slug?: string[] }>;
}

/** Only paths of the registry exist; every other one is a 404. */
export const dynamicParams = false;

/** The pages to render: those of which no earlier build has the very same document, which publishing adds. */
export function generateStaticParams() {
  return addressesToRender(process.cwd(), getSite()).map((address) => {
    const [, language = '', ...slug] = address.split('/');
    return { language, slug };
  });
}

async function viewOf({ params }: Properties): Promise<View> {
  const { language, slug = [] } = await params;
  const site = getSite();
  const page = pageAt(site, ['', language, ...slug].join('/'));
  if (!page) throw new Error(`No page at /${[language, ...slug].join('/')}.`);
  return { site, page, language: languageOf(language) };
}

export async function generateMetadata(properties: Properties): Promise<Metadata> {
  const view = await viewOf(properties);
  const t = await getTranslations({ locale: view.language.code });
  return pageMetadata(view, t('organisation.name'));
}

export default async function Page(properties: Properties) {
  const view = await viewOf(properties);
  setRequestLocale(view.language.code);
  const Template = templates[view.page.template];
  return (
    <PageFrame view={view}>
      <Template view={view} />
    </PageFrame>
  );
}
