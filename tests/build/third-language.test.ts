import { afterAll, beforeAll, expect, describe as group, test } from 'vitest';
import { loadSite } from '#gate/load.ts';
import { foldWords, matches } from '#lib/contacts/matching.ts';
import { formatDay, nameOfWeekday } from '#lib/languages/dates.ts';
import { inLanguage, type Language } from '#lib/languages/languages.ts';
import { dataVersion, identifierPrefix } from '#lib/open-data/data-paths.ts';
import { homeKey, pageOf, type Site, twinOf } from '#lib/site/site.ts';
import type { Hosting } from '#publish/hosts/hosting.ts';
import { fileOfPage } from '#publish/hosts/site-files.ts';
import { all, attribute, first, oneLine, parse, textOf } from './html.ts';
import { build, type Run } from './project-copy.ts';
import { copyWithGerman, dayAfter, setSecurityContact, three } from './three-languages.ts';

const copy = copyWithGerman('three-languages', 'copied');

const messagesOf = (code: string) => JSON.parse(copy.read(`messages/${code}.json`));
const htmlOf = (path: string) => parse(copy.read(`out/site${fileOfPage(path)}`));

const securityPath = '/.well-known/security.txt';

let run: Run;
let site: Site;
let hosting: Hosting;

/** Every page in every language, with its twin. */
const published = () =>
  site.pages.flatMap((page) => three.map((language) => ({ page, language, twin: twinOf(page, language.code) })));

beforeAll(async () => {
  setSecurityContact(copy, dayAfter(200));

  run = await copy.run(build);
  const loaded = loadSite({ root: copy.root, languages: three, drafts: false });
  if (run.code !== 0 || !loaded.site) return;
  site = loaded.site;
  hosting = JSON.parse(copy.read('out/hosting.json'));
});

afterAll(() => copy.remove());

test('A third language builds with changes in the list, messages and content alone', () => {
  expect(run.code, run.output).toBe(0);
});

group('Every page of a site with three languages', () => {
  test('has its own path in each language, and there are no other pages', () => {
    const pages = Object.keys(hosting.files).filter((path) => !/\.[a-z0-9_]+$/.test(path));
    // In all languages at once, like the choice of a language.
    const neutral = pages.filter((path) => path === dataVersion || path.startsWith(identifierPrefix));
    expect(neutral.length).toBeGreaterThan(1);
    expect(pages.sort()).toEqual(['/', ...neutral, ...published().map(({ twin }) => twin.path)].sort());
  });

  test('declares its language and has the title and heading of its twin', () => {
    for (const { page, language, twin } of published()) {
      const html = htmlOf(twin.path);
      expect(attribute(first(html, 'html'), 'lang')).toBe(language.tag);
      expect(all(html, 'h1').map(textOf)).toEqual([oneLine(twin.title)]);
      const { organisation } = messagesOf(language.code);
      const title = textOf(first(html, 'title'));
      expect(title).toContain(organisation.name);
      if (page.key !== homeKey) expect(title).toContain(oneLine(twin.title));
    }
  });

  test('has an interface in its language', () => {
    for (const { page, language, twin } of published()) {
      const { skip, menu, breadcrumb } = messagesOf(language.code);
      const html = htmlOf(twin.path);
      expect(all(html, 'a').map(textOf)).toContain(skip);
      const labels = all(html, 'nav').map((nav) => attribute(nav, 'ariaLabel'));
      expect(labels).toContain(menu.main);
      if (page.key !== homeKey) expect(labels).toContain(breadcrumb);
    }
  });

  test('has dates in its language', () => {
    // The home page and the search page have no date.
    const dated = published().filter(({ page: { key } }) => key !== homeKey && key !== site.search);
    for (const { page, language, twin } of dated) {
      const days = all(htmlOf(twin.path), 'time').map(textOf);
      expect(days, page.key).toContain(oneLine(formatDay(twin.updated, language)));
    }
  });

  test('is the target of old paths in its language', () => {
    for (const { code } of three) {
      const old = site.redirects.find(({ from }) => from.startsWith(`/${code}/`));
      expect(hosting.redirects[old?.from ?? '']).toBe(twinOf(pageOf(site, 'services'), code).path);
    }
  });
});

