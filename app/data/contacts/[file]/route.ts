import path from 'node:path';
import { getTranslations } from 'next-intl/server';
import { hoursInWords } from '#lib/contacts/hours-in-words.ts';
import { lifeWithSuccessors } from '#lib/contacts/life-in-words.ts';
import { vcardPath, vcardVersions } from '#lib/open-data/data-paths.ts';
import { unitsOfData } from '#lib/open-data/directory-data.ts';
import { vcard } from '#lib/open-data/vcard.ts';
import { mediaTypes } from '#lib/site/media-types.ts';
import { getSite } from '../../../current-site.ts';

export const dynamic = 'force-static';
export const dynamicParams = false;

/** One file per unit, language and version. */
export function generateStaticParams() {
  return vcards().map(({ file }) => ({ file }));
}

/** The vCard of a unit in a language. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const found = vcards().find((each) => each.file === file);
  if (!found) return new Response(null, { status: 404 });
  const { site, contact, language, version } = found;
  const t = await getTranslations({ locale: language.code });
  const text = vcard(
    site,
    contact,
    language,
    {
      person: (name) => t('contact.person', { name }),
      life: (unit) => lifeWithSuccessors(site, unit, language, t),
      hours: hoursInWords(language, t).hours,
    },
    version,
  );
  return new Response(text, { headers: { 'Content-Type': mediaTypes.vcf } });
}

function vcards() {
  const site = getSite();
  return unitsOfData(site).flatMap((contact) =>
    site.languages.flatMap((language) =>
      vcardVersions.map((version) => {
        const file = path.posix.basename(vcardPath(contact.id, language.code, version));
        return { site, contact, language, version, file };
      }),
    ),
  );
}
