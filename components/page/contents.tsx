import { useTranslations } from 'next-intl';
import { twinOf, type View } from '#lib/site/site.ts';
import { Links } from '../layout/links.tsx';

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
