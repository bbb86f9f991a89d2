import { useTranslations } from 'next-intl';
import { contactsOfKind } from '#lib/content/site.ts';
import type { View } from '#lib/site.ts';
import { RegisterEntry } from './register-entry.tsx';
import { Units } from './units.tsx';

/** The register of all units, grouped by kind. Each entry has the unit's id as its anchor. */
export function Directory({ view }: { view: View }) {
  const t = useTranslations();
  return (
    <div className="register">
      <section>
        <h2 id="support-service">{t('directory.support')}</h2>
        <div className="column-heads small" aria-hidden="true">
          <span>{t('directory.unit')}</span>
          <span>{t('directory.purpose')}</span>
          <span>{t('directory.phone')}</span>
          <span>{t('directory.email')}</span>
        </div>
        <ul className="rows">
          {contactsOfKind(view.site, 'support-service').map((contact) => (
            <RegisterEntry key={contact.id} view={view} contact={contact} />
          ))}
        </ul>
      </section>
      <section>
        <h2 id="attached-service">{t('directory.attached')}</h2>
        <p className="tw:text-soft">{t('directory.attachedNote')}</p>
        <Units view={view} kind="attached-service" targets />
      </section>
      <section>
        <h2 id="cultural-institution">{t('directory.cultural')}</h2>
        <p className="tw:text-soft">{t('directory.culturalNote')}</p>
        <Units view={view} kind="cultural-institution" targets />
      </section>
    </div>
  );
}
