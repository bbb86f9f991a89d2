import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { languages } from '#lib/languages/languages.ts';

const codes = languages.map(({ code }) => code);

/** The configuration of next-intl: the messages of the page's language. A missing message is an error. */
export default getRequestConfig(async ({ locale, requestLocale }) => {
  const code = locale ?? (await requestLocale);
  if (!hasLocale(codes, code)) throw new Error(`No messages for the language "${code}".`);
  return {
    locale: code,
    messages: await messagesOf(code),
    timeZone: 'Europe/Brussels',
    // By default, next-intl logs a missing message and renders its key.
    onError: (error) => {
      throw error;
    },
  };
});

async function messagesOf(code: string) {
  const messages = (await import(`../messages/${code}.json`)).default;
  if (process.env.NODE_ENV !== 'development') return messages;
  // Pages of the preview also show messages of the gate.
  return { ...messages, ...(await import(`../gate/messages/${code}.json`)).default };
}
