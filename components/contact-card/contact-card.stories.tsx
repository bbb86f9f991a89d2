import { letterLines } from '#lib/contacts/address.ts';
import { isReachable } from '#lib/contacts/channels.ts';
import type { Contact, View } from '#lib/site/site.ts';
import { type Story, serviceView } from '../story.ts';
import { CardGrid, ContactAside } from './contact-card.tsx';

export const stories: readonly Story[] = [
  {
    name: 'Contact cards: with a person, with an e-mail address, by post, by website, by the organisation, complete',
    isContent: true,
    onBand: true,
    render: (view) => {
      const { withPerson, withEmail, byPost, byWebsite, byOrganisation, complete } = sampleContacts(view);
      const contacts = [withPerson, withEmail, byPost, byWebsite, byOrganisation, complete];
      return <CardGrid view={serviceView(view)} contacts={contacts.filter((contact) => contact !== undefined)} />;
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

/** Contacts for stories: one for each way to reach a unit, and one with a value in every field of the record. */
export function sampleContacts({ site, language }: View) {
  const withEmail = site.contacts.find(({ channels }) => channels?.email);
  const silent = site.contacts.filter((contact) => !isReachable(contact));
  const hasAddress = (contact: Contact) => letterLines(site, contact, language) !== null;
  return {
    withPerson: site.contacts.find(({ person }) => person),
    withEmail,
    byPost: silent.find(hasAddress),
    byWebsite: silent.find(({ website }) => website),
    byOrganisation: silent.find((contact) => !contact.website && !hasAddress(contact)),
    complete: withEmail && completed(withEmail, site),
  };
}

/** The record with a value in every field, for layout alone. */
function completed(contact: Contact, { languages, organisation }: View['site']): Contact {
  const inEach = (text: string) => Object.fromEntries(languages.map(({ code }) => [code, text]));
  return {
    ...contact,
    id: `${contact.id}-complete`,
    ...(organisation.address && { address: { ...organisation.address, box: '4' } }),
    website: inEach('https://www.example.org/unit'),
    channels: {
      phone: [
        { number: '+3225010411', label: inEach('General questions') },
        { number: '+3225010365', label: inEach('Urgent questions') },
      ],
      email: 'unit@example.org',
      form: inEach('https://www.example.org/form'),
      post: inEach('Write the name of the unit on the envelope.'),
      visit: inEach('Bring your identity card to the reception.'),
    },
    contactFor: inEach('For questions about everything that a card can hold.'),
    person: 'Given-name Family-name',
    availability: {
      words: inEach('Outside these hours, leave a message.'),
      hours: [
        { days: ['monday', 'tuesday', 'thursday'], opens: '09:00', closes: '12:00' },
        { days: ['monday', 'tuesday', 'thursday'], opens: '13:30', closes: '16:00' },
        { days: ['friday'], opens: '09:00', closes: '12:00' },
      ],
      exceptions: [
        { from: '2026-12-24', until: '2027-01-01', reason: inEach('end of the year') },
        { from: '2027-05-14', opens: '09:00', closes: '12:00', reason: inEach('day after Ascension Day') },
      ],
    },
    languages: languages.map(({ code }) => code),
  };
}
