import { inLanguage } from '#lib/i18n/languages.ts';
import type { View } from '#lib/site.ts';

/**
 * The postal address of the organisation, in one language, without commas (bpost). No country: the site is read in Belgium.
 * @param unit name of the unit, when the letter is for it
 */
export function Address({ view: { site, language }, unit }: { view: View; unit?: string }) {
  const { name, address } = site.organisation;
  if (!address) throw new Error('The organisation has no address.');
  const say = (value: Readonly<Record<string, string>>) => inLanguage(value, language.code);
  return (
    <address translate="no">
      <span>{say(name)}</span> {unit && <span>{unit} </span>}
      <span>{say(address.street)}</span>{' '}
      <span>
        {address.postcode} {say(address.city)}
      </span>
    </address>
  );
}
