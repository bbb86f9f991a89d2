import { useTranslations } from 'next-intl';
import type { ContactKind } from '#lib/records/contact.ts';
import { twinOf, type View } from '#lib/site/site.ts';

/** Links to the groups of the directory, and to the sections after it; hidden while the directory is filtered. */
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
    <nav className="border-y border-line py-3 text-sm/[1.6] print:hidden" aria-labelledby="groups">
      <p id="groups" className="font-bold">
        {t('contents')}
      </p>
      <ul className="flex flex-wrap gap-x-7">
        {kinds.map((kind) => (
          <li key={kind}>
            <a className="inline-block py-2.5" href={`#${kind}`}>
              {t(`kinds.${kind}.title`)}
            </a>
          </li>
        ))}
        {headings.map(({ anchor, text }) => (
          <li key={anchor}>
            <a className="inline-block py-2.5" href={`#${anchor}`}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
