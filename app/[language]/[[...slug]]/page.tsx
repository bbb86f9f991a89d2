import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { PageFrame } from '#components/layout/page-frame.tsx';
import { templates } from '#components/page/templates.tsx';
import { languageOf } from '#lib/languages/languages.ts';
import { pageMetadata } from '#lib/metadata/page-metadata.ts';
import { pageAt, type View } from '#lib/site/site.ts';
import { Faults, isBroken } from '../../(preview)/faults.tsx';
import { PreviewNote } from '../../(preview)/preview-note.tsx';
import { getPreview, getSite } from '../../current-site.ts';

interface Params {
  readonly language: string;
  readonly slug?: string[];
}

interface Properties {
  readonly params: Promise<Params>;
}

const isPreview = process.env.NODE_ENV === 'development';

/** Every path that is not a page's is a 404. */
export const dynamicParams = false;

/** The paths of all pages; none in a preview that can show nothing. */
export function generateStaticParams(): Params[] {
  if (isPreview && getPreview().site === null) return [];
  return getSite().pages.flatMap(({ twins }) =>
    Object.values(twins).map(({ path }) => {
      const [, language = '', ...slug] = path.split('/');
      return { language, slug };
    }),
  );
}

async function viewOf({ params }: Properties): Promise<View> {
  const { language, slug = [] } = await params;
  const path = ['', language, ...slug].join('/');
  const site = getSite();
  const page = pageAt(site, path);
  // In the preview, an editor may have deleted the page since its path was listed.
  if (!page && isPreview) notFound();
  if (!page) throw new Error(`No page at ${path}.`);
  return { site, page, language: languageOf(language) };
}

/** The metadata of a page. */
export async function generateMetadata(properties: Properties): Promise<Metadata> {
  const view = await viewOf(properties);
  const t = await getTranslations({ locale: view.language.code });
  return pageMetadata(view, t('organisation.name'));
}

/** A page in a language, laid out by its template. */
export default async function Page(properties: Properties) {
  const view = await viewOf(properties);
  setRequestLocale(view.language.code);
  const Template = templates[view.page.template];
  return (
    <PageFrame view={view} note={isPreview && <PreviewNote view={view} />}>
      {isPreview && isBroken(view) ? <Faults view={view} /> : <Template view={view} />}
    </PageFrame>
  );
}
