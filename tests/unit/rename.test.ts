import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, describe as group, test } from 'vitest';
import { parse } from 'yaml';
import { renamed as changesOf, renameContent, renamedRecord } from '#edit/rename.ts';
import { languages } from '#lib/languages/languages.ts';
import { EditedSite } from './faults.ts';

const files = (texts: Readonly<Record<string, string>>) => new Map(Object.entries(texts));
const renamed = (texts: Readonly<Record<string, string>>, from: string, to: string) =>
  Object.fromEntries(changesOf(files(texts), from, to));

group('a renamed page', () => {
  test('moves with its confirmation and the pages in its folder', () => {
    const texts = {
      'content/pages/services/xx.mdx': 'A.\n',
      'content/pages/services/in-step.yaml': '# Made by: npm run in-step -- services\n- day: 2026-05-01\n',
      'content/pages/services/post/xx.mdx': 'B.\n',
      'content/pages/services-old/xx.mdx': 'C.\n',
    };
    expect(renamed(texts, 'services', 'help/desk')).toEqual({
      'content/pages/services/xx.mdx': null,
      'content/pages/services/in-step.yaml': null,
      'content/pages/services/post/xx.mdx': null,
      'content/pages/help/desk/xx.mdx': 'A.\n',
      'content/pages/help/desk/in-step.yaml': '# Made by: npm run in-step -- help/desk\n- day: 2026-05-01\n',
      'content/pages/help/desk/post/xx.mdx': 'B.\n',
    });
  });

  test('is the target of every link to it, and of no other link', () => {
    const linkTo = (key: string) => `[A](page:${key}#b) [C](page:${key}/post) <Action to="page:${key}">D</Action>\n`;
    const other = '[A](page:services-old) [B](page:old/services) homepage:services contact:services\n';
    for (const file of ['content/pages/home/xx.mdx', 'content/guide/xx.md']) {
      const changed = renamed({ [file]: linkTo('services') + other }, 'services', 'help');
      expect(changed).toEqual({ [file]: linkTo('help') + other });
    }
  });

  test('has its new key in menus, contacts, redirects and the register, which keep their formatting', () => {
    const texts = {
      'content/site.yaml':
        '# Menus\norganisation: services\nnavigation:\n  header: [about, services] # two\n  legal:\n    - "services"\n',
      'content/contacts/services.yaml': 'kind: x\npage: services/post # here\nname:\n  xx: services\n',
      'content/redirects.yaml': '- from: /xx/services\n  to: page:services\n',
      'content/paths.yaml': '/xx/services: services\n/xx/services/post: services/post\n/xx/x: x\n',
    };
    expect(renamed(texts, 'services', 'help')).toEqual({
      'content/site.yaml':
        '# Menus\norganisation: services\nnavigation:\n  header: [about, help] # two\n  legal:\n    - help\n',
      'content/contacts/services.yaml': 'kind: x\npage: help/post # here\nname:\n  xx: services\n',
      'content/redirects.yaml': '- from: /xx/services\n  to: page:help\n',
      'content/paths.yaml': '/xx/services: help\n/xx/services/post: help/post\n/xx/x: x\n',
    });
  });

  test('is unchanged after renaming it back', () => {
    const key = fc.stringMatching(/^[a-z]{1,6}(?:[/-][a-z]{1,6}){0,2}$/);
    fc.assert(
      fc.property(key, key, fc.array(key), (from, to, others) => {
        const names = [from, ...others.filter((each) => !each.startsWith(to))];
        fc.pre(!to.startsWith(from) && !from.startsWith(to) && !names.some((each) => to.startsWith(each)));
        const texts = files(
          Object.fromEntries(
            names.map((each) => [`content/pages/${each}/xx.mdx`, names.map((name) => `[x](page:${name})`).join('\n')]),
          ),
        );
        const apply = (before: ReadonlyMap<string, string>, changes: ReadonlyMap<string, string | null>) =>
          new Map([...before, ...changes].filter((entry): entry is [string, string] => changes.get(entry[0]) !== null));
        const there = apply(texts, changesOf(texts, from, to));
        const back = apply(there, changesOf(there, to, from));
        expect(Object.fromEntries(back)).toEqual(Object.fromEntries(texts));
      }),
    );
  });
});

test('renaming a page moves its pictures with it', () => {
  const page = (code: string, [title, summary, alt]: readonly string[]) => ({
    file: `content/pages/square/${code}.mdx`,
    write: `---
title: ${title}
summary: ${summary}
slug: plein
template: text
updated: 2026-05-01
draft: true
---

<Figure file="plein.jpg" alt="${alt}" credit="Ann Peeters" licence="cc-by-4.0" />
`,
  });
  const dutch = ['Het plein', 'Waar het plein ligt, wat er te zien is en hoe je er komt.', 'Een plein in de zon.'];
  const french = ['La place', 'Où se trouve la place, ce qu’on y voit et comment y venir.', 'Une place au soleil.'];
  const picture = { file: 'content/pages/square/plein.jpg', picture: 'photo.jpg' };
  using site = new EditedSite([picture, page('nl', dutch), page('fr', french)]);
  const before = readFileSync(path.join(site.root, picture.file));
  const { changes } = renameContent({ root: site.root, languages, messages: {} }, 'square', 'place');
  expect(changes.get(picture.file)).toBeNull();
  expect(changes.get('content/pages/place/plein.jpg')).toEqual(before);
});

