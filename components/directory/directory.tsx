import { useTranslations } from 'next-intl';
import { isReachable } from '#lib/contacts/channels.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { type ContactKind, contactKinds, isAffiliated } from '#lib/records/contact.ts';
import { formerUnits } from '#lib/site/life.ts';
import { contactsOfKind, type View } from '#lib/site/site.ts';
import { UnitEnding } from '../contact-card/contact-card.tsx';
import { ElementScript } from '../element-script.tsx';
import { DirectoryEntry, FormerAnchors } from './directory-entry.tsx';
import { FilterControls } from './filter-controls.tsx';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'directory-filter': { className: string; counts: string; children: ReactNode };
    }
  }
}

/** All units, grouped by kind. The id of a unit is the anchor of its entry. With script, the directory can be filtered. */
export function Directory({ view }: { view: View }) {
  const t = useTranslations();
  const { site } = view;
  const kinds = contactKinds.filter((kind) => contactsOfKind(site, kind).length > 0);
  const counts = [0, ...site.contacts.keys().map((index) => index + 1)];
  return (
    <directory-filter className="block" counts={counts.map((count) => t('directory.count', { count })).join('|')}>
      <FilterControls view={view} kinds={kinds} />
      <div className="noscript:pt-6" data-entries>
        {kinds.map((kind) => (
          <DirectoryGroup key={kind} view={view} kind={kind} />
        ))}
      </div>
      <FormerUnits view={view} />
      <ElementScript name="directory-filter" />
    </directory-filter>
  );
}

/** The units of one kind: heading, note and entries. */
function DirectoryGroup({ view, kind }: { view: View; kind: ContactKind }) {
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

/** The units that have ended, so that links to their entries lead on. */
function FormerUnits({ view }: { view: View }) {
  const t = useTranslations();
  const units = formerUnits(view.site);
  if (units.length === 0) return null;
  return (
    <section className="pt-10" aria-labelledby="former">
      <h2 id="former">{t('life.former')}</h2>
      <ul className="border-t" data-search="skip">
        {units.map((contact) => (
          <li key={contact.id} id={contact.id} className="border-b border-line py-2">
            <h3>
              <FormerAnchors contact={contact} />
              {inLanguage(contact.name, view.language.code)}
            </h3>
            <UnitEnding view={view} contact={contact} />
          </li>
        ))}
      </ul>
    </section>
  );
}
