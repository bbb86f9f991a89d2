import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Document } from '#components/layout/document.tsx';
import type { Translate } from '#edit/report/describe.ts';
import { isConfirmed, stateInWords } from '#edit/translations.ts';
import { type ChangePart, changeOf } from '#gate/twins/change.ts';
import type { SectionHistory } from '#gate/twins/state.ts';
import { languageOf, languages } from '#lib/languages/languages.ts';
import { getTwinStates } from '../../../current-site.ts';

/** The state of every page's twins and what changed, at `/translations/<language>` of the preview. Never published. */
export default async function TranslationsPage({ params }: { params: Promise<{ language: string }> }) {
  const { language } = await params;
  setRequestLocale(language);
  const t = await getTranslations({ locale: language });
  const pages = getTwinStates();
  const open = pages.filter((twins) => !twins.every(isConfirmed)).length;
  return (
    <Document lang={languageOf(language).tag}>
      <main id="main" className="wrap" style={{ paddingBlock: '2rem' }}>
        <h1>{t('translations.title')}</h1>
        <p>{t('translations.count', { pages: pages.length, open })}</p>
        <table style={{ tableLayout: 'fixed', width: '100%' }}>
          <thead>
            <tr>
              <th scope="col">{t('translations.page')}</th>
              {languages.map(({ code, tag, name }) => (
                <th key={code} scope="col" lang={tag}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.map((twins) => (
              <tr key={twins[0]?.key} id={twins[0]?.key}>
                <th scope="row">{twins[0]?.key}</th>
                {languages.map(({ code, tag }) => {
                  const twin = twins.find((each) => each.language === code);
                  return (
                    <td key={code}>
                      {twin?.path ? (
                        <a href={twin.path}>{stateInWords(twin, t as Translate)}</a>
                      ) : (
                        t('translations.missing')
                      )}
                      {twin?.sections.map((section) => (
                        <Change key={section.now?.[code]?.line ?? 0} section={section} language={code} tag={tag} />
                      ))}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </main>
    </Document>
  );
}

/** The changes of a section in one language; its heading where nothing changed. */
function Change({ section, language, tag }: { section: SectionHistory; language: string; tag: string }) {
  const { confirmed, now, changed } = section;
  const current = now?.[language];
  if (!changed.includes(language)) {
    return (
      <p className="text-sm" lang={tag}>
        {current?.title}
      </p>
    );
  }
  return (
    <p className="text-sm" lang={tag}>
      {changeOf(confirmed?.texts[language] ?? '', current?.text ?? '').map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </p>
  );
}

function Part({ part: { kind, text } }: { part: ChangePart }) {
  if (kind === 'gone') return <del style={{ background: '#ffd7d5', color: '#82071e' }}>{text}</del>;
  if (kind === 'new') return <ins style={{ background: '#ccffd8', color: '#055d20' }}>{text}</ins>;
  return text;
}
