import { useTranslations } from 'next-intl';
import type { ContactKind } from '#lib/records/contact.ts';
import { twinOf, type View } from '#lib/site/site.ts';
import { Links } from '../layout/links.tsx';

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
        <Links
          className="inline-block py-2.5"
          links={[
            ...kinds.map((kind) => ({ href: `#${kind}`, text: t(`kinds.${kind}.title`) })),
            ...headings.map(({ anchor, text }) => ({ href: `#${anchor}`, text })),
          ]}
        />
      </ul>
    </nav>
  );
}
