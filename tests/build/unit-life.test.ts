import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { useFixtureContent } from '../fixture-site.ts';
import { build, copyProject, type Run } from './project-copy.ts';

/* The pages of a site on the day after two services ended: one with a page and a successor, one that was closed. */

const copy = copyProject('unit-life');
const htmlOf = (pagePath: string) => readFileSync(path.join(copy.root, `out/site${pagePath}.html`), 'utf8');
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\s+/g, ' ');
const mainOf = (pagePath: string) => /<main[\s\S]*<\/main>/.exec(htmlOf(pagePath))?.[0] ?? '';
let run: Run;

beforeAll(async () => {
  useFixtureContent(copy.root);
  for (const [id, text] of [
    ['ict', 'until: 2026-12-31\nreplacedBy: [budget]\n'],
    ['fido', 'until: 2026-12-31\n'],
  ]) {
    const file = `content/contacts/${id}.yaml`;
    copy.write(file, copy.read(file) + text);
  }
  run = await copy.run(build, { SITE_DAY: '2027-01-01' });
});
afterAll(() => copy.remove());

group('a site with services that have ended', () => {
  test('is built', () => expect(run.code, run.output).toBe(0));

  test('keeps the page of a service, which says so and leads on, without its number', () => {
    for (const [pagePath, words, next] of [
      ['/nl/diensten/ict', 'De dienst bestond tot en met 31 december 2026.', 'Budget en Beheerscontrole'],
      ['/fr/services/ict', 'Le service a existé jusqu’au 31 décembre 2026 inclus.', 'Budget et Contrôle de gestion'],
    ] as const) {
      const main = mainOf(pagePath);
      expect(textOf(main)).toContain(words);
      expect(textOf(main)).toContain(next);
      expect(main).not.toContain('tel:+3225010411');
    }
  });

  test('keeps the anchors of the directory, below the services that exist', () => {
    const main = mainOf('/nl/diensten');
    const entries = main.slice(main.indexOf('data-entries'), main.indexOf('id="former"'));
    expect(entries).toContain('id="budget"');
    expect(entries).not.toContain('id="ict"');
    for (const id of ['ict', 'fido']) expect(main.match(new RegExp(`id="?${id}"?[ >]`, 'g'))).toHaveLength(1);
  });

  test('keeps the pages in the sitemap, and answers at vCards, data and identifiers', () => {
    const { files } = JSON.parse(readFileSync(path.join(copy.root, 'out/hosting.json'), 'utf8')) as Hosting;
    expect(readFileSync(path.join(copy.root, 'out/site/sitemap.xml'), 'utf8')).toContain('/nl/diensten/ict');
    const answering = Object.keys(files);
    for (const id of ['ict', 'fido', 'budget']) {
      expect(answering).toEqual(
        expect.arrayContaining([`/id/${id}`, `/data/contacts/${id}.nl.vcf`, `/data/v1/units/${id}.ttl`]),
      );
    }
  });

  test('announces the ends in the feed of changes', () => {
    const feed = readFileSync(path.join(copy.root, 'out/site/data/v1/changes.fr.atom'), 'utf8');
    expect(feed).toContain('Adressez-vous désormais à : Budget et Contrôle de gestion');
  });
});
