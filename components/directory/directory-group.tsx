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
    <section className="[section+&]:pt-10" data-kind={kind}>
      <h2 id={kind} className="pb-1.5">
        {t(`kinds.${kind}.title`)}
      </h2>
      {isAffiliated(kind) && <p className="pb-2.5 text-sm text-soft">{t(`kinds.${kind}.note`)}</p>}
      <ul className={`border-t ${units.some(isReachable) ? '' : 'pairs'}`} data-search="skip">
        {units.map((contact) => (
          <DirectoryEntry key={contact.id} view={view} contact={contact} />
        ))}
      </ul>
    </section>
  );
}
