import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { twinOf, type View } from '#lib/site/site.ts';
import { Links } from '../layout/links.tsx';
import { PageBody } from './page-body.tsx';

/** The text, two thirds of a wide page, beside its contents or what accompanies it; below each other on a narrow one. */
export function Columns({ view, aside }: { view: View; aside?: ReactNode }) {
  return (
    <div
      className={`grid grid-cols-1 items-start gap-column border-t pt-5 pb-section lg:grid-cols-3 ${aside ? 'print:grid-cols-[1fr_85mm]' : ''}`}
    >
      {!aside && <Contents view={view} />}
      <div className={`prose lg:col-span-2 ${aside ? '' : 'lg:col-start-2'}`}>
        <PageBody view={view} plain />
      </div>
      {aside}
    </div>
  );
}

/** Links to the headings of a page that has at least three. */
export function Contents({ view: { page, language } }: { view: View }) {
  const t = useTranslations();
  const headings = twinOf(page, language.code).headings.filter(({ level }) => level === 2);
  if (headings.length < 3) return null;
  return (
    <nav className="lg:sticky lg:top-6 print:hidden" aria-labelledby="contents">
      <p id="contents" className="pb-2 text-sm font-bold">
        {t('contents')}
      </p>
      <ol className="*:border-t *:border-line">
        <Links
          className="block py-2.75 text-base/[1.35]"
          links={headings.map(({ anchor, text }) => ({ href: `#${anchor}`, text }))}
        />
      </ol>
    </nav>
  );
}
