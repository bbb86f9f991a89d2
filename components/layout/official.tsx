import { useTranslations } from 'next-intl';
import type { View } from '#lib/site/site.ts';

/** A line saying that this is a site of the federal government, with a link to its portal in the language of the page. */
export function Official({ view: { language }, className }: { view: View; className: string }) {
  const t = useTranslations();
  return (
    <p className={`text-soft ${className}`} data-search="skip">
      {t.rich('organisation.official', {
        link: (words) => (
          <a className="text-inherit" href={`https://www.belgium.be/${language.code}`}>
            {words}
          </a>
        ),
      })}
    </p>
  );
}
