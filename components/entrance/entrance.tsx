import { Fragment, type ReactNode } from 'react';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { noticesOn } from '#lib/site/notices.ts';
import type { Site } from '#lib/site/site.ts';
import { Facade } from '../drawings/facade.tsx';
import { Document } from '../layout/document.tsx';
import { Notices } from '../notices/notices.tsx';

interface Part {
  readonly language: Language;
  readonly heading: string;
  readonly content: ReactNode;
}

/**
 * A page in all languages at once, side by side at the same size: the choice of language and the 404 page.
 * @param parts the page in each language
 * @param walled whether the door is bricked up
 * @param children what follows the main content
 * @throws Error when the organisation has no address, or there is no language
 */
export function Entrance({
  site,
  parts,
  walled = false,
  children,
}: {
  site: Site;
  parts: readonly Part[];
  walled?: boolean;
  children?: ReactNode;
}) {
  const address = site.organisation.address;
  const first = parts[0]?.language;
  if (!address || !first) throw new Error('An entrance needs an address and a language.');
  const foreign = ({ code, tag }: Language) => (code === first.code ? undefined : tag);
  const notices = noticesOn(site);
  return (
    <Document
      lang={first.tag}
      className={`tricolour ${notices.length > 0 ? 'grid-rows-[auto_auto_1fr]' : 'grid-rows-[auto_1fr]'}`}
    >
      {notices.length > 0 && (
        <div>
          {parts.map(({ language }) => (
            <div key={language.code} lang={foreign(language)}>
              <Notices site={site} language={language} notices={notices} />
            </div>
          ))}
        </div>
      )}
      <main className="grid grid-rows-[1fr_auto_auto]">
        <h1 className="sr-only">
          {parts.map(({ language, heading }, index) => (
            <Fragment key={language.code}>
              {index > 0 && ' – '}
              <span lang={foreign(language)}>{heading}</span>
            </Fragment>
          ))}
        </h1>
        <div className="wrap grid md:auto-cols-fr md:grid-flow-col md:grid-rows-[1fr_auto_1fr]">
          {parts.map(({ language, content }) => (
            <section
              key={language.code}
              className="content-center py-column md:row-span-3 md:grid md:grid-rows-subgrid md:not-first:pl-column md:not-first:[box-shadow:-0.5px_0,inset_0.5px_0] md:first:pr-column md:first:text-right"
              lang={language.tag}
              aria-label={language.name}
            >
              <div className="md:row-start-2">{content}</div>
            </section>
          ))}
        </div>
        <Facade walled={walled} />
        <p className="wrap flex flex-wrap justify-center gap-x-6 pt-3 pb-4 text-sm">
          {parts.map(({ language }) => (
            <span key={language.code} lang={foreign(language)}>
              {inLanguage(address.street, language.code)}, {address.postcode} {inLanguage(address.city, language.code)}
            </span>
          ))}
        </p>
      </main>
      {children}
    </Document>
  );
}
