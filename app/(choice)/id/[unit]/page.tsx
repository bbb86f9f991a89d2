import type { Metadata } from 'next';
import { Entrance } from '#components/entrance/entrance.tsx';
import { translatorsOf } from '#components/entrance/translators.ts';
import { inLanguage } from '#lib/languages/languages.ts';
import { linkedForms, unitDataPath } from '#lib/open-data/data-paths.ts';
import { unitsOfData } from '#lib/open-data/directory-data.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { contactOf, unitPath } from '#lib/site/site.ts';
import { getSite } from '../../../current-site.ts';

interface Properties {
  readonly params: Promise<{ readonly unit: string }>;
}

export const dynamicParams = false;

/** The units of the open data. */
export function generateStaticParams() {
  return unitsOfData(getSite()).map(({ id }) => ({ unit: id }));
}

/** The names of the unit, and its data as alternates. Search engines list its own page instead. */
export async function generateMetadata({ params }: Properties): Promise<Metadata> {
  const { unit } = await params;
  const site = getSite();
  const { name } = contactOf(site, unit);
  return {
    metadataBase: new URL(site.origin),
    title: [...new Set(Object.values(name))].join(' – '),
    robots: { index: false },
    alternates: {
      types: Object.fromEntries(
        linkedForms.map((form) => [mediaTypes[form].replace(/;.*/, ''), unitDataPath(unit, form)]),
      ),
    },
  };
}

/** `/id/<unit>` where the host did not choose: the unit in every language, with its page and its data. */
export default async function IdentifierPage({ params }: Properties) {
  const { unit } = await params;
  const site = getSite();
  const contact = contactOf(site, unit);
  const translators = await translatorsOf(site);
  return (
    <Entrance
      site={site}
      parts={translators.map(({ language, t }) => ({
        language,
        heading: inLanguage(contact.name, language.code),
        content: (
          <>
            <h2 className="mt-1 mb-6 text-2xl/[1.14]">{inLanguage(contact.name, language.code)}</h2>
            <a className="button" href={unitPath(site, contact, language.code)} hrefLang={language.tag}>
              {t('openData.page')}
            </a>
            <p className="mt-4 flex flex-wrap gap-x-6 md:in-[section:first-child]:justify-end">
              {linkedForms.map((form) => (
                <a key={form} className="py-2.5" href={unitDataPath(unit, form)}>
                  {t(`openData.${form}`)}
                </a>
              ))}
            </p>
          </>
        ),
      }))}
    />
  );
}
