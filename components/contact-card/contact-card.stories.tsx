import { type Story, serviceView } from '../story.ts';
import { ContactAside } from './contact-aside.tsx';
import { ContactDetails } from './contact-details.tsx';
import { sampleContacts } from './sample-contacts.ts';

export const stories: readonly Story[] = [
  {
    name: 'Contact cards: with a person, with an e-mail address, by post, by website, by the organisation, complete',
    isContent: true,
    onBand: true,
    render: (view) => {
      const { withPerson, withEmail, byPost, byWebsite, byOrganisation, complete } = sampleContacts(view);
      return (
        <ul className="cards">
          {[withPerson, withEmail, byPost, byWebsite, byOrganisation, complete].map(
            (contact) =>
              contact && (
                <li key={contact.id}>
                  <ContactDetails view={serviceView(view)} contact={contact} />
                </li>
              ),
          )}
        </ul>
      );
    },
  },
  {
    name: 'Contact beside a service',
    isContent: true,
    render: (view) => {
      const { byPost } = sampleContacts(view);
      return byPost && <ContactAside view={serviceView(view)} contact={byPost} />;
    },
  },
];
