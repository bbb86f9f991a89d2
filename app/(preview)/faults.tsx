import { useTranslations } from 'next-intl';
import { Document } from '#components/layout/document.tsx';
import { describe, gateMessages } from '#edit/report/describe.ts';
import { placeOf, visible } from '#edit/report/terminal.ts';
import { sourceReader } from '#edit/source.ts';
import type { Finding } from '#gate/finding/finding.ts';
import { type Language, languages } from '#lib/languages/languages.ts';
import type { View } from '#lib/site/site.ts';
import { getPreview } from '../current-site.ts';

/** Whether a page has errors, so that the preview shows them in its place. */
export function isBroken({ page }: View): boolean {
  return getPreview().broken.has(page.key);
}

/** What the preview shows in place of a page with errors: its own findings, or those of other files that keep it from being shown. */
export function Faults({ view: { page, language } }: { view: View }) {
  const own = new Set(Object.values(page.twins).map(({ file }) => file));
  const { reasons } = getPreview();
  const found = reasons.filter(({ file }) => own.has(file));
  const t = useTranslations();
  return (
    <div className="wrap" style={{ paddingBlock: '2rem' }}>
      <h1>{t('preview.faulty')}</h1>
      <p>{t('preview.explanation')}</p>
      <FaultList language={language} findings={found.length > 0 ? found : reasons} />
    </div>
  );
}

/** Every error that keeps a part of the site from being shown, in the words of one language. */
export function AllFaults({ language }: { language: Language }) {
  return <FaultList language={language} findings={getPreview().reasons} />;
}

/** A document with every error in every language, when nothing else can be shown. */
export function OnlyFaults() {
  return (
    <Document lang={languages[0]?.tag ?? ''}>
      <main className="wrap" style={{ paddingBlock: '2rem' }}>
        {languages.map((language) => (
          <section key={language.code} lang={language.tag} aria-label={language.name}>
            <AllFaults language={language} />
          </section>
        ))}
      </main>
    </Document>
  );
}

function FaultList({ language, findings }: { language: Language; findings: readonly Finding[] }) {
  const messages = gateMessages(process.cwd(), languages);
  const words = { [language.code]: messages[language.code] ?? {} };
  const textOf = sourceReader(process.cwd());
  return findings.map((finding) => (
    <article key={`${placeOf(finding)} ${finding.code}`} style={{ marginBlock: '2rem' }}>
      <p className="text-sm">
        {visible(placeOf(finding))} {finding.code}
      </p>
      <pre style={{ overflowX: 'auto' }}>{visible(textOf(finding.file)?.split('\n')[finding.line - 1] ?? '')}</pre>
      {describe({ ...finding, language: language.code }, words).map(({ what, why, write }) => (
        <p key={what}>
          <strong>{visible(what)}</strong> {visible(why)}
          <br />→ {visible(write)}
        </p>
      ))}
    </article>
  ));
}
