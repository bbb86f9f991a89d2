import { inLanguage, type Language } from '../languages/languages.ts';
import { type Contact, directoryPath, homeKey, pageOf, type Site, twinOf } from '../site/site.ts';

/** The URLs of a unit: its own site (the organisation's is this one), then its page here; without either, its directory entry. */
export function webUrls(site: Site, contact: Contact, { code }: Language): string[] {
  const { website, page, id } = contact;
  const urlOf = (key: string) => site.origin + twinOf(pageOf(site, key), code).path;
  const own = website ? inLanguage(website, code) : id === site.organisation.id && urlOf(homeKey);
  const urls = [own, page && urlOf(page)].filter((url) => typeof url === 'string');
  if (urls.length > 0 || site.directory === null) return urls;
  return [site.origin + directoryPath(site, id, code)];
}
