import { useTranslations } from 'next-intl';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';
import { Address } from '../visit/address.tsx';
import { Plate } from '../visit/plate.tsx';
import { type LinkEntry, Links } from './links.tsx';
import { Official } from './official.tsx';
import { ReportMistake } from './report-mistake.tsx';

const linkClass = 'inline-block py-2.5 text-base/[1.5] text-inherit';

/** Address, the way to report a mistake, site menu, and legal menu with the other languages. The link to the accessibility statement includes its status. */
export function SiteFooter({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const linkTo = (key: string): LinkEntry => {
    const { path, label } = twinOf(pageOf(site, key), language.code);
    const status = key === site.statement && site.accessibility?.status;
    const text = status ? t('statement.footer', { status }) : label;
    return { href: path, text, ...(key === page.key && { 'aria-current': 'page' }) };
  };
  const others = site.languages.filter(({ code }) => code !== language.code);
  const twins = others.map(({ code, tag, name }) => ({
    href: twinOf(page, code).path,
    text: name,
    lang: tag,
    hrefLang: tag,
  }));
  return (
    <footer className="border-t py-column">
      <div className="wrap grid grid-cols-1 gap-column md:grid-cols-3 print:block">
        <div>
          <Plate className="mb-5 print:hidden" view={view} decorative />
          <Address view={view} />
          <ReportMistake view={view} />
          <Official className="pt-4 text-sm lg:hidden print:hidden" view={view} />
        </div>
        <nav className="print:hidden" aria-label={t('menu.footer')}>
          <ul>
            <Links className={linkClass} links={site.navigation.footer.map(linkTo)} />
          </ul>
        </nav>
        <nav className="print:hidden" aria-label={t('menu.legal')}>
          <ul>
            <Links className={linkClass} links={[...site.navigation.legal.map(linkTo), ...twins]} />
          </ul>
        </nav>
      </div>
    </footer>
  );
}
