import { Fragment, type ReactNode } from 'react';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import type { Site } from '#lib/site/site.ts';
import { Facade } from '../drawings/facade.tsx';
import { Document } from '../layout/document.tsx';

interface Voice {
  readonly language: Language;
  /** What this language says, after its heading. */
  readonly says: ReactNode;
}

/**
 * A page that speaks all languages at once, at the same size, meeting on the axis of the façade.
 * @param headings the page's heading in each language, in the order of the voices
 * @param walled whether the door is bricked up
 * @param children what stands after the main content
 */
export function Gate({
  site,
  voices,
  headings,
  walled = false,
  children,
}: {
  site: Site;
  voices: readonly Voice[];
  headings: readonly string[];
  walled?: boolean;
  children?: ReactNode;
}) {
  const address = site.organisation.address;
  const first = voices[0]?.language;
  if (!address || !first) throw new Error('A gate needs an address and a language.');
  const foreign = ({ code, tag }: Language) => (code === first.code ? undefined : tag);
  return (
    <Document lang={first.tag} className="gate">
      <main>
        <h1 className="visually-hidden">
          {voices.map(({ language }, index) => (
            <Fragment key={language.code}>
              {index > 0 && ' – '}
              <span lang={foreign(language)}>{headings[index]}</span>
            </Fragment>
          ))}
        </h1>
        <div className="wrap voices">
          {voices.map(({ language, says }) => (
            <section key={language.code} lang={language.tag} aria-label={language.name}>
              {says}
            </section>
          ))}
        </div>
        <Facade walled={walled} />
        <p className="wrap kerb small">
          {voices.map(({ language }) => (
            <span key={language.code} lang={foreign(language)}>
              {inLanguage(address.street, language.code)}, {address.postcode}{' '}
              {inLanguage(address.city, language.code)}
            </span>
          ))}
        </p>
      </main>
      {children}
    </Document>
  );
}
