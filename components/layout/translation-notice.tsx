import { useTranslations } from 'next-intl';
import { languageOf } from '#lib/languages/languages.ts';
import { twinOf, type View } from '#lib/site/site.ts';
import { Callout } from '../text/callout.tsx';

/** Notice on a translation that awaits review, with a link to the original; nothing on every other page. */
export function TranslationNotice({ view: { page, language, site } }: { view: View }) {
  const t = useTranslations();
  const { translatedFrom } = twinOf(page, language.code);
  if (translatedFrom === null) return null;
  const original = languageOf(translatedFrom, site.languages);
  return (
    <Callout title={t('translation.title')} className="mt-2 mb-7">
      <p>
        {t.rich('translation.text', {
          original: (name) => (
            <a href={twinOf(page, original.code).path} hrefLang={original.tag}>
              {name} (<span lang={original.tag}>{original.name}</span>)
            </a>
          ),
        })}
      </p>
    </Callout>
  );
}
