import { useTranslations } from 'next-intl';
import { mailHref } from '#lib/contacts/mail.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';
import { Address, Plate } from '../visit/visit.tsx';
import { type LinkEntry, Links } from './links.tsx';

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
      <div className="wrap grid grid-cols-1 gap-column md:grid-cols-[1fr_1fr_auto] lg:grid-cols-3 print:block">
        <div>
          <Plate className="mb-5 print:hidden" view={view} decorative />
          <Address view={view} />
          <ReportMistake view={view} />
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

/**
 * The one way to report a mistake, beside the address and the version of the page: a message to the site's mailbox with both filled in,
 * or else the section of the contact page. On paper, only the address and the version are printed.
 */
function ReportMistake({ view }: { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const { path, title, updated } = twinOf(page, language.code);
  const date = formatDay(updated, language);
  const href = site.feedback
    ? mailHref(site.feedback, t('mistake.subject', { title }), t('mistake.body', { page: site.origin + path, date }))
    : sectionPath(view, t('mistake.section'));
  return (
    <p className="pt-4 text-sm print:pt-0" data-search="skip">
      {href && (
        <span className="print:hidden">
          <a className="inline-block py-2.5 text-inherit" href={href}>
            {t('mistake.link')}
          </a>{' '}
          <br />
          {t('mistake.mention')}{' '}
        </span>
      )}
      <span>
        {t('mistake.version', { date })},{' '}
        <span className="wrap-anywhere" translate="no">
          {new URL(site.origin).host + path}
        </span>
      </span>
    </p>
  );
}

/** The path of the contact page, with its section about mistakes: the first one with a given word in its heading. */
function sectionPath({ site, language }: View, word: string): string | undefined {
  const key = site.organisation.page;
  if (!key) return undefined;
  const { path, headings } = twinOf(pageOf(site, key), language.code);
  const section = headings.find(({ anchor }) => anchor.split('-').includes(word));
  return section ? `${path}#${section.anchor}` : path;
}
