import { useTranslations } from 'next-intl';
import type { ContactKind } from '#lib/records/contact.ts';
import { twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/** Links to the groups of the directory, and to the parts of the page that follow it. */
export function DirectoryIndex({
  view: { page, language },
  kinds,
}: {
  view: View;
  kinds: readonly ContactKind[];
}) {
  const t = useTranslations();
  const headings = twinOf(page, language.code).headings.filter(({ level }) => level === 2);
  return (
    <nav className="directory-index" aria-labelledby="groups">
      <p id="groups">{t('contents')}</p>
      <ul>
        {kinds.map((kind) => (
          <li key={kind}>
            <a href={`#${kind}`}>{t(`kinds.${kind}.title`)}</a>
          </li>
        ))}
        {headings.map(({ anchor, text }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
