import { getTranslations } from 'next-intl/server';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import type { Notice } from '#lib/site/notices.ts';
import { pageOf, type Site, twinOf } from '#lib/site/site.ts';

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
          <div key={key} className={urgency === 'emergency' ? 'notice' : `notice ${urgency}`}>
            <div className="wrap">
              <p className="font-bold">
                {urgency !== 'information' && `${t(`notices.${urgency}`)} `}
                {inLanguage(title, language.code)}
              </p>
              <p>
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
