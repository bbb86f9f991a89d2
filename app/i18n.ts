import { hasLocale } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';
import { languages } from '#lib/languages/languages.ts';

const codes = languages.map(({ code }) => code);

/** Configures next-intl: the messages of the page's language; a missing message is an error. */
export default getRequestConfig(async ({ locale, requestLocale }) => {
  const asked = locale ?? (await requestLocale);
  if (!hasLocale(codes, asked)) throw new Error(`No messages for the language "${asked}".`);
  return {
    locale: asked,
    messages: await messagesOf(asked),
    timeZone: 'Europe/Brussels',
    // By default next-intl only logs a missing message, and its key is published.
    onError: (error) => {
      throw error;
    },
  };
});

async function messagesOf(code: string) {
  const messages = (await import(`../messages/${code}.json`)).default;
  if (process.env.NODE_ENV !== 'development') return messages;
  // Only pages of the preview show words of the gate.
  return { ...messages, ...(await import(`../gate/messages/${code}.json`)).default };
}
