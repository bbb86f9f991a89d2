import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, describe as group, test } from 'vitest';
import { componentsOn } from '#components/registry.tsx';
import { loadSite } from '#gate/load.ts';
import { reservedAnchors } from '#gate/rules/layout.ts';
import { emptyNewsList } from '#gate/rules/news.ts';
import { type Blank, exampleOf } from '#lib/body/example.ts';
import { componentNames, ruleOf } from '#lib/body/vocabulary.ts';
import { languages } from '#lib/languages/languages.ts';
import { licenceNames } from '#lib/pictures/licences.ts';
import { contactKinds } from '#lib/records/contact.ts';
import { homeKey, pageOf } from '#lib/site/site.ts';
import { fixtureRoot } from '../fixture-site.ts';
import { allTwins, fields, load, pageFile, pageText } from '../unit/content-tree.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A publication, without which a list of publications is refused. */
const publication = Object.fromEntries(
  languages.map((language) => [
    pageFile('report', language),
    pageText(
      {
        ...fields.services,
        title: 'A report',
        slug: 'report',
        template: 'publication',
        year: '2025',
        published: '2026-03-12',
      },
      '<Document file="report-fr.pdf" />',
    ),
  ]),
);

group('the vocabulary of editors', () => {
  test('renders links and exactly the components that editors may use', () => {
    const { site } = loadSite({ root: fixtureRoot, languages, drafts: false });
    const [language] = languages;
    if (!site || !language) throw new Error('The fixture site has findings.');
    const known = Object.keys(componentsOn({ site, page: pageOf(site, homeKey), language }));
    expect(known.toSorted()).toEqual([...componentNames, 'a'].toSorted());
  });

  test.for(componentNames.filter((name) => !ruleOf(name)?.inside))('the example of %s passes the gate', (name) => {
    const values: Record<Blank['kind'], string> = {
      words: 'Some words',
      link: 'page:services',
      contact: 'post-room',
      'contact-kind': contactKinds[0],
      language: 'en',
      picture: 'photo.jpg',
      document: 'report-nl.pdf',
      licence: licenceNames[0] ?? '',
    };
    // A text alternative and a caption are not the same words.
    const fill = ({ kind, purpose }: Blank) => (purpose === 'alt' ? 'Other words' : values[kind]);
    const body = exampleOf(name, fill, 2).join('\n');
    const fixture = (file: string) => readFileSync(path.join(root, 'tests/fixtures', file));
    // Reading a picture or a document takes a process, so only the examples that show one have it.
    const beside = (file: string, folder: string) =>
      body.includes(file) ? { [`content/pages/services/${file}`]: fixture(`${folder}/${file}`) } : {};
    const { findings } = load({
      ...allTwins('services', {}, body),
      ...beside('photo.jpg', 'pictures'),
      ...beside('report-nl.pdf', 'documents'),
      ...(name === 'Publications' && {
        ...publication,
        'content/pages/report/report-fr.pdf': fixture('documents/report-fr.pdf'),
      }),
    });
    // The accessibility statement also requires its records, which this tree does not have; a list of news without news is a warning.
    const unexpected = findings.filter(({ file, code }) => file.endsWith('.mdx') && code !== emptyNewsList.code);
    expect(unexpected).toEqual([]);
  });

  test('names only containers that exist', () => {
    const containers = componentNames.flatMap((name) => ruleOf(name)?.inside ?? []);
    expect(containers.filter((name) => !ruleOf(name))).toEqual([]);
  });
});

test('every id of the layout is reserved, so that no heading can have it', () => {
  const ids = ['app', 'components'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx') && !file.endsWith('.dev.tsx'))
      .flatMap((file) => [...readFileSync(path.join(root, folder, file), 'utf8').matchAll(/\bid="([^"]+)"/g)])
      .map(([, id]) => id),
  );
  expect(ids.length).toBeGreaterThan(0);
  expect(ids.filter((id) => !reservedAnchors.some((reserved) => reserved === id))).toEqual([]);
});
