import { Fragment } from 'react';
import { addressLines } from '#lib/contacts/address.ts';
import { inLanguage } from '#lib/i18n/languages.ts';
import type { View } from '#lib/site.ts';

/**
 * The postal address of the organisation, in one language, without commas (bpost). No country: the site is read in Belgium.
 * @param unit name of the unit, when the letter is for it
 */
export function Address({ view: { site, language }, unit }: { view: View; unit?: string }) {
  const { name, address } = site.organisation;
  if (!address) throw new Error('The organisation has no address.');
  return (
    <address translate="no">
      <span>{inLanguage(name, language.code)}</span> {unit && <span>{unit} </span>}
      {addressLines(address, language).map((line) => (
        <Fragment key={line}>
          <span>{line}</span>{' '}
        </Fragment>
      ))}
    </address>
  );
}
