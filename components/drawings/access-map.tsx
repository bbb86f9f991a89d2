import { useTranslations } from 'next-intl';
import type { SVGProps } from 'react';
import { houseNumber } from '#lib/contacts/address.ts';
import type { View } from '#lib/site/site.ts';

/** A schematic map of the surroundings of the building. The content describes the same in words. */
export function AccessMap({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  const { address } = site.organisation;
  return (
    <figure className="map lg:col-[2]! lg:row-[1/span_3]">
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
          className="fill-ink stroke-none text-[20px] [letter-spacing:0] max-lg:text-[25px] print:text-[24px]"
          aria-hidden="true"
        >
          <text className="fill-on-plate font-serif text-[38px]" textAnchor="middle" x="486" y="89">
            {address && houseNumber(address, language)}
          </text>
          <Label className="font-bold" x={16} y={406} textAnchor="start">
            {t('map.trainName')}
          </Label>
          <Label x={16} y={432} textAnchor="start">
            {t('map.trainKind')}
          </Label>
          <Label className="font-bold" x={630} y={172} textAnchor="end">
            {t('map.metroName')}
          </Label>
          <Label x={630} y={198} textAnchor="end">
            {t('map.metroKind')}
          </Label>
          <Label x={330} y={330} textAnchor="middle">
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
function Label({ className = '', textAnchor, ...place }: SVGProps<SVGTextElement>) {
  const halo = { paintOrder: 'stroke', strokeWidth: 6, strokeLinejoin: 'round' } as const;
  return <text className={`${className} stroke-band`} textAnchor={textAnchor} {...halo} {...place} />;
}

// A schematic access map, drawn by hand on a grid on which the Wetstraat is horizontal, so north is up and to the left.

const BASIN = { x: 330, y: 196 };

/** Trees in staggered rows, as in a French garden, except on the avenues and around the basin. */
function trees(): string {
  let d = '',
    row = 0;
  for (let y = 150; y <= 424; y += 13, row++) {
    for (let x = 238 + (row % 2) * 8; x <= 422; x += 16) {
      const dx = Math.abs(x - BASIN.x),
        dy = y - BASIN.y;
      const onAvenue = dx < 12 || Math.abs(dy) < 9 || (dy > 0 && Math.abs(dx - dy * 0.45) < 12);
      if (!onAvenue && Math.hypot(dx, dy) >= 38) d += `M${x} ${y}h0`;
    }
  }
  return d;
}

const STREETS =
  'M0 296C62 258 96 208 152 172L214 122M214 0V470M446 122V470M214 448H446M0 40C60 60 150 84 214 122M330 0V122M0 404C90 396 160 420 214 448M446 300H572M446 448H640';

/** Streets, park, route and signs, without words. Streets and avenues have the stroke of the drawing, the colour of the paper. */
function MapGround() {
  const [cx, cy] = [BASIN.x, BASIN.y];
  return (
    <>
      <g className="print:stroke-[#ddd] forced-colors:stroke-[GrayText]">
        <path strokeWidth="9" d={STREETS} />
        <path strokeWidth="18" d="M214 122H640M572 0V470" />
      </g>
      <path className="fill-pane stroke-ink stroke-[1.25]" d="M228 140H432V432H228z" />
      <path strokeWidth="7" d="M330 140V432M330 196L226 427M330 196L434 427M228 196H432" />
      <circle className="fill-paper stroke-none" cx={cx} cy={cy} r="25" />
      <circle className="stroke-soft" strokeWidth="1.5" cx={cx} cy={cy} r="13" />
      <path className="stroke-soft" strokeWidth="4.5" strokeLinecap="round" opacity=".5" d={trees()} />
      <path
        className="stroke-link"
        strokeWidth="4"
        strokeDasharray=".1 9"
        strokeLinecap="round"
        d="M88 350C96 262 128 200 168 166L214 122H486M572 122H486"
      />
      <g className="fill-ink" strokeWidth="4">
        <path d="M68 338H108V378H68z" />
        <circle cx="572" cy="122" r="18" />
      </g>
      <path
        className="fill-plate stroke-plate stroke-6 print:stroke-[#000] print:stroke-2 forced-colors:stroke-ink forced-colors:stroke-2"
        d="M450 52H522V104H450zM486 104V120"
      />
      <path className="stroke-ink" strokeWidth="2" d="M44 60L26 22M24 36L25.5 21 38 29.5" />
    </>
  );
}
