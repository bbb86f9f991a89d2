import { useTranslations } from 'next-intl';
import { contactOf, contactsOfKind } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { ContactAside } from '../contact-card/contact-aside.tsx';
import { UnitLink } from '../directory/unit-link.tsx';
import { Breadcrumb } from '../layout/breadcrumb.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { TranslationNotice } from '../layout/translation-notice.tsx';
import { Updated } from '../layout/updated.tsx';
import { Contents } from './contents.tsx';
import { PageBody } from './page-body.tsx';

/** A service: what it does, how to reach it, and its neighbours. */
export function ServicePage({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page } = view;
  if (!page.contact) throw new Error(`The service page "${page.key}" names no contact.`);
  const contact = contactOf(site, page.contact);
  return (
    <>
      <div className="wrap">
        <Breadcrumb view={view} />
        <PageHeader view={view} kicker={t('service.kind')} />
        <TranslationNotice view={view} />
        <div className="columns">
          <Contents view={view} />
          <div className="prose">
            <PageBody view={view} plain />
          </div>
          <ContactAside view={view} contact={contact} />
        </div>
      </div>
      <nav className="wrap section siblings" aria-labelledby="others">
        <h2 id="others">{t('service.others')}</h2>
        <ul className="units">
          {contactsOfKind(site, contact.kind)
            .filter(({ id }) => id !== contact.id)
            .map((each) => (
              <li key={each.id}>
                <UnitLink view={view} contact={each} />
              </li>
            ))}
        </ul>
      </nav>
      <Updated view={view} />
    </>
  );
}
