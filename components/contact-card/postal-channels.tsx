import { useTranslations } from 'next-intl';
import { isReachable } from '#lib/contacts/channels.ts';
import { letterLines } from '#lib/contacts/letter.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import type { Contact } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';
import { Address } from '../visit/address.tsx';

/**
 * Post and visit: the address of the unit, or of the one that it is a part of. A unit that has no channel at all is written to
 * at the organisation, which passes the letter on.
 */
export function PostalChannels({ view, contact }: { view: View; contact: Contact }) {
  const t = useTranslations();
  const { site, language } = view;
  const { post, visit } = contact.channels ?? {};
  const own = letterLines(site, contact, language);
  const hasOtherWay = isReachable(contact) || contact.website !== undefined;
  if (!own && hasOtherWay) return null;
  const say = (text?: Readonly<Record<string, string>>) =>
    text && <p className="small">{inLanguage(text, language.code)}</p>;
  return (
    <div className="postal">
      {!hasOtherWay && contact !== site.organisation && <p className="small">{t('contact.byPost')}</p>}
      <Address view={view} contact={own ? contact : site.organisation} />
      {say(post)}
      {say(visit)}
    </div>
  );
}
