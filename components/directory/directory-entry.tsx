import { hiddenWords } from '#lib/contacts/hidden-words.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { type Contact, twinOf, type View } from '#lib/site/site.ts';
import { CardPopover } from './card-popover.tsx';
import { EntryChannels } from './entry-channels.tsx';
import { UnitLink } from './unit-link.tsx';

/** The entry of a unit in the directory: name, purpose, channels, card. */
export function DirectoryEntry({
  view,
  contact,
  className = '',
}: {
  view: View;
  contact: Contact;
  className?: string;
}) {
  const { site, language } = view;
  const { id, abbreviation } = contact;
  const isIndexed = twinOf(view.page, language.code).components.includes('TaskIndex');
  return (
    <li id={id} className={`entry ${className}`} data-words={hiddenWords(contact, language, site.languages, isIndexed)}>
      <h3>
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
