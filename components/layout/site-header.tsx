import { useTranslations } from 'next-intl';
import { homeKey, pageOf, trailOf, twinOf, type View } from '#lib/site/site.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { Menu } from './menu.tsx';

/** The site of the federal government, wordmark, language switch and menu. */
export function SiteHeader({ view }: { view: View }) {
  const t = useTranslations();
  const { site, language, page } = view;
  const current = trailOf(site, page).map(({ key }) => key);
  return (
    <header className="tricolour border-b">
      <div className="wrap flex items-center gap-1 lg:grid lg:grid-cols-[1fr_auto_19rem] lg:gap-x-4 lg:pt-3">
        <a
          className="flex-1 py-3 text-base/[1.15] text-inherit no-underline hyphens-none lg:row-span-2 lg:mr-4 lg:self-end lg:pt-0 lg:pb-4.5"
          href={twinOf(pageOf(site, homeKey), language.code).path}
        >
          <small className="block text-[0.875rem]/[1.3] lg:text-[1.0625rem]">{t('organisation.type')}</small>{' '}
          <span className="heading block max-w-[10.5em] text-[1.3125rem]/[1.06] lg:max-w-none lg:text-[1.9375rem]">
            {t('organisation.name')}
          </span>
        </a>
        <div
          className={`lg:col-start-2 lg:flex lg:gap-2 lg:justify-self-end print:hidden ${site.search === null ? 'lg:col-span-2 lg:-mr-2.5' : ''}`}
        >
          <a className="control text-[0.8125rem] max-lg:hidden" href={`https://www.belgium.be/${language.code}`}>
            {t.rich('organisation.official', { link: (words) => words })}
          </a>
          <LanguageSwitch view={view} />
        </div>
        <Menu view={view} trail={current} />
      </div>
    </header>
  );
}
