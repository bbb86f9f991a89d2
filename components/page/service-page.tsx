import { useTranslations } from 'next-intl';
import { endingOf } from '#lib/site/life.ts';
import { contactOf, contactsOfKind, type View } from '#lib/site/site.ts';
import { CallBar } from '../contact-card/call-bar.tsx';
import type { UnitProperties } from '../contact-card/channels.tsx';
import { ContactAside, UnitEnding, UnitLink } from '../contact-card/contact-card.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Updated } from '../layout/updated.tsx';
import { Callout } from '../text/callout.tsx';
import { Columns } from './columns.tsx';

/** The page of a service: what it does, how to reach it, and the other services. */
export function ServicePage({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page } = view;
  if (!page.contact) throw new Error(`The service page "${page.key}" names no contact.`);
  const contact = contactOf(site, page.contact);
  const ending = endingOf(site, contact);
  return (
    <>
      <div className="wrap">
        <PageHeader view={view} kicker={t('service.kind')} />
        {ending ? (
          <Callout title={t('life.title')} className="mb-7">
            <UnitEnding view={view} contact={contact} />
          </Callout>
        ) : (
          <CallBar view={view} contact={contact} />
        )}
        <Columns
          view={view}
          aside={
            <div className="grid gap-column lg:sticky lg:top-6">
              {!ending && <ContactAside view={view} contact={contact} />}
              <OtherServices view={view} contact={contact} />
            </div>
          }
        />
      </div>
      <Updated view={view} />
    </>
  );
}

function OtherServices({ view, contact }: UnitProperties) {
  const t = useTranslations();
  return (
    <nav className="print:hidden" aria-labelledby="others">
      <h2 id="others" className="pb-2 text-lg">
        {t('service.others')}
      </h2>
      <ul className="border-t border-line" data-units>
        {contactsOfKind(view.site, contact.kind)
          .filter(({ id }) => id !== contact.id)
          .map((each) => (
            <li key={each.id} className="flex border-b border-line py-1.5 text-base/[1.4]">
              <UnitLink view={view} contact={each} />
            </li>
          ))}
      </ul>
    </nav>
  );
}
