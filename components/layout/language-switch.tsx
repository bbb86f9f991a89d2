import { twinOf } from '#lib/site/site.ts';
import type { View } from '#lib/site/view.ts';

/** Links to this same page in each other language; on a narrow screen the code is shown and the name is read. */
export function LanguageSwitch({ view: { site, page, language } }: { view: View }) {
  return site.languages
    .filter(({ code }) => code !== language.code)
    .map(({ code, tag, name }) => (
      <a key={code} className="control language" href={twinOf(page, code).path} lang={tag} hrefLang={tag}>
        <span className="short" aria-hidden="true">
          {code.toUpperCase()}
        </span>{' '}
        <span className="long">{name}</span>
      </a>
    ));
}
