import { formatPhone } from '#lib/contacts/phone.ts';

/** A phone number that can be touched to call; the number itself is the text of the link. */
export function Phone({ number }: { number: string }) {
  return (
    <a className="number" href={`tel:${number}`}>
      {formatPhone(number)}
    </a>
  );
}
