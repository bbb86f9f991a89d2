import { phoneNumbersOf } from '#lib/contacts/channels.ts';
import { formatPhone } from '#lib/contacts/phone.ts';
import type { Contact } from '#lib/site/site.ts';

/** A phone number that calls when it is tapped; the link has the number as its text. */
export function Phone({ number }: { number: string }) {
  return (
    <a className="number" href={`tel:${number}`}>
      {formatPhone(number)}
    </a>
  );
}

/** The main phone number of a unit, within a line of text. The gate refuses a unit without one (C155). */
export function MainPhone({ contact }: { contact: Contact }) {
  const [number = ''] = phoneNumbersOf(contact);
  return <Phone number={number} />;
}