group('Links in a site with three languages', () => {
  test('in the main menu lead to twins in the language of the page', () => {
    for (const { language, twin } of published()) {
      const { menu } = messagesOf(language.code);
      const navs = all(htmlOf(twin.path), 'nav').filter((nav) => attribute(nav, 'ariaLabel') === menu.main);
      const links = navs.flatMap((nav) => all(nav, 'a')).map((link) => [attribute(link, 'href'), textOf(link)]);
      const wanted = site.navigation.header.map((key) => twinOf(pageOf(site, key), language.code));
      expect(links).toEqual(wanted.map(({ path, label }) => [path, label]));
    }
  });

  test('stay in the language of the page, unless they declare another one', () => {
    const pages = new Set(published().map(({ twin }) => twin.path));
    for (const { language, twin } of published()) {
      for (const link of all(htmlOf(twin.path), 'a')) {
        const [path = ''] = attribute(link, 'href').split('#');
        if (!pages.has(path) || attribute(link, 'hrefLang')) continue;
        expect(path, `on ${twin.path}`).toMatch(new RegExp(`^/${language.code}(/|$)`));
      }
    }
  });

  test('lead to existing pages and anchors', () => {
    const broken: string[] = [];
    for (const { twin } of published()) {
      for (const link of all(htmlOf(twin.path), 'a')) {
        const [path = '', anchor] = attribute(link, 'href').split('#');
        if (/^[a-z]+:/.test(path)) continue;
        const target = path === '' ? twin.path : path;
        const file = hosting.files[target];
        const ids = file ? [...copy.read(`out/site${file}`).matchAll(/ id="?([^"\s>]+)/g)] : [];
        const found = anchor === undefined || ids.some(([, id]) => id === decodeURIComponent(anchor));
        if (!file || !found) broken.push(`${twin.path} → ${attribute(link, 'href')}`);
      }
    }
    expect(broken).toEqual([]);
  });
});

group('The directory in three languages', () => {
  const entriesIn = ({ code }: Language) =>
    all(htmlOf(twinOf(pageOf(site, site.directory ?? ''), code).path), 'li').filter((item) =>
      site.contacts.some(({ id }) => id === attribute(item, 'id')),
    );

  test('lists every unit, with form, hours and exceptions in the language of the page', () => {
    for (const language of three) {
      const entries = entriesIn(language);
      expect(entries).toHaveLength(site.contacts.length);
      const { contact: words } = messagesOf(language.code);
      for (const contact of site.contacts) {
        const entry = entries.find((each) => attribute(each, 'id') === contact.id);
        const text = entry ? textOf(entry) : '';
        expect(text).toContain(oneLine(inLanguage(contact.purpose, language.code)));
        if (contact.channels?.form) expect(text).toContain(words.form);
        const nameOf = new Intl.DisplayNames(language.tag, { type: 'language' });
        for (const spoken of contact.languages ?? []) expect(text).toContain(nameOf.of(spoken));
        for (const { days } of contact.availability?.hours ?? []) {
          expect(text).toContain(nameOfWeekday(days[0] ?? 'monday', language));
        }
        for (const { from, reason } of contact.availability?.exceptions ?? []) {
          expect(text).toContain(oneLine(formatDay(from, language)));
          expect(text).toContain(inLanguage(reason, language.code));
        }
      }
    }
    expect(site.contacts.some(({ availability }) => availability?.hours && availability.exceptions)).toBe(true);
    expect(site.contacts.some(({ channels }) => channels?.form && !channels.email)).toBe(true);
    expect(site.contacts.some(({ languages: spoken }) => spoken)).toBe(true);
  });

  test('finds a unit by its name in any language', () => {
    for (const language of three) {
      for (const entry of entriesIn(language)) {
        const contact = site.contacts.find(({ id }) => id === attribute(entry, 'id'));
        const words = foldWords(`${textOf(entry)} ${attribute(entry, 'dataWords')}`);
        for (const { code } of three) {
          const name = inLanguage(contact?.name ?? {}, code);
          expect(matches({ words, digits: '' }, name), `${name} in ${language.code}`).toBe(true);
        }
      }
    }
  });
});

group('Search in three languages', () => {
  const searchDataOf = (code: string) =>
    Object.keys(hosting.files).find((path) => path.startsWith(`/assets/search-${code}.`)) ?? '';

  test('has data and a description for browsers in each', () => {
    for (const { code } of three) {
      expect(searchDataOf(code)).toMatch(/\.[0-9a-f]{10}\.json$/);
      expect(hosting.files).toHaveProperty([`/${code}/search.opensearch`]);
    }
  });

  test('is linked from every header, and links to search in the other languages', () => {
    for (const { language, twin, page } of published()) {
      const html = htmlOf(twin.path);
      const forms = all(html, 'form').map((form) => attribute(form, 'action'));
      const own = twinOf(pageOf(site, site.search ?? ''), language.code).path;
      expect(forms).toContain(own);
      if (page.key !== site.search) continue;
      const others = three.filter(({ code }) => code !== language.code);
      const links = all(first(html, 'main'), 'a').filter((link) => attribute(link, 'hrefLang') !== '');
      expect(links.map((link) => attribute(link, 'hrefLang'))).toEqual(others.map(({ tag }) => tag));
    }
  });

  test('uses the synonyms of all languages', () => {
    for (const { code } of three) {
      const { synonyms } = JSON.parse(copy.read(`out/site${searchDataOf(code)}`));
      expect(synonyms).toContainEqual(['telewerk', 'thuiswerk', 'teletravail', 'telearbeit', 'homeoffice']);
    }
  });
});

