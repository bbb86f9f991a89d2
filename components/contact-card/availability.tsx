import { useTranslations } from 'next-intl';
import { hoursInWords } from '#lib/contacts/hours-in-words.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import type { Availability as Hours } from '#lib/records/contact.ts';

/** When a unit can be reached: in words, its opening hours as a short list, and the days on which they do not hold. */
export function Availability({
  availability: { words, hours, exceptions },
  language,
}: {
  availability: Hours;
  language: Language;
}) {
  const t = useTranslations();
  const say = hoursInWords(language, t);
  return (
    <>
      {words && <p>{inLanguage(words, language.code)}</p>}
      {hours && <Lines lines={say.hours(hours)} />}
      {exceptions && <Lines lines={say.exceptions(exceptions)} />}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="hours">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
