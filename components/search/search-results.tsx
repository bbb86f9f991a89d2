import { useTranslations } from 'next-intl';
import { phoneNumbersOf } from '#lib/contacts/channels.ts';
import { formatPhone } from '#lib/contacts/phone.ts';
import { pageOf, twinOf, type View } from '#lib/site/site.ts';
import { Links } from '../layout/links.tsx';
import { indexAnchor } from './alphabetical-index.tsx';
import { OtherLanguages } from './other-languages.tsx';

/** The frame of the results, which the script fills, and links for when there are none. */
export function SearchResults({ view: { site, page, language } }: { view: View }) {
  const t = useTranslations();
  const elsewhere = [site.directory, site.organisation.page].flatMap((key) =>
    key ? twinOf(pageOf(site, key), language.code) : [],
  );
  return (
    <div className="pt-8 pb-column group-not-data-state:hidden" data-results>
      <div className="pt-3">
        <p className="pb-5 empty:hidden" data-remark />
        <ol className="border-ink border-t *:grid *:gap-1.5 *:border-line *:border-b *:py-row empty:hidden [&_p:last-child]:text-sm [&_p:last-child]:text-soft" />
        <div
          className="group-data-[state=busy]:hidden group-data-[state=several]:hidden group-data-[state=single]:hidden"
          data-nothing
        >
          <p>{t('search.nothing')}</p>
          <ul>
            <Links
              className="inline-block py-2.5"
              links={[
                { href: `#${indexAnchor}`, text: t('search.index') },
                ...elsewhere.map(({ path, label }) => ({ href: path, text: label })),
                ...phoneNumbersOf(site.organisation).map((number) => ({
                  href: `tel:${number}`,
                  text: t('contact.call', { number: formatPhone(number) }),
                })),
              ]}
            />
          </ul>
        </div>
        <OtherLanguages view={{ site, page, language }} />
      </div>
    </div>
  );
}