group('Twins in three languages', () => {
  test('are linked from the language switch', () => {
    for (const { page, language, twin } of published()) {
      const switches = all(first(htmlOf(twin.path), 'header'), 'a').filter(
        (link) => attribute(link, 'hrefLang') !== '',
      );
      const others = three.filter(({ code }) => code !== language.code);
      expect(
        switches.map((link) => [attribute(link, 'hrefLang'), attribute(link, 'lang'), attribute(link, 'href')]),
      ).toEqual(others.map(({ code, tag }) => [tag, tag, twinOf(page, code).path]));
      for (const [index, link] of switches.entries()) {
        expect(textOf(link)).toContain(others[index]?.name);
      }
    }
  });

  test('list themselves and each other as alternates', () => {
    for (const { page, twin } of published()) {
      const alternates = all(htmlOf(twin.path), 'link')
        .filter((link) => attribute(link, 'rel') === 'alternate' && attribute(link, 'type') === '')
        .map((link) => [attribute(link, 'hrefLang'), attribute(link, 'href')]);
      const wanted = three.map(({ code, tag }) => [tag, site.origin + twinOf(page, code).path]);
      expect(alternates.filter(([tag]) => tag !== 'x-default').sort()).toEqual(wanted.sort());
    }
  });

  test('are all in the sitemap', () => {
    const entries = [...copy.read('out/site/sitemap.xml').matchAll(/<url>([\s\S]*?)<\/url>/g)].map(
      ([, entry = '']) => ({
        url: /<loc>(.*?)<\/loc>/.exec(entry)?.[1],
        twins: [...entry.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(([, tag, href]) => `${tag} ${href}`),
      }),
    );
    const wanted = published().map(({ page, twin }) => ({
      url: site.origin + twin.path,
      twins: [
        ...three.map(({ code, tag }) => `${tag} ${site.origin}${twinOf(page, code).path}`),
        ...(page.key === homeKey ? [`x-default ${site.origin}/`] : []),
      ],
    }));
    const home = wanted.find(({ twins }) => twins.length > three.length);
    wanted.push({ url: `${site.origin}/`, twins: home?.twins ?? [] });
    const sorted = (list: typeof wanted | typeof entries) =>
      list.map(({ url, twins }) => `${url} ${[...twins].sort().join(' ')}`).sort();
    expect(sorted(entries)).toEqual(sorted(wanted));
  });
});

group('Pages in all three languages', () => {
  const sectionsOn = (file: string) =>
    all(parse(copy.read(`out/site/${file}`)), 'section').map((section) => ({
      tag: attribute(section, 'lang'),
      links: all(section, 'a').map((link) => attribute(link, 'href')),
      text: textOf(section),
    }));

  test('include the choice of language, with a link to each home page', () => {
    const sections = sectionsOn('index.html');
    expect(sections.map(({ tag }) => tag)).toEqual(three.map(({ tag }) => tag));
    for (const [index, { code }] of three.entries()) {
      const { choice, organisation } = messagesOf(code);
      expect(sections[index]?.links).toEqual([`/${code}`]);
      expect(sections[index]?.text).toContain(choice.continue);
      expect(sections[index]?.text).toContain(organisation.name);
    }
  });

  test('include the error page, with a link to each home page', () => {
    const sections = sectionsOn('404.html');
    expect(sections.map(({ tag }) => tag)).toEqual(three.map(({ tag }) => tag));
    for (const [index, { code }] of three.entries()) {
      expect(sections[index]?.text).toContain(messagesOf(code).notFound.heading);
      expect(sections[index]?.links).toContain(`/${code}`);
    }
  });
});

group('security.txt', () => {
  test('is published and names all three languages', () => {
    expect(hosting.files[securityPath]).toBe(securityPath);
    const fields = copy.read(`out/site${securityPath}`).trimEnd().split('\n');
    expect(fields).toContain('Contact: mailto:security@example.org');
    expect(fields).toContain(`Preferred-Languages: ${three.map(({ code }) => code).join(', ')}`);
    expect(fields).toContain(`Canonical: ${site.origin}${securityPath}`);
  });
});
