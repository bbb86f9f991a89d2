import { inLanguage, type Language } from '../languages/languages.ts';
import { type Contact, directoryPath, homeKey, pageOf, type Site, twinOf } from '../site/site.ts';

/**
 * Where a unit is found on the web, in one language: its own site, then its page here; without either, its entry in the
 * directory. The site of the organisation is this one.
 */
export function webAddresses(site: Site, contact: Contact, { code }: Language): string[] {
  const { website, page, id } = contact;
  const addressOf = (key: string) => site.origin + twinOf(pageOf(site, key), code).path;
  const own = website ? inLanguage(website, code) : id === site.organisation.id && addressOf(homeKey);
  const addresses = [own, page && addressOf(page)].filter((address) => typeof address === 'string');
  if (addresses.length > 0 || site.directory === null) return addresses;
  return [site.origin + directoryPath(site, id, code)];
}
