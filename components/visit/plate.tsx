import { inLanguage } from '#lib/languages/languages.ts';
import type { View } from '#lib/site/view.ts';

/**
 * The street sign: street and number in all languages, the page's own first.
 * @param decorative whether it only repeats what stands beside it: then it is for the eye alone
 */
export function Plate({
  view: { site, language },
  decorative = false,
}: {
  view: View;
  decorative?: boolean;
}) {
  const street = site.organisation.address?.street;
  if (!street) throw new Error('The organisation has no address.');
  const others = site.languages.filter(({ code }) => code !== language.code);
  return (
    <p className="plate" data-search="skip" aria-hidden={decorative || undefined}>
      {[language, ...others].map(({ code, tag }) => (
        <span key={code} lang={code === language.code ? undefined : tag}>
          {inLanguage(street, code)}
        </span>
      ))}
    </p>
  );
}
