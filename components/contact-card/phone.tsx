import { formatPhone } from '#lib/contacts/phone.ts';

/** A phone number that calls when it is tapped; the link has the number as its text. */
export function Phone({ number }: { number: string }) {
  return (
    <a className="number" href={`tel:${number}`}>
      {formatPhone(number)}
    </a>
  );
}
