import { hiddenWords } from '#lib/contacts/hidden-words.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { type Contact, pageOf, twinOf, type View } from '#lib/site/site.ts';
import { UnitName } from '../contact-card/unit-name.tsx';
import { CardPopover } from './card-popover.tsx';
import { EntryChannels } from './entry-channels.tsx';

/** The entry of a unit in the directory: name, purpose, channels, card. It states which channels are missing. */
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
  const { id, abbreviation, page } = contact;
  const isIndexed = twinOf(view.page, language.code).components.includes('TaskIndex');
  const name = <UnitName view={view} contact={contact} />;
  return (
    <li
      id={id}
      className={`entry ${className}`}
      data-words={hiddenWords(contact, language, site.languages, isIndexed)}
    >
      <h3>
        {page ? <a href={twinOf(pageOf(site, page), language.code).path}>{name}</a> : name}{' '}
        {abbreviation && <abbr>{inLanguage(abbreviation, language.code)}</abbr>}
      </h3>
      <p>{inLanguage(contact.purpose, language.code)}</p>
      <EntryChannels view={view} contact={contact} />
      <CardPopover view={view} contact={contact} />
    </li>
  );
}
