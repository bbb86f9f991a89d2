import { useTranslations } from 'next-intl';
import { addressLines } from '#lib/contacts/address.ts';
import { isReachable } from '#lib/contacts/channels.ts';
import { hiddenWords } from '#lib/contacts/hidden-words.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { type Contact, twinOf } from '#lib/site/site.ts';
import { Email, MainPhone, Phone, type UnitProperties, Website } from '../contact-card/channels.tsx';
import { ContactDetails, UnitLink } from '../contact-card/contact-card.tsx';

/** The entry of a unit in the directory: name, purpose, channels, card. `className` shows a state in the catalogue. */
export function DirectoryEntry({ view, contact, className = '' }: UnitProperties & { className?: string }) {
  const { site, language } = view;
  const { id, abbreviation } = contact;
  const isIndexed = twinOf(view.page, language.code).components.includes('TaskIndex');
  return (
    <li id={id} className={`entry ${className}`} data-words={hiddenWords(contact, language, site.languages, isIndexed)}>
      <h3>
        <FormerAnchors contact={contact} />
        <UnitLink view={view} contact={contact} />{' '}
        {abbreviation && <abbr>{inLanguage(abbreviation, language.code)}</abbr>}
      </h3>
      <p>{inLanguage(contact.purpose, language.code)}</p>
      <div className="reach">
        <EntryChannels view={view} contact={contact} />
        <CardPopover view={view} contact={contact} />
      </div>
    </li>
  );
}

/** The former ids of a unit, so that links to its entry keep their target. */
export function FormerAnchors({ contact: { formerIds = [] } }: { contact: Contact }) {
  return formerIds.map((id) => <span key={id} id={id} />);
}

/** How to reach a unit: its direct channels, or else its own site, or else its address, or else the general number. */
function EntryChannels({ view, contact }: UnitProperties) {
  const t = useTranslations();
  const { site, language } = view;
  const { website, address, channels, person } = contact;
  if (!isReachable(contact))
    return (
      <p>
        {website ? (
          <Website url={inLanguage(website, language.code)} />
        ) : address ? (
          addressLines(address, language).join(', ')
        ) : (
          <>
            {t('contact.byPhone')} <MainPhone contact={site.organisation} />
          </>
        )}
      </p>
    );
  const { phone = [], email, form } = channels ?? {};
  return (
    <>
      {phone.length > 0 && (
        <p className="phone">
          {phone.map(({ number }) => (
            <Phone key={number} number={number} />
          ))}
        </p>
      )}
      {email ? (
        <p>
          <Email address={email} />
        </p>
      ) : (
        form && (
          <p>
            <a href={inLanguage(form, language.code)}>{t('contact.form')}</a>
          </p>
        )
      )}
      {person && <p>{t('contact.person', { name: person })}</p>}
    </>
  );
}

/** A button that opens the card of a unit, without script. */
function CardPopover({ view, contact }: UnitProperties) {
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
