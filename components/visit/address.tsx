import { Fragment } from 'react';
import { letterLines } from '#lib/contacts/address.ts';
import type { Contact, View } from '#lib/site/site.ts';

/** A postal address as on a letter within Belgium, by default the organisation's; throws without an address of the unit or above. */
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
