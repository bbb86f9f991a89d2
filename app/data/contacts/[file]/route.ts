import { getTranslations } from 'next-intl/server';
import { hoursInWords } from '#lib/contacts/hours-in-words.ts';
import { vcardPath } from '#lib/open-data/data-paths.ts';
import { vcard } from '#lib/open-data/vcard.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../../current-site.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

export function generateStaticParams() {
  return cardsOf().map(({ file }) => ({ file }));
}

/** The vCard of a unit in a language. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const card = cardsOf().find((each) => each.file === file);
  if (!card) return new Response(null, { status: 404 });
  const { site, contact, language } = card;
  const t = await getTranslations({ locale: language.code });
  const body = vcard(site, contact, language, {
    person: (name) => t('contact.person', { name }),
    hours: hoursInWords(language, t).hours,
  });
  return new Response(body, { headers: { 'Content-Type': mediaTypes.vcf } });
}

function cardsOf() {
  const site = getSite();
  return site.contacts.flatMap((contact) =>
    site.languages.map((language) => {
      const file = vcardPath(contact.id, language.code).split('/').at(-1) ?? '';
      return { site, contact, language, file };
    }),
  );
}
