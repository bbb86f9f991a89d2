import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import { languages } from '#lib/languages/languages.ts';
import { mediaTypeOf } from '#lib/site/media-types.ts';
import { ask } from '../http/client.ts';
import { type Host, hostKinds } from '../http/hosts.ts';
import { Faults, rulesOf } from '../http/promises/promise.ts';
import {
  documentNames,
  downloads,
  firstEdition,
  publicationList,
  publications,
  sourceOf,
} from './content/documents.ts';
import { htmlOf, out, pagesOf, pathsOf, site } from './site.ts';

/* Publications and documents, as they are published and sent. */

const addressOf = (name: string) => `/documents/${name}`;
/** The documents that a page links to, in order. */
const linkedFrom = (html: string) => [...html.matchAll(/href="\/documents\/([^"]+)"/g)].map(([, name = '']) => name);

group('publications', () => {
  test('are listed with the newest first, in every language', () => {
    for (const [index, html] of pagesOf(publicationList).entries()) {
      const paths = publications.map(({ key }) => pathsOf(key)[index] ?? '');
      const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
      expect([...main.matchAll(/<li><a [^>]*href="([^"]+)"/g)].map(([, href]) => href)).toEqual(paths);
    }
  });

  test('offer the document in the language of the page first, then the other language, then earlier editions', () => {
    const [both, second, one] = publications.map(({ key }) => pagesOf(key).map(linkedFrom));
    expect(both).toEqual([
      ['report-2025-nl.pdf', 'report-2025-fr.pdf'],
      ['report-2025-fr.pdf', 'report-2025-nl.pdf'],
    ]);
    const edition = 'report-2024-2026-03-12-nl.pdf';
    expect(second).toEqual([
      [edition, 'report-2024-fr.pdf', firstEdition, 'figures-2024-nl.xlsx'],
      ['report-2024-fr.pdf', edition, 'figures-2024-nl.xlsx'],
    ]);
    expect(one).toEqual([['report-2023-nl.pdf'], ['report-2023-nl.pdf']]);
  });

  test('name language, pages and size in each link, and say when a language is missing', () => {
    const [nl = '', fr = ''] = pagesOf('publications/report-2023');
    expect(nl).toMatch(/>Jaarverslag\s2023\s\(pdf in het Nederlands, 2.pagina’s, 17.kB\)</);
    expect(fr).toMatch(/<span lang="nl-BE">Jaarverslag\s2023<\/span> \(PDF en néerlandais, 2.pages, 17.ko\)/);
    expect(nl).toContain('Er is geen versie in het Frans.');
    expect(fr).toContain('Il n’y a pas de version en français.');
  });

  test('are reports in the structured data, with their documents', () => {
    for (const html of pagesOf('publications/report-2025')) {
      const [, data = '{}'] = /<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html) ?? [];
      const { mainEntity } = JSON.parse(data);
      expect(mainEntity).toMatchObject({ '@type': 'Report', datePublished: '2026-05-12' });
      expect(JSON.stringify(mainEntity)).toContain(addressOf('report-2025-fr.pdf'));
    }
  });

  test('are in the sitemap, and documents are in no list of pages', () => {
    const sitemap = readFileSync(out('site/sitemap.xml'), 'utf8');
    for (const each of publications.flatMap(({ key }) => pathsOf(key)))
      expect(sitemap).toContain(`<loc>${site.origin}${each}</loc>`);
    expect(sitemap).not.toContain(addressOf(''));
  });
});

test('every document is published as it came, under its name, and no other file is beside it', () => {
  for (const name of documentNames) {
    expect(readFileSync(out(`site${addressOf(name)}`)).equals(sourceOf(name)), name).toBe(true);
  }
  const linked = [downloads, ...publications.map(({ key }) => key)].flatMap((key) => pagesOf(key).flatMap(linkedFrom));
  expect([...new Set(linked)].sort()).toEqual(documentNames);
  expect(pathsOf(downloads).map((each) => linkedFrom(htmlOf(each)).length)).toEqual(languages.map(() => 5));
});

for (const { name: server, missing, start } of hostKinds) {
  group.skipIf(missing)(`the addresses of documents on ${server}`, () => {
    let host: Host;
    beforeAll(async () => {
      host = await start(out());
    });
    afterAll(() => host.stop());

    test('answer with the file, its type and the headers of every response', async () => {
      const faults = new Faults();
      for (const name of documentNames) {
        const target = addressOf(name);
        const answer = await ask(host.port, target);
        faults.equal(`${target}: status`, answer.status, 200);
        faults.equal(`${target}: type`, answer.headers['content-type'], mediaTypeOf(target));
        faults.equal(
          `${target}: caching`,
          answer.headers['cache-control'],
          rulesOf(host).headers.changing['Cache-Control'],
        );
        faults.equal(`${target}: sniffing`, answer.headers['x-content-type-options'], 'nosniff');
        faults.commonHeaders(target, answer, rulesOf(host), target);
        faults.body(target, answer.body, sourceOf(name));
      }
      expect(faults.found).toEqual([]);
    });

    test('of a first edition answer with it after the second one', async () => {
      const [first, second] = await Promise.all(
        [firstEdition, 'report-2024-2026-03-12-nl.pdf'].map((name) => ask(host.port, addressOf(name))),
      );
      expect([first?.status, second?.status]).toEqual([200, 200]);
      expect(first?.body.equals(sourceOf(firstEdition))).toBe(true);
      expect(second?.body.equals(first?.body ?? Buffer.alloc(0))).toBe(false);
    });

    test('answer 404 with another case, another ending or a folder', async () => {
      for (const lost of ['', 'REPORT-2025-nl.pdf', 'report-2025-nl', 'report-2025-nl.pdf.br', '../documents.yaml']) {
        expect((await ask(host.port, addressOf(lost))).status, lost).toBe(404);
      }
    });
  });
}
