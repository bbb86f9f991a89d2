import { homeKey, pageOf, type View } from '#lib/site/site.ts';
import type { Story } from '../story.ts';
import { DocumentLink } from './document-link.tsx';
import { Publications } from './publications.tsx';
import { sampleDocuments, sampleNames } from './sample-documents.ts';

/** The view of a publication that no site has, about a year with the documents of the catalogue. */
function publicationView(view: View): View {
  const home = pageOf(view.site, homeKey);
  const pages = [2025, 2024].map((year) => ({
    ...home,
    key: `report-${year}`,
    documents: sampleDocuments,
    publication: { year, published: `${year + 1}-03-12` },
    twins: Object.fromEntries(
      Object.entries(home.twins).map(([code, twin]) => [code, { ...twin, documents: [sampleNames.both] }]),
    ),
  }));
  const [page = home] = pages;
  return { ...view, page, site: { ...view.site, pages: [home, ...pages] } };
}

const document = (name: string, title?: string) => (view: View) => (
  <DocumentLink file={name} {...(title && { title })} view={publicationView(view)} />
);

export const stories: readonly Story[] = [
  { name: 'Document: in every language', isContent: true, render: document(sampleNames.both) },
  { name: 'Document: in one language, with an earlier edition', isContent: true, render: document(sampleNames.one) },
  { name: 'Document: a table without a title', isContent: true, render: document(sampleNames.table, 'CSV 2025') },
  {
    name: 'Publications: newest first',
    isContent: true,
    render: (view) => <Publications view={publicationView(view)} />,
  },
];
