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
      <div className="wrap flex flex-wrap items-center gap-1 md:grid md:grid-cols-[minmax(max-content,1fr)_auto_14rem] md:gap-x-4 xl:grid-cols-[minmax(max-content,1fr)_auto_19rem] md:pt-3">
        <a
          className="flex-1 py-3 text-base/[1.15] text-inherit no-underline hyphens-none md:py-0 xl:row-span-2 xl:self-end xl:pb-4"
          href={twinOf(pageOf(site, homeKey), language.code).path}
        >
          <small className="block text-[0.875rem]/[1.3] xl:text-[1.0625rem]">{t('organisation.type')}</small>{' '}
          <span className="heading block max-w-[10.5em] text-[1.3125rem]/[1.06] md:max-w-none xl:text-[1.75rem]">
            {t('organisation.name')}
          </span>
        </a>
        <div
          className={`md:col-start-2 md:flex md:gap-2 md:justify-self-end print:hidden ${site.search === null ? 'md:col-span-2 md:-mr-2.5' : ''}`}
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
