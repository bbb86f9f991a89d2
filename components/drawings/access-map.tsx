import { useTranslations } from 'next-intl';
import { houseNumber } from '#lib/contacts/address.ts';
import type { View } from '#lib/site/site.ts';
import { MapGround } from './map-ground.tsx';

/** A schematic map of the surroundings of the building. The content describes the same in words. */
export function AccessMap({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  const { address } = site.organisation;
  return (
    <figure className="map">
      <svg
        className="block h-auto w-full bg-band fill-none stroke-paper print:max-w-[80mm] print:bg-transparent"
        viewBox="0 0 640 470"
        role="img"
        aria-label={t('map.alternative')}
        focusable="false"
      >
        <MapGround />
        {/* Hidden, because some screen readers also read the words inside a picture; its name contains more. */}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a part of a drawing cannot get the focus */}
        <g
          className="fill-ink stroke-none text-[20px] tracking-[0] max-lg:text-[25px] print:text-[24px]"
          aria-hidden="true"
        >
          <text className="fill-on-plate font-serif text-[38px]" textAnchor="middle" x="486" y="89">
            {address && houseNumber(address, language)}
          </text>
          <Label className="font-bold" x={16} y={406} anchor="start">
            {t('map.trainName')}
          </Label>
          <Label x={16} y={432} anchor="start">
            {t('map.trainKind')}
          </Label>
          <Label className="font-bold" x={630} y={172} anchor="end">
            {t('map.metroName')}
          </Label>
          <Label x={630} y={198} anchor="end">
            {t('map.metroKind')}
          </Label>
          <Label x={330} y={330} anchor="middle">
            {t('map.park')}
          </Label>
          <text x="228" y="106">
            {t('map.street')}
          </text>
          <text x="44" y="34">
            N
          </text>
        </g>
      </svg>
      <figcaption className="pt-2.5 text-sm text-soft">{t('map.caption')}</figcaption>
    </figure>
  );
}

/** A name on the map, with a halo in the colour of the ground, so that lines do not cross its letters. */
function Label({
  className = '',
  anchor,
  x,
  y,
  children,
}: {
  className?: string;
  anchor: 'start' | 'middle' | 'end';
  x: number;
  y: number;
  children: string;
}) {
  return (
    <text
      className={`${className} stroke-band`}
      textAnchor={anchor}
      paintOrder="stroke"
      strokeWidth="6"
      strokeLinejoin="round"
      x={x}
      y={y}
    >
      {children}
    </text>
  );
}
