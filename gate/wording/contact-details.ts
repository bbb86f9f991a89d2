import { mailboxesOf, phoneNumbersOf } from '#lib/contacts/channels.ts';
import { findEmails } from '#lib/recognise/addresses.ts';
import { type Found, findAll } from '#lib/recognise/found.ts';
import { findPhones } from '#lib/recognise/phones.ts';
import type { Contact } from '#lib/site/site.ts';
import { type Finding, rule } from '../finding/finding.ts';
import type { Prose } from './prose.ts';

export const typedEmail = rule({ code: 'C092', severity: 'error', guide: 'links' });
/** The number of a person in the national register, which only who may use it by law may show. */
export const nationalNumber = rule({ code: 'C045', severity: 'error', guide: 'wording' });
export const typedPhone = rule({ code: 'C093', severity: 'error', guide: 'phone' });

/** The contact ids by phone number (E.164) and by e-mail address (lower case). */
export interface ContactDetails {
  readonly phones: ReadonlyMap<string, string>;
  readonly emails: ReadonlyMap<string, string>;
}

/** Collects the phone numbers and e-mail addresses of the records. */
export function contactDetails(contacts: readonly Contact[]): ContactDetails {
  return {
    phones: new Map(
      contacts.flatMap((contact) => phoneNumbersOf(contact).map((number) => [number, contact.id] as const)),
    ),
    emails: new Map(
      contacts.flatMap((contact) =>
        mailboxesOf(contact).map((mailbox) => [mailbox.toLowerCase(), contact.id] as const),
      ),
    ),
  };
}

/** The national numbers in a text, by their check digits: 97 less the rest of the nine before them, with a 2 in front from the year 2000 on. */
function findNationalNumbers(text: string): Found[] {
  return findAll(text, /(?<![\d.+-])\d\d[.\s]?[0-5]\d[.\s]?[0-3]\d[-\s]?\d{3}[.\s-]?\d\d(?![\d.]\d|\d)/g).filter(
    ({ written }) => {
      const digits = written.replace(/\D/g, '');
      const check = Number(digits.slice(9));
      return [digits.slice(0, 9), `2${digits.slice(0, 9)}`].some((each) => 97 - (Number(each) % 97) === check);
    },
  );
}

/** Reports national numbers (C045), e-mail addresses (C092) and phone numbers (C093), which belong in a record only. `withOwners` adds its id. */
export function checkContactDetails(prose: Prose): Finding[] {
  return [
    ...findNationalNumbers(prose.text).map((found) => nationalNumber.at(prose.place(found), { found: found.written })),
    ...findPhones(prose.text).map((phone) =>
      typedPhone.at(prose.place(phone), { found: phone.written, id: 'none', number: phone.number }),
    ),
    ...findEmails(prose.text).map((email) => typedEmail.at(prose.place(email), { found: email.written, id: 'none' })),
  ];
}

/** Adds the id of the contact that owns a typed phone number or e-mail address to the findings about it. */
export function withOwners(findings: readonly Finding[], { phones, emails }: ContactDetails): Finding[] {
  return findings.map((finding) => {
    const { code, details } = finding;
    const id =
      code === typedPhone.code
        ? phones.get(String(details['number']))
        : code === typedEmail.code
          ? emails.get(String(details['found']).toLowerCase())
          : undefined;
    return id === undefined ? finding : { ...finding, details: { ...details, id } };
  });
}
