import { Fragment } from 'react';
import { letterLines } from '#lib/contacts/address.ts';
import type { Contact } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/**
 * A postal address as it stands on a letter. No country: the site is read in Belgium.
 * @param contact unit that the letter is for; default: the organisation itself
 */
export function Address({ view: { site, language }, contact }: { view: View; contact?: Contact }) {
  const lines = letterLines(site, contact ?? site.organisation, language);
  if (!lines) throw new Error('Neither the unit nor one above it has an address.');
  return (
    <address translate="no">
      {lines.map((line) => (
        <Fragment key={line}>
          <span>{line}</span>{' '}
        </Fragment>
      ))}
    </address>
  );
}
