import { roundTrip } from '#lib/site/round-trip.ts';
import { type Finding, rule, startOfFile } from '../finding/finding.ts';
import type { WholeSite } from '../read/files.ts';

/** A page that needs more than one round trip to its first paint. It is published in full. */
export const longPage = rule({ code: 'C260', severity: 'warning', guide: 'body' });

/** Bytes of a page without words of its own: headers, style sheet, header and footer. Each component adds its style. */
const frame = { page: 7000, component: 200 };

/** Bytes that a component adds for each contact and each page of the site, because it lists them. */
const lists: Readonly<Record<string, { readonly base?: number; readonly contact?: number; readonly page?: number }>> = {
  Directory: { base: 1700, contact: 213 },
  Search: { base: 1200, contact: 20, page: 15 },
  SiteIndex: { page: 45 },
};

/** C260: pages that are longer than a round trip, estimated from their text and from what their components list. */
export function checkLengths({ pageFiles, contacts, pageKeys }: WholeSite): Finding[] {
  const counts = { contact: contacts.length, page: pageKeys.size };
  return pageFiles.flatMap(({ file, language, body }) => {
    if (!body) return [];
    const listed = [...body.components.keys()].map((name) => {
      const { base = 0, contact = 0, page = 0 } = lists[name] ?? {};
      return { name, bytes: frame.component + base + contact * counts.contact + page * counts.page };
    });
    const bytes = listed.reduce((sum, each) => sum + each.bytes, frame.page + body.bytes);
    if (bytes <= roundTrip) return [];
    const longest = listed.sort((a, b) => b.bytes - a.bytes)[0];
    const kind = longest && longest.bytes > body.bytes ? 'list' : 'text';
    return [longPage.at(startOfFile(file, language), { kind, size: kilobytes(bytes), limit: kilobytes(roundTrip) })];
  });
}

const kilobytes = (bytes: number) => Math.round(bytes / 100) / 10;
