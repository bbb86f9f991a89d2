import { useTranslations } from 'next-intl';
import { indexEntries, indexLetters } from '#lib/search/alphabetical.ts';
import { pagesOfIndex, type View } from '#lib/site/site.ts';
import { IndexList } from '../index/index-list.tsx';
import { Links } from '../layout/links.tsx';

export const indexAnchor = 'a-z';

/** The index from A to Z, like the one at the back of a book: pages, units, their other names and their tasks. */
export function AlphabeticalIndex({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  const letters = indexLetters(indexEntries(site, language));
  return (
    <section className="section group-data-[state=several]:hidden group-data-[state=single]:hidden" id={indexAnchor}>
      <h2>{t('search.index')}</h2>
      <div>
        <nav aria-label={t('search.letters')}>
          <ul className="-ml-2.5 flex flex-wrap gap-1 print:hidden">
            <Links
              className="control"
              links={letters.map(({ letter }) => ({ href: `#${anchorOf(letter)}`, text: letter }))}
            />
          </ul>
        </nav>
        <div className="columns-[17rem] gap-x-column pt-6" data-letters>
          {letters.map(({ letter, entries }) => (
            <section key={letter} className="break-inside-avoid pb-6">
              <h3 className="border-ink border-b pb-1" id={anchorOf(letter)}>
                {letter}
              </h3>
              <IndexList entries={entries.map(({ text, path, see }) => ({ href: path, text, see }))} />
            </section>
          ))}
        </div>
        {pagesOfIndex(site).length < site.pages.length && <p>{t('morePages')}</p>}
      </div>
    </section>
  );
}

function anchorOf(letter: string): string {
  return `letter-${letter.toLowerCase()}`;
}
