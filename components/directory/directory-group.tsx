import { useTranslations } from 'next-intl';
import { isReachable } from '#lib/contacts/channels.ts';
import { type ContactKind, isAffiliated } from '#lib/records/contact.ts';
import { contactsOfKind } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { DirectoryEntry } from './directory-entry.tsx';

/** The units of one kind: heading, note and entries. */
export function DirectoryGroup({ view, kind }: { view: View; kind: ContactKind }) {
  const t = useTranslations();
  const units = contactsOfKind(view.site, kind);
  return (
    <section data-kind={kind}>
      <h2 id={kind}>{t(`kinds.${kind}.title`)}</h2>
      {isAffiliated(kind) && <p className="text-soft">{t(`kinds.${kind}.note`)}</p>}
      {units.some(isReachable) && (
        <div className="column-heads small" aria-hidden="true">
          <span>{t('directory.unit')}</span>
          <span>{t('directory.purpose')}</span>
          <span>{t('directory.phone')}</span>
          <span>{t('directory.email')}</span>
        </div>
      )}
      <ul className="rows" data-search="skip">
        {units.map((contact) => (
          <DirectoryEntry key={contact.id} view={view} contact={contact} />
        ))}
      </ul>
    </section>
  );
}
