import { contactKinds } from '#lib/records/contact.ts';
import { sampleContacts } from '../contact-card/contact-card.stories.tsx';
import { ContactDetails } from '../contact-card/contact-card.tsx';
import type { Story } from '../story.ts';
import { DirectoryEntry } from './directory-entry.tsx';
import { FilterControls, NothingFound } from './filter-controls.tsx';
import { OrganisationChart } from './organisation-chart.tsx';

export const stories: readonly Story[] = [
  {
    name: 'Directory: something to clear, nothing found',
    isContent: true,
    render: (view) => (
      <>
        <FilterControls view={view} kinds={contactKinds} />
        <NothingFound view={view} />
      </>
    ),
  },
  {
    name: 'Directory: an entry with a person, by website, by address, with nothing direct, complete, and one reached by its anchor',
    isContent: true,
    render: (view) => {
      const { withPerson, withEmail, byWebsite, byOrganisation, complete } = sampleContacts(view);
      return (
        <div data-entries>
          <ul className="border-t">
            {[withPerson, byWebsite, view.site.organisation, byOrganisation, complete].map(
              (contact) => contact && <DirectoryEntry key={contact.id} view={view} contact={contact} />,
            )}
            {withEmail && <DirectoryEntry view={view} contact={withEmail} className="is-target" />}
          </ul>
        </div>
      );
    },
  },
  {
    name: 'Directory: an open card',
    isContent: true,
    render: (view) => {
      const { withPerson } = sampleContacts(view);
      return (
        withPerson && (
          <div className="card-box">
            <button type="button" className="link mb-1 ml-auto block text-inherit">
              Close
            </button>
            <ContactDetails view={view} contact={withPerson} level={4} />
          </div>
        )
      );
    },
  },
  {
    name: 'Organisation chart: every unit is part of the one before it',
    isContent: true,
    render: (view) => {
      const contacts = view.site.contacts.map((contact, index, all) => ({
        ...contact,
        parent: (all[index - 1] ?? view.site.organisation).id,
      }));
      return <OrganisationChart view={{ ...view, site: { ...view.site, contacts } }} />;
    },
  },
];