group('a renamed contact', () => {
  test('has its new id in links, components, fields, other records, settings, confirmations and open points', () => {
    const page = (id: string) =>
      `---\ncontact: ${id} # own\nunits: [${id}, ict-post]\n---\n\n<Phone contact="${id}" /> [A](contact:${id}) [B](page:ict)\n`;
    const texts = (id: string) => ({
      'content/pages/home/xx.mdx': page(id),
      'content/guide/xx.md': `\`[A](contact:${id})\` and contact:ict-post\n`,
      'content/contacts/post.yaml': `parent: ${id}\nreplacedBy: [${id}]\npartOf:\n  - unit: ${id} # old\nname:\n  xx: ict\n`,
      'content/notices/fire.yaml': `units:\n  - ${id}\n  - post\n`,
      'content/site.yaml': `organisation: ${id}\nnavigation:\n  header: [ict]\n`,
      'content/open-points.yaml': `Q1:\n  where: [contact:${id}, page:ict]\n`,
      'content/pages/help/in-step.yaml': `# help\nnl: Bel <Phone contact="${id}" />.\n`,
      'content/synonyms.yaml': 'ict: x\n',
    });
    const { 'content/synonyms.yaml': _, ...expected } = texts('helpdesk');
    const before = { ...texts('ict'), 'content/contacts/ict.yaml': 'kind: x\n' };
    expect(Object.fromEntries(renamedRecord(files(before), 'contacts/ict', 'contacts/helpdesk'))).toEqual({
      ...expected,
      'content/contacts/ict.yaml': null,
      'content/contacts/helpdesk.yaml': 'kind: x\nformerIds:\n  - ict\n',
    });
  });

  test('keeps its former ids, without its present one', () => {
    const record = files({ 'content/contacts/help.yaml': 'kind: x # a\nformerIds: [ict, desk]\n' });
    const changes = renamedRecord(record, 'contacts/help', 'contacts/ict');
    expect(parse(changes.get('content/contacts/ict.yaml') ?? '').formerIds).toEqual(['desk', 'help']);
  });
});

test('a renamed notice moves alone', () => {
  const texts = files({ 'content/notices/fire.yaml': 'units: [fire]\n', 'content/contacts/fire.yaml': 'page: fire\n' });
  expect(Object.fromEntries(renamedRecord(texts, 'notices/fire', 'notices/smoke'))).toEqual({
    'content/notices/fire.yaml': null,
    'content/notices/smoke.yaml': 'units: [fire]\n',
  });
});

test('a renamed news item moves with its files, and links to it follow', () => {
  const [from, to] = ['news/2026-05-01-open-day', 'news/2026-05-01-open-house'];
  const texts = {
    [`content/${from}/xx.mdx`]: 'A.\n',
    'content/pages/news/xx.mdx': `[A](page:${from}) [B](page:news)\n`,
  };
  expect(renamed(texts, from, to)).toEqual({
    [`content/${from}/xx.mdx`]: null,
    [`content/${to}/xx.mdx`]: 'A.\n',
    'content/pages/news/xx.mdx': `[A](page:${to}) [B](page:news)\n`,
  });
});

group('a name', () => {
  const project = (root: string) => ({ root, languages, messages: {} });

  test.each([
    ['unknown', 'contacts/missing', 'contacts/renamed', 'unknown'],
    ['that is the path of another kind', 'contacts/ict', 'notices/ict', 'badKey'],
    ['outside of the content', 'contacts/ict', 'contacts/../../ict', 'badKey'],
    ['of another contact', 'contacts/ict', 'contacts/budget', 'exists'],
    ['of a page, for a news item', 'legal', 'news/2026-05-01-legal', 'badKey'],
    ['of a file with a fixed name', 'site', 'sites', 'unknown'],
  ])('is refused when it is %s', (_, from, to, reason) => {
    using site = new EditedSite();
    expect(() => renameContent(project(site.root), from, to)).toThrow(reason);
  });

  test('of a contact changes in a whole site, which stays in order', () => {
    using site = new EditedSite();
    const { kind, changes } = renameContent(project(site.root), 'contacts/ict', 'contacts/helpdesk');
    expect(kind).toBe('record');
    expect(changes.get('content/contacts/ict.yaml')).toBeNull();
    expect(parse(String(changes.get('content/contacts/helpdesk.yaml'))).formerIds).toEqual(['ict']);
    expect([...changes.values()].some((text) => /contact: helpdesk/.test(String(text)))).toBe(true);
  });
});
