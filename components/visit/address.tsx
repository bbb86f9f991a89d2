import { Fragment } from 'react';
import { letterLines } from '#lib/contacts/address.ts';
import type { Contact, View } from '#lib/site/site.ts';

/**
 * A postal address, written as on a letter within Belgium: without the country.
 * @param contact unit that the letter is for; default: the organisation itself
 * @throws Error when neither the unit nor one above it has an address
 */
export function Address({ view: { site, language }, contact }: { view: View; contact?: Contact }) {
  const lines = letterLines(site, contact ?? site.organisation, language);
  if (!lines) throw new Error('Neither the unit nor one above it has an address.');
  return (
    <address className="*:block" translate="no">
      {lines.map((line) => (
        <Fragment key={line}>
          <span>{line}</span>{' '}
        </Fragment>
      ))}
    </address>
  );
}
