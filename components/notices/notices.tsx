import { getTranslations } from 'next-intl/server';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import type { Urgency } from '#lib/records/notices.ts';
import type { Notice } from '#lib/site/notices.ts';
import { pageOf, type Site, twinOf } from '#lib/site/site.ts';

/** The ground of each urgency. Without colours, the frame and the label remain. */
const grounds: Readonly<Record<Urgency, string>> = {
  emergency: 'bg-ink text-paper',
  important: 'bg-deep text-on-plate',
  information: 'bg-band',
};

interface Properties {
  readonly site: Site;
  readonly language: Language;
  readonly notices: readonly Notice[];
}

/** Notices above the header of a page, the most urgent first; nothing without any. */
export async function Notices({ site, language, notices }: Properties) {
  if (notices.length === 0) return null;
  const t = await getTranslations({ locale: language.code });
  return (
    <aside aria-label={t('notices.label', { count: notices.length })}>
      {notices.map(({ key, urgency, title, text, more }) => {
        const page = more === null ? null : twinOf(pageOf(site, more), language.code);
        return (
          <div
            key={key}
            className={`${grounds[urgency]} border-b border-line forced-colors:border print:mb-[3mm] print:border print:bg-transparent print:p-[3mm] print:text-ink`}
          >
            <div className="wrap py-3 text-base/[1.4]">
              <p className="font-bold">
                {urgency !== 'information' && `${t(`notices.${urgency}`)} `}
                {inLanguage(title, language.code)}
              </p>
              <p className="max-w-[60rem]">
                {inLanguage(text, language.code)}
                {page && ' '}
                {page && (
                  <a className="text-inherit" href={page.path}>
                    {page.label}
                  </a>
                )}
              </p>
            </div>
          </div>
        );
      })}
    </aside>
  );
}
