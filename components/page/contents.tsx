import { useTranslations } from 'next-intl';
import { twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/** Links to the headings of this page; only where there are enough of them to need it. */
export function Contents({ view: { page, language } }: { view: View }) {
  const t = useTranslations();
  const headings = twinOf(page, language.code).headings.filter(({ level }) => level === 2);
  if (headings.length < 3) return null;
  return (
    <nav className="page-contents" aria-labelledby="contents">
      <p id="contents">{t('contents')}</p>
      <ol>
        {headings.map(({ anchor, text }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{text}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
