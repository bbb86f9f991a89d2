import { inLanguage } from '#lib/languages/languages.ts';
import { directoryPath } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/** Task to unit, in alphabetical order, like the index at the back of a book. */
export function TaskIndex({ view: { site, language } }: { view: View }) {
  const { compare } = new Intl.Collator(language.tag);
  const entries = site.contacts
    .flatMap((contact) => {
      const unit = inLanguage(contact.abbreviation ?? contact.name, language.code);
      return (contact.tasks ? inLanguage(contact.tasks, language.code) : []).map((task) => ({
        task,
        unit,
        href: directoryPath(site, contact.id, language.code),
      }));
    })
    .sort((a, b) => compare(a.task, b.task));
  return (
    <ul className="task-index" data-search="skip">
      {entries.map(({ task, unit, href }) => (
        <li key={task + href}>
          <a href={href}>{task}</a> <span>{unit}</span>
        </li>
      ))}
    </ul>
  );
}
