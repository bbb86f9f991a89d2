import { documentFolder } from '#lib/documents/types.ts';
import { choiceKey } from '#lib/records/redirects.ts';
import type { Finding, Place } from '../finding/finding.ts';
import { pathOf, type WholeSite } from '../read/files.ts';
import { wrongForm } from './fields.ts';
import { checkPageKey, repeatedPath } from './pages.ts';

/** A redirect leads from a path without a page to a page that is published, or says that the page is gone. */
export function checkRedirects(site: WholeSite): Finding[] {
  const { redirects, pageFiles } = site;
  const owners = new Map(pageFiles.map((each) => [pathOf(each), each.file]));
  return (redirects.value ?? []).flatMap(({ from, to }, index) => {
    const place = redirects.place([index, 'from']);
    const other = owners.get(from);
    const isPage = pageFiles.some(({ file }) => file === other);
    if (!other) owners.set(from, `${place.file}:${place.line}`);
    const hasLanguage = /^\/[a-z]{2}(?:\/|$)/.test(from);
    // No page replaces a document: it only answers, or is gone.
    const isGoneDocument = from.startsWith(documentFolder) && to === undefined;
    return [
      ...(other ? [repeatedPath.at(place, { kind: isPage ? 'answered' : 'redirect', path: from, other })] : []),
      ...(hasLanguage || isGoneDocument ? [] : [wrongForm.at(place, { field: 'from', kind: 'other', value: from })]),
      ...(to && hasLanguage ? checkTarget(from, to, redirects.place([index, 'to']), site) : []),
    ];
  });
}

/** A path leads to a page in its own language; in a language that the site does not have, only to the choice of a language. */
function checkTarget(from: string, to: string, place: Place, site: WholeSite): Finding[] {
  if (to === choiceKey) return [];
  const isKnown = site.languages.some(({ code }) => from.split('/')[1] === code);
  return isKnown
    ? checkPageKey(to, place, site)
    : [wrongForm.at(place, { field: 'to', kind: 'other', value: `page:${to}` })];
}
