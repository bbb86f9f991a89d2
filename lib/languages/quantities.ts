import type { Language } from './languages.ts';

/** A number of bytes in kilobytes or megabytes of 1,024, with a no-break space: `1,2 MB`, `1,2 Mo`. */
export function formatBytes(bytes: number, { tag }: Language): string {
  const kilobytes = bytes / 1024;
  const isLarge = kilobytes >= 1000;
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  })
    .format(isLarge ? kilobytes / 1024 : Math.max(1, kilobytes))
    .replaceAll(' ', '\u00a0');
}

/** The name of a language in another one: `Frans`, `néerlandais`. */
export function nameOfLanguage(wanted: string, { tag }: Language): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(new Intl.Locale(wanted).language) ?? wanted;
}
