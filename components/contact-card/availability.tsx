import { useTranslations } from 'next-intl';
import { hoursInWords } from '#lib/contacts/hours-in-words.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import type { Availability as Hours } from '#lib/records/availability.ts';

/** When a unit can be reached: in words, its opening hours as a list, and the exceptions to them. */
export function Availability({
  availability: { words, hours, exceptions },
  language,
}: {
  availability: Hours;
  language: Language;
}) {
  const t = useTranslations();
  const format = hoursInWords(language, t);
  return (
    <>
      {words && <p>{inLanguage(words, language.code)}</p>}
      {hours && <Lines lines={format.hours(hours)} />}
      {exceptions && <Lines lines={format.exceptions(exceptions)} />}
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
