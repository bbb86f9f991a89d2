import { useTranslations } from 'next-intl';
import { isReachable } from '#lib/contacts/channels.ts';
import { type ContactKind, isAffiliated } from '#lib/records/contact.ts';
import { contactsOfKind, type View } from '#lib/site/site.ts';
import { DirectoryEntry } from './directory-entry.tsx';

/** The units of one kind: heading, note and entries. */
export function DirectoryGroup({ view, kind }: { view: View; kind: ContactKind }) {
  const t = useTranslations();
  const units = contactsOfKind(view.site, kind);
  return (
    <section className="[section+&]:pt-12" data-kind={kind}>
      <h2 id={kind} className="pb-3.5 text-2xl/[1.14]">
        {t(`kinds.${kind}.title`)}
      </h2>
      {isAffiliated(kind) && <p className="pb-3.5 text-soft">{t(`kinds.${kind}.note`)}</p>}
      {units.some(isReachable) && (
        <div className="column-heads hidden py-2 text-sm text-soft xl:grid print:hidden" aria-hidden="true">
          <span>{t('directory.unit')}</span>
          <span>{t('directory.purpose')}</span>
          <span>{t('directory.phone')}</span>
          <span>{t('directory.email')}</span>
        </div>
      )}
      <ul className="border-t" data-search="skip">
        {units.map((contact) => (
          <DirectoryEntry key={contact.id} view={view} contact={contact} />
        ))}
      </ul>
    </section>
  );
}
