import { translatorsOf } from '#components/entrance/translators.ts';
import { languages } from '#lib/languages/languages.ts';
import { AllFaults } from '../(preview)/faults.tsx';

/** What the preview shows at the path of a page that an editor has just removed, until it lists the paths again. Never published. */
export default async function RemovedPage() {
  const translators = await translatorsOf({ languages });
  return (
    <main className="wrap" style={{ paddingBlock: '2rem' }}>
      {translators.map(({ language, t }) => (
        <section key={language.code} lang={language.tag}>
          <h1>{t('notFound.heading')}</h1>
          <AllFaults language={language} />
        </section>
      ))}
    </main>
  );
}
