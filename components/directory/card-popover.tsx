import { useTranslations } from 'next-intl';
import { inLanguage } from '#lib/languages/languages.ts';
import type { Contact, View } from '#lib/site/site.ts';
import { ContactDetails } from '../contact-card/contact-details.tsx';

/** A button that opens the card of a unit, without script. */
export function CardPopover({ view, contact }: { view: View; contact: Contact }) {
  const t = useTranslations();
  const id = `card-${contact.id}`;
  const name = inLanguage(contact.name, view.language.code);
  return (
    <div className="card-cell">
      <button type="button" className="link" popoverTarget={id}>
        {t('directory.card')}
        <span className="sr-only"> ({name})</span>
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: it groups no fields */}
      <div id={id} popover="auto" className="card-box" role="group" aria-label={name}>
        <button
          type="button"
          className="link mb-1 ml-auto block text-inherit"
          popoverTarget={id}
          popoverTargetAction="hide"
        >
          {t('menu.close')}
        </button>
        <ContactDetails view={view} contact={contact} level={4} />
      </div>
    </div>
  );
}
