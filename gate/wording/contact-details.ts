import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Contact } from '#lib/site/site.ts';
import type { Finding } from '../finding/finding.ts';
import { matches } from './marks.ts';
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

/** What can be a number: it starts with 0, + or (0, and has at least eight digits. */
const phoneLike =
  /(?<![\p{L}\p{N}_@.,/+-])(?:\+|00|\(?0)\d?(?:[\s./()-]{0,3}\d){7,14}(?![\p{L}\p{N}@]|[./-]\d)/gu;
const emailLike = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** The country whose numbers are written without a country code. */
const country = 'BE';

/**
 * C092 and C093: an e-mail address or a phone number that an editor typed. Both are written once, in the record of the contact.
 * Whose they are, `withOwners` says.
 */
export function checkContactDetails(words: Words): Finding[] {
  const findings: Finding[] = [];
  for (const { match, ...range } of /\d/.test(words.text) ? matches(words.text, phoneLike) : []) {
    const number = parsePhoneNumberFromString(match[0], country);
    if (!number?.isValid()) continue;
    findings.push(words.finding('C093', range, { found: match[0], id: 'none', number: number.number }));
  }
  for (const { match, ...range } of words.text.includes('@') ? matches(words.text, emailLike) : []) {
    findings.push(words.finding('C092', range, { found: match[0], id: 'none' }));
  }
  return findings;
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
