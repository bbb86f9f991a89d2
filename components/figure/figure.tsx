import { useTranslations } from 'next-intl';
import type { AttributesOf } from '#lib/body/vocabulary.ts';
import { licences } from '#lib/pictures/licences.ts';
import { pictureOf, placeOf, type Variant, variantsOf } from '#lib/pictures/pictures.ts';
import type { View } from '#lib/site/site.ts';

/**
 * A picture with its caption and its credit. Browsers load it when it comes near the window, in the smallest form that is sharp there.
 * In the dark scheme it is dimmed, as white areas would dazzle; on paper it is low, so that no sheet ends in a large gap.
 */
export function Figure({ file, alt, caption, wide, view, ...source }: AttributesOf<'Figure'> & { view: View }) {
  const picture = pictureOf(view.page, file);
  const { isUpright, sizes } = placeOf(picture);
  const { avif, webp, fallback } = variantsOf(view.page.key, picture);
  return (
    <figure
      className={`break-inside-avoid in-prose:my-[1.75em] ${isUpright ? 'max-w-100' : wide ? 'max-w-200 in-prose:lg:w-[61vw]' : 'max-w-[38rem]'}`}
    >
      <picture>
        <source type="image/avif" srcSet={srcSetOf(avif)} sizes={sizes} />
        <source type="image/webp" srcSet={srcSetOf(webp)} sizes={sizes} />
        <img
          className="block h-auto w-full print:max-h-[75mm] print:w-auto [@media_screen_and_(prefers-color-scheme:dark)]:[filter:brightness(.85)]"
          src={fallback.path}
          alt={alt ?? ''}
          width={fallback.width}
          height={Math.round((fallback.width * picture.height) / picture.width)}
          loading="lazy"
          decoding="async"
        />
      </picture>
      <figcaption className="mt-2 text-sm">
        {caption && <p>{caption}</p>}
        <Credit {...source} view={view} />
      </figcaption>
    </figure>
  );
}

/** Who made a picture, and under which conditions it may be used. */
function Credit({ credit, licence, view }: Pick<AttributesOf<'Figure'>, 'credit' | 'licence'> & { view: View }) {
  const t = useTranslations();
  return (
    <p className="text-soft" data-search="skip">
      {t('figure.credit', { credit })}
      {', '}
      {licence === 'public-domain' || licence === 'all-rights-reserved' ? (
        t(`figure.${licence}`)
      ) : (
        <a href={`${licences[licence].deed}.${view.language.code}`}>{licences[licence].name}</a>
      )}
    </p>
  );
}

function srcSetOf(variants: readonly Variant[]): string {
  return variants.map(({ path, width }) => `${path} ${width}w`).join(', ');
}
