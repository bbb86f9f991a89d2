import { twinOf, type View } from '#lib/site/site.ts';

/** Links to this page in the other languages. A narrow screen shows the code, and the name has both: “FR Français”. */
export function LanguageSwitch({ view: { site, page, language } }: { view: View }) {
  return site.languages
    .filter(({ code }) => code !== language.code)
    .map(({ code, tag, name }) => (
      <a key={code} className="control" href={twinOf(page, code).path} lang={tag} hrefLang={tag}>
        <span className="md:hidden">{code.toUpperCase()}</span> <span className="max-md:sr-only">{name}</span>
      </a>
    ));
}
