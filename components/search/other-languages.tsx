import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { Language } from '#lib/languages/languages.ts';
import { twinOf, type View } from '#lib/site/site.ts';

/** The language of the results, and a link for the same query in each other language. */
export function OtherLanguages({ view }: { view: View }) {
  const t = useTranslations();
  return (
    <p
      className="pt-5 text-sm group-data-[state=busy]:hidden group-data-[state=failed]:hidden print:hidden"
      data-other-languages
    >
      <span className="group-data-[state=none]:hidden">{t('search.language')}</span>
      {view.site.languages
        .filter(({ code }) => code !== view.language.code)
        .map((language) => (
          <OtherLanguage key={language.code} view={view} language={language} />
        ))}
    </p>
  );
}

async function OtherLanguage({ view, language: { code, tag, name } }: { view: View; language: Language }) {
  const t = await getTranslations({ locale: code });
  return (
    <>
      {' '}
      <a
        href={twinOf(view.page, code).path}
        lang={tag}
        hrefLang={tag}
        data-words={t('search.elsewhere', { language: name, query: '{query}' })}
      >
        {name}
      </a>
    </>
  );
}
