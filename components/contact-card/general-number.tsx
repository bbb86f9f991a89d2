import { useTranslations } from 'next-intl';
import { phoneNumbersOf } from '#lib/contacts/channels.ts';
import type { Site } from '#lib/site/site.ts';
import { MainPhone } from './channel-links.tsx';

/** The number of the organisation, as the last way to get an answer; nothing when it has none. */
export function GeneralNumber({ site: { organisation }, as: Line }: { site: Site; as: 'li' | 'p' }) {
  const t = useTranslations();
  if (phoneNumbersOf(organisation).length === 0) return null;
  return (
    <Line className={Line === 'li' ? 'py-2.5' : undefined}>
      {t('contact.byPhone')} <MainPhone contact={organisation} />
    </Line>
  );
}
