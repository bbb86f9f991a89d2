import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { languages } from './languages.ts';

const codes = languages.map(({ code }) => code);

/** next-intl's set-up: the messages of the page's language, and no mercy for a missing one. */
export default getRequestConfig(async ({ locale, requestLocale }) => {
  const asked = locale ?? (await requestLocale);
  if (!hasLocale(codes, asked)) throw new Error(`No messages for the language "${asked}".`);
  const messages = (await import(`../../messages/${asked}.json`)).default;
  return {
    locale: asked,
    messages,
    timeZone: 'Europe/Brussels',
    // By default a missing message is only logged and its key is published.
    onError: (error) => {
      throw error;
    },
  };
});
