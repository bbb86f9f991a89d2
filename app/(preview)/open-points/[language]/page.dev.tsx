import { getTranslations, setRequestLocale } from 'next-intl/server';
import { Document } from '#components/layout/document.tsx';
import { inLanguage, languageOf } from '#lib/languages/languages.ts';
import { getOpenPoints } from '../../../current-site.ts';

/** The questions to the client, at `/open-points/<language>` of the preview. Never published. */
export default async function OpenPointsPage({ params }: { params: Promise<{ language: string }> }) {
  const { language } = await params;
  setRequestLocale(language);
  const t = await getTranslations({ locale: language });
  const points = Object.entries(getOpenPoints() ?? {});
  const blocking = points.filter(([, { blocks }]) => blocks).length;
  return (
    <Document lang={languageOf(language).tag}>
      <main id="main" className="wrap" style={{ paddingBlock: '2rem' }}>
        <h1>{t('openPoints.title')}</h1>
        <p>{t('openPoints.count', { count: points.length, blocking })}</p>
        {points.map(([name, { question, known, proposal, where, blocks }]) => (
          <section key={name} id={name}>
            <h2>
              {name}. {inLanguage(question, language)}
            </h2>
            {blocks && (
              <p>
                <strong>{t('openPoints.blocks')}</strong>
              </p>
            )}
            <dl>
              <dt>{t('openPoints.known')}</dt>
              <dd>{inLanguage(known, language)}</dd>
              <dt>{t('openPoints.proposal')}</dt>
              <dd>{inLanguage(proposal, language)}</dd>
              <dt>{t('openPoints.where')}</dt>
              <dd>{where.join(', ')}</dd>
            </dl>
          </section>
        ))}
      </main>
    </Document>
  );
}
