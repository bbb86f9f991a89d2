import { useTranslations } from 'next-intl';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';
import { Address } from '../visit/address.tsx';
import { Plate } from '../visit/plate.tsx';

const linkClass = 'inline-block py-2.5 text-base/[1.5] text-inherit';

/** Address, site menu, and legal menu with the other languages. The link to the accessibility statement includes its status. */
export function SiteFooter({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const link = (key: string) => {
    const { path, label } = twinOf(pageOf(site, key), language.code);
    const status = key === site.statement && site.accessibility?.status;
    return (
      <li key={key}>
        <a className={linkClass} href={path} aria-current={key === page.key ? 'page' : undefined}>
          {status ? t('statement.footer', { status }) : label}
        </a>
      </li>
    );
  };
  return (
    <footer className="border-t py-column">
      <div className="wrap grid gap-column md:grid-cols-[2fr_1fr_1fr]">
        <div>
          <Plate className="mb-5 print:hidden" view={view} decorative />
          <Address view={view} />
        </div>
        <nav className="print:hidden" aria-label={t('menu.footer')}>
          <ul>{site.navigation.footer.map(link)}</ul>
        </nav>
        <nav className="print:hidden" aria-label={t('menu.legal')}>
          <ul>
            {site.navigation.legal.map(link)}
            {site.languages
              .filter(({ code }) => code !== language.code)
              .map(({ code, tag, name }) => (
                <li key={code}>
                  <a className={linkClass} href={twinOf(page, code).path} lang={tag} hrefLang={tag}>
                    {name}
                  </a>
                </li>
              ))}
          </ul>
        </nav>
      </div>
    </footer>
  );
}
