import { useTranslations } from 'next-intl';
import { indexEntries, indexLetters } from '#lib/search/alphabetical.ts';
import { pagesOfIndex } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

export const indexAnchor = 'a-z';

/** Everything that can be found, from A to Z, as at the back of a book: pages, units, their other names, their tasks. */
export function AlphabeticalIndex({ view: { site, language } }: { view: View }) {
  const t = useTranslations();
  const letters = indexLetters(indexEntries(site, language));
  return (
    <section className="section alphabetical-index" id={indexAnchor}>
      <h2>{t('search.index')}</h2>
      <div>
        <nav aria-label={t('search.letters')}>
          <ul className="letters">
            {letters.map(({ letter }) => (
              <li key={letter}>
                <a className="control" href={`#${anchorOf(letter)}`}>
                  {letter}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="letter-columns">
          {letters.map(({ letter, entries }) => (
            <section key={letter} className="letter">
              <h3 id={anchorOf(letter)}>{letter}</h3>
              <ul className="task-index">
                {entries.map(({ text, path, see }) => (
                  <li key={text + path}>
                    <a href={path}>{text}</a> {see && <span>{see}</span>}
                  </li>
                ))}
              </ul>
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
