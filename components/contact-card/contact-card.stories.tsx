import { type Story, serviceView } from '../story.ts';
import { CardGrid } from './card-grid.tsx';
import { ContactAside } from './contact-aside.tsx';
import { sampleContacts } from './sample-contacts.ts';

export const stories: readonly Story[] = [
  {
    name: 'Contact cards: with a person, with an e-mail address, by post, by website, by the organisation, complete',
    isContent: true,
    onBand: true,
    render: (view) => {
      const { withPerson, withEmail, byPost, byWebsite, byOrganisation, complete } = sampleContacts(view);
      const contacts = [withPerson, withEmail, byPost, byWebsite, byOrganisation, complete];
      return (
        <CardGrid view={serviceView(view)} contacts={contacts.filter((contact) => contact !== undefined)} />
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
