import { type Contact, directoryPath, pageOf, type Site, twinOf } from '../content/site.ts';
import { inLanguage, type Language } from '../i18n/languages.ts';

/**
 * Where a unit is found on the web, in one language: its own site, then its page here; without either, its entry in the
 * directory.
 */
export function webAddresses(site: Site, contact: Contact, { code }: Language): string[] {
  const { website, page, id } = contact;
  const addresses = [
    website && inLanguage(website, code),
    page && site.origin + twinOf(pageOf(site, page), code).path,
  ].filter((address) => address !== undefined);
  if (addresses.length > 0 || site.directory === null) return addresses;
  return [site.origin + directoryPath(site, id, code)];
}
