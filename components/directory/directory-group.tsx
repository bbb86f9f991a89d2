import { useTranslations } from 'next-intl';
import { isReachable } from '#lib/contacts/channels.ts';
import type { ContactKind } from '#lib/records/contact.ts';
import { contactsOfKind } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { DirectoryEntry } from './directory-entry.tsx';
import type { groups } from './groups.ts';

/** One group of the directory: its heading, what there is to say about it, and its units. */
export function DirectoryGroup({
  view,
  kind,
  title,
  note,
}: { view: View; kind: ContactKind } & (typeof groups)[ContactKind]) {
  const t = useTranslations();
  const units = contactsOfKind(view.site, kind);
  return (
    <section data-kind={kind}>
      <h2 id={kind}>{t(title)}</h2>
      {note && <p className="text-soft">{t(note)}</p>}
      {units.some(isReachable) && (
        <div className="column-heads small" aria-hidden="true">
          <span>{t('directory.unit')}</span>
          <span>{t('directory.purpose')}</span>
          <span>{t('directory.phone')}</span>
          <span>{t('directory.email')}</span>
        </div>
      )}
      <ul className="rows">
        {units.map((contact) => (
          <DirectoryEntry key={contact.id} view={view} contact={contact} />
        ))}
      </ul>
    </section>
  );
}
