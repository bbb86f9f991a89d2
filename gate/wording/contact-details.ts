import { findEmails } from '#lib/recognise/addresses.ts';
import { findPhones } from '#lib/recognise/phones.ts';
import type { Contact } from '#lib/site/site.ts';
import type { Finding } from '../finding/finding.ts';
import type { Words } from './words.ts';

/** Who has which number and which mailbox. */
export interface ContactDetails {
  readonly phones: ReadonlyMap<string, string>;
  readonly emails: ReadonlyMap<string, string>;
}

/** The numbers (E.164) and mailboxes (lower case) of the records, each with the id of its contact. */
export function contactDetails(contacts: readonly Contact[]): ContactDetails {
  return {
    phones: new Map(
      contacts.flatMap(({ id, channels }) =>
        (channels?.phone ?? []).map(({ number }) => [number, id] as const),
      ),
    ),
    emails: new Map(
      contacts.flatMap(({ id, channels }) =>
        channels?.email ? [[channels.email.toLowerCase(), id] as const] : [],
      ),
    ),
  };
}

/**
 * C092 and C093: an e-mail address or a phone number that an editor typed. Both are written once, in the record of the contact.
 * `withOwners` adds the id of that contact.
 */
export function checkContactDetails(words: Words): Finding[] {
  return [
    ...findPhones(words.text).map((phone) =>
      words.finding('C093', phone, { found: phone.written, id: 'none', number: phone.number }),
    ),
    ...findEmails(words.text).map((email) =>
      words.finding('C092', email, { found: email.written, id: 'none' }),
    ),
  ];
}

/** Adds to the findings of typed numbers and mailboxes which contact has them. */
export function withOwners(findings: readonly Finding[], { phones, emails }: ContactDetails): Finding[] {
  return findings.map((finding) => {
    const { code, details } = finding;
    if (code !== 'C092' && code !== 'C093') return finding;
    const id =
      code === 'C093'
        ? phones.get(String(details['number']))
        : emails.get(String(details['found']).toLowerCase());
    return id === undefined ? finding : { ...finding, details: { ...details, id } };
  });
}
