import { useTranslations } from 'next-intl';
import { inLanguage } from '#lib/languages/languages.ts';
import { formerUnits } from '#lib/site/life.ts';
import type { View } from '#lib/site/site.ts';
import { UnitEnding } from '../contact-card/unit-ending.tsx';

/** The units that have ended, so that links to their entries lead on. */
export function FormerUnits({ view }: { view: View }) {
  const t = useTranslations();
  const units = formerUnits(view.site);
  if (units.length === 0) return null;
  return (
    <section className="pt-10" aria-labelledby="former">
      <h2 id="former">{t('life.former')}</h2>
      <ul className="border-t" data-search="skip">
        {units.map((contact) => (
          <li key={contact.id} id={contact.id} className="border-b border-line py-2">
            <h3>{inLanguage(contact.name, view.language.code)}</h3>
            <UnitEnding view={view} contact={contact} />
          </li>
        ))}
      </ul>
    </section>
  );
}
