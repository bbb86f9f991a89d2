import { inLanguage } from '#lib/languages/languages.ts';
import { directoryPath, type View } from '#lib/site/site.ts';
import { IndexList } from '../index/index-list.tsx';

/** An alphabetical index from tasks to units, like the one at the back of a book. */
export function TaskIndex({ view: { site, language } }: { view: View }) {
  const { compare } = new Intl.Collator(language.tag);
  const entries = site.contacts
    .flatMap((contact) => {
      const unit = inLanguage(contact.abbreviation ?? contact.name, language.code);
      return (contact.tasks ? inLanguage(contact.tasks, language.code) : []).map((task) => ({
        text: task,
        see: unit,
        href: directoryPath(site, contact.id, language.code),
      }));
    })
    .sort((a, b) => compare(a.text, b.text));
  return <IndexList className="columns-[19rem] gap-x-column" entries={entries} />;
}
