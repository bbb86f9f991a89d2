import { Fragment } from 'react';
import { letterLines } from '#lib/contacts/address.ts';
import { inLanguage } from '#lib/languages/languages.ts';
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

/**
 * A Brussels street sign: white capitals on blue enamel, the language of the page first.
 * @param className further classes
 * @param decorative whether it repeats the address beside it, and is hidden from screen readers
 * @throws Error when the organisation has no address
 */
export function Plate({
  view: { site, language },
  className = '',
  decorative,
}: {
  view: View;
  className?: string;
  decorative?: true;
}) {
  const street = site.organisation.address?.street;
  if (!street) throw new Error('The organisation has no address.');
  // A language without an official name of the street repeats that of another.
  const shown = [language, ...site.languages].filter(
    ({ code }, index, all) =>
      all.findIndex((each) => inLanguage(street, each.code) === inLanguage(street, code)) === index,
  );
  return (
    <p className={`plate ${className}`} data-search="skip" aria-hidden={decorative}>
      {shown.map(({ code, tag }) => (
        <span key={code} lang={code === language.code ? undefined : tag}>
          {inLanguage(street, code)}
        </span>
      ))}
    </p>
  );
}

/** Where to visit the Chancellery: street sign and full address. */
export function VisitingAddress({ view }: { view: View }) {
  return (
    <div className="flow-6">
      <Plate view={view} />
      <Address view={view} />
    </div>
  );
}
