import { Fragment } from 'react';
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

/** An e-mail address as a link that narrow columns may break after `_`, before `@` and before a dot of the domain. */
export function Email({ address }: { address: string }) {
  const parts = address.split(/(?<=_)|(?=@)|(?<=@.*)(?=\.)/);
  return (
    <a href={`mailto:${address}`} translate="no">
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </a>
  );
}

/** The host of a URL, without `www.`. */
export function hostOf(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}

/** A link to a website, with its host as text. */
export function Website({ url }: { url: string }) {
  return (
    <a href={url} translate="no">
      {hostOf(url)}
    </a>
  );
}
