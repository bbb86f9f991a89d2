import { useTranslations } from 'next-intl';
import { houseNumber } from '#lib/contacts/address.ts';
import type { View } from '#lib/site/view.ts';
import { mapGround } from './map-drawing.ts';

/** The schematic map around the building. The content beside it describes in words what it shows. */
export function AccessMap({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  const { address } = site.organisation;
  return (
    <figure>
      <svg
        className="access-map"
        viewBox="0 0 640 470"
        role="img"
        aria-label={t('map.alternative')}
        focusable="false"
      >
        <g dangerouslySetInnerHTML={{ __html: mapGround() }} />
        {/* Some screen readers read the words in a picture as well; its name has them all. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a part of a drawing cannot get the focus */}
        <g aria-hidden="true">
          <text className="kn" x="486" y="89">
            {address && houseNumber(address, language)}
          </text>
          <text className="kb kl" x="16" y="406">
            {t('map.trainName')}
          </text>
          <text className="ks kl" x="16" y="432">
            {t('map.trainKind')}
          </text>
          <text className="kb kr" x="630" y="172">
            {t('map.metroName')}
          </text>
          <text className="ks kr" x="630" y="198">
            {t('map.metroKind')}
          </text>
          <text className="ks" x="330" y="330">
            {t('map.park')}
          </text>
          <text x="228" y="106">
            {t('map.street')}
          </text>
          <text x="44" y="34">
            N
          </text>
        </g>
      </svg>
      <figcaption className="small text-soft">{t('map.caption')}</figcaption>
    </figure>
  );
}
