import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { AttributesOf } from '#lib/body/vocabulary.ts';
import { documentOf, documentPath, earlierEditionsOf, otherLanguagesOf } from '#lib/documents/documents.ts';
import { formatDay } from '#lib/languages/dates.ts';
import { formatBytes, nameOfLanguage } from '#lib/languages/quantities.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import type { SiteDocument, View } from '#lib/site/site.ts';

/** A document beside the page, in which languages it exists, and its earlier editions. */
export function DocumentLink({ file, title, view }: AttributesOf<'Document'> & { view: View }) {
  const t = useTranslations();
  const { site, page, language } = view;
  const document = documentOf(page, file);
  const others = otherLanguagesOf(document, page, site);
  const tags = [document, ...others].map((each) => codeOf(each.language));
  const missing = document.language === null ? [] : site.languages.filter(({ code }) => !tags.includes(code));
  const link = (each: SiteDocument) => <Download document={each} title={title} view={view} />;
  return (
    <div className="max-w-text break-inside-avoid border-line not-first:border-t not-first:pt-3">
      <p className="font-bold">{link(document)}</p>
      <div className="text-sm text-soft" data-search="skip">
        {document.date && <p>{t('document.date', { date: formatDay(document.date, language) })}</p>}
        {others.map((other) => (
          <p key={other.name}>{link(other)}</p>
        ))}
        {missing.map(({ code }) => (
          <p key={code}>{t('document.missing', { language: nameOfLanguage(code, language) })}</p>
        ))}
        {earlierEditionsOf(document, page).map((earlier) => (
          <p key={earlier.name}>
            {t('document.earlier', { date: earlier.date ? formatDay(earlier.date, language) : 'none' })} {link(earlier)}
          </p>
        ))}
      </div>
    </div>
  );
}

/** A link that describes its target: title, kind, language, pages and size. */
function Download({ document, title, view }: { document: SiteDocument; title: string | undefined; view: View }) {
  const { language } = view;
  const isForeign = document.language !== null && codeOf(document.language) !== language.code;
  return (
    <a
      href={documentPath(document)}
      type={mediaTypes[document.type].split(';', 1)[0]}
      hrefLang={document.language ?? undefined}
    >
      <Words lang={isForeign ? document.language : null}>{document.title ?? title}</Words> (
      {useFacts(document, view).join(', ')})
    </a>
  );
}

/** Words in another language than the page. */
function Words({ lang, children }: { lang: string | null; children: ReactNode }) {
  return lang === null ? children : <span lang={lang}>{children}</span>;
}

/** Kind and language, pages and size. */
function useFacts({ type, language, pages, bytes }: SiteDocument, { language: reader }: View): string[] {
  const t = useTranslations();
  return [
    t('document.kind', { type, language: language === null ? 'none' : nameOfLanguage(language, reader) }),
    ...(pages === null ? [] : [t('document.pages', { count: pages })]),
    formatBytes(bytes, reader),
  ];
}

function codeOf(tag: string | null): string | null {
  return tag && new Intl.Locale(tag).language;
}
