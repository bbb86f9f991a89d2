import type { Finding } from '../finding/finding.ts';
import { pathOf } from '../read/files.ts';
import { wrongForm } from './fields.ts';
import { checkPageKey, repeatedPath } from './pages.ts';
import type { WholeSite } from './whole-site.ts';

/** A redirect leads from a path without a page to a page that is published, or says that the page is gone. */
export function checkRedirects(site: WholeSite): Finding[] {
  const { redirects, pageFiles, languages } = site;
  const owners = new Map(pageFiles.map((each) => [pathOf(each), each.file]));
  return (redirects.value ?? []).flatMap(({ from, to }, index) => {
    const place = redirects.place([index, 'from']);
    const other = owners.get(from);
    if (!other) owners.set(from, `${place.file}:${place.line}`);
    return [
      ...(other ? [repeatedPath.at(place, { path: from, other })] : []),
      ...(languages.some(({ code }) => from.startsWith(`/${code}/`))
        ? []
        : [wrongForm.at(place, { field: 'from', value: from })]),
      ...(to === undefined ? [] : checkPageKey(to, redirects.place([index, 'to']), site)),
    ];
  });
}
